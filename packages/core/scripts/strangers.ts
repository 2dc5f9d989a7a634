// Works with every JSON Schema found in folders of JSON files, and prints a table of what came of it:
// `node --conditions=@jiceng/source --import tsx packages/core/scripts/strangers.ts FOLDER …`, or folders in STRANGERS,
// joined by `:`.
// Each schema is worked with in a process of its own making, so that one that hangs or dies is told and the rest goes
// on.
import { fork, type ChildProcess } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { exercise, type Exercised } from '../src/form/fixtures/exercise.ts';

/** Milliseconds after which a schema counts as hung. */
const PATIENCE = 20_000;
/** Schemas taken from one file; collections repeat themselves. */
const MOST_IN_FILE = 200;

interface Found {
  readonly file: string;
  /** JSON Pointer of the schema in the file. */
  readonly pointer: string;
}

type Answer =
  | { readonly kind: 'done'; readonly result: Exercised; readonly ms: number }
  | { readonly kind: 'crashed'; readonly reason: string }
  | { readonly kind: 'hung' };

function jsonFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? jsonFiles(path) : entry.name.endsWith('.json') ? [path] : [];
  });
}

const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isSchema = (value: unknown): boolean =>
  isMap(value) &&
  ((typeof value['$schema'] === 'string' && /schema/.test(value['$schema'])) ||
    (value['type'] === 'object' && isMap(value['properties'])) ||
    isMap(value['$defs']) ||
    isMap(value['definitions']));

/** The outermost schemas of a document; what stands under `schema` is one whatever it looks like. */
function schemasIn(document: unknown): string[] {
  const found: string[] = [];
  const stack: [unknown, string, boolean][] = [[document, '', false]];
  for (let at = stack.pop(); at !== undefined && found.length < MOST_IN_FILE; at = stack.pop()) {
    const [value, pointer, named] = at;
    if (named || isSchema(value)) found.push(pointer);
    else if (typeof value === 'object' && value !== null) {
      for (const [key, child] of Object.entries(value).reverse())
        stack.push([
          child,
          `${pointer}/${key.replace(/~/g, '~0').replace(/\//g, '~1')}`,
          key === 'schema' && (isMap(child) || typeof child === 'boolean'),
        ]);
    }
  }
  return found;
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

function schemaAt({ file, pointer }: Found): unknown {
  let value = readJson(file);
  for (const part of pointer.split('/').slice(1))
    value = (value as Record<string, unknown>)[part.replace(/~1/g, '/').replace(/~0/g, '~')];
  return value;
}

/** In the child: one schema after the other, as asked. */
function serve(): void {
  process.on('message', (found: Found) => {
    const start = performance.now();
    try {
      const result = exercise(schemaAt(found));
      process.send!({
        kind: 'done',
        result: { ...result, refused: result.refused.slice(0, 3) },
        ms: performance.now() - start,
      } satisfies Answer);
    } catch (error) {
      process.send!({
        kind: 'crashed',
        reason:
          error instanceof Error ? (error.stack ?? error.message).split('\n').slice(0, 4).join(' | ') : String(error),
      } satisfies Answer);
    }
  });
}

let child: ChildProcess | undefined;

function ask(found: Found): Promise<Answer> {
  child ??= fork(fileURLToPath(import.meta.url), ['--serve'], { execArgv: process.execArgv });
  const worker = child;
  return new Promise((resolve) => {
    const end = (answer: Answer, isAlive: boolean) => {
      clearTimeout(timer);
      worker.removeAllListeners();
      if (!isAlive) {
        worker.kill('SIGKILL');
        child = undefined;
      }
      resolve(answer);
    };
    const timer = setTimeout(() => end({ kind: 'hung' }, false), PATIENCE);
    worker.once('message', (answer) => end(answer as Answer, true));
    worker.once('exit', (code, signal) =>
      end({ kind: 'crashed', reason: `the process ended: ${code ?? signal}` }, false),
    );
    worker.send(found);
  });
}

async function main(folders: readonly string[]): Promise<void> {
  if (folders.length === 0) {
    console.log('Name folders of JSON files, or give them in STRANGERS.');
    process.exit(1);
  }
  let failures = 0;
  console.log('| folder | schemas | worked | refused | crashed | hung | slowest |\n|---|---|---|---|---|---|---|');
  const notes: string[] = [];
  const failed = new Map<string, string[]>();
  for (const folder of folders) {
    const count = { done: 0, refused: 0, crashed: 0, hung: 0 };
    const reasons = new Map<string, number>();
    let slowest = { ms: 0, name: '' };
    for (const file of jsonFiles(folder)) {
      for (const pointer of schemasIn(readJson(file))) {
        const name = `${relative(folder, file)}#${pointer}`;
        const answer = await ask({ file, pointer });
        if (answer.kind === 'done') {
          if (answer.result.refused.length === 0) count.done++;
          else count.refused++;
          for (const code of new Set(
            answer.result.refused.map(
              (found) => `${found.code}${found.code === 'keyword-shape' ? ` ${found.pointer.split('/').pop()}` : ''}`,
            ),
          ))
            reasons.set(code, (reasons.get(code) ?? 0) + 1);
          if (answer.ms > slowest.ms) slowest = { ms: answer.ms, name };
        } else {
          count[answer.kind]++;
          failures++;
          const note = answer.kind === 'crashed' ? `crashed: ${answer.reason}` : 'hung';
          failed.set(note, [...(failed.get(note) ?? []), `${folder}: ${name}`]);
        }
      }
    }
    const all = count.done + count.refused + count.crashed + count.hung;
    console.log(
      `| ${folder} | ${all} | ${count.done} | ${count.refused} | ${count.crashed} | ${count.hung} | ${Math.round(slowest.ms)} ms ${slowest.name} |`,
    );
    if (reasons.size > 0)
      notes.push(
        `refused in ${folder}: ${[...reasons]
          .sort((a, b) => b[1] - a[1])
          .slice(0, 12)
          .map(([code, times]) => `${code} ×${times}`)
          .join(', ')}`,
      );
  }
  for (const [note, names] of failed)
    notes.push(
      `${note}\n${names
        .slice(0, 5)
        .map((name) => `  ${name}`)
        .join('\n')}${names.length > 5 ? `\n  and ${names.length - 5} more` : ''}`,
    );
  console.log(notes.join('\n'));
  child?.kill('SIGKILL');
  process.exit(failures > 0 ? 1 : 0);
}

if (process.argv.includes('--serve')) serve();
else
  await main([
    ...process.argv.slice(2),
    ...(process.env['STRANGERS'] ?? '').split(':').filter((folder) => folder !== ''),
  ]);
