import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import type { JsonSchema } from '../src/schema/schema.ts';

/** One value of the official suite with its expected verdict. */
export interface SuiteTest {
  readonly description: string;
  readonly data: unknown;
  readonly valid: boolean;
}

/** One schema of the official suite with its values. */
export interface SuiteCase {
  readonly file: string;
  readonly description: string;
  readonly schema: JsonSchema;
  readonly tests: readonly SuiteTest[];
}

const DRAFT = 'draft2020-12';

function jsonFiles(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true });
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? jsonFiles(path) : entry.name.endsWith('.json') ? [path] : [];
  });
}

const read = <T>(path: string): T => JSON.parse(readFileSync(path, 'utf8')) as T;

/** The cases of one folder of the suite, sub-folders left out; `''` holds the required tests. */
export function readCases(suite: string, folder: string): SuiteCase[] {
  const root = join(suite, 'tests', DRAFT, folder);
  return jsonFiles(root)
    .filter((path) => dirname(path) === root)
    .sort()
    .flatMap((path) => read<Omit<SuiteCase, 'file'>[]>(path).map((one) => ({ ...one, file: basename(path, '.json') })));
}

/** The schemas that the suite refers to: its own, which it says are at localhost:1234, and the meta-schemas. */
export function readReferences(suite: string): Map<string, JsonSchema> {
  const references = new Map<string, JsonSchema>();
  const remotes = join(suite, 'remotes');
  for (const path of jsonFiles(remotes)) {
    references.set(`http://localhost:1234/${relative(remotes, path).split('\\').join('/')}`, read<JsonSchema>(path));
  }
  // Ajv carries the official meta-schemas as files.
  const ajv = dirname(createRequire(import.meta.url).resolve('ajv/package.json'));
  for (const path of jsonFiles(join(ajv, 'dist/refs/json-schema-2020-12'))) {
    const schema = read<{ $id: string }>(path);
    references.set(schema.$id, schema as unknown as JsonSchema);
  }
  return references;
}
