// Makes what follows from schemas/: types, built-in machines, references, catalogues. `--check` changes nothing and
// fails on a difference.
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { bundled } from './generate/bundle.mjs';
import { catalogueOf } from './generate/catalogue.mjs';
import { machinesModule } from './generate/machines.mjs';
import { plainSchemaModule } from './generate/plain-schemas.mjs';
import { referenceOf } from './generate/reference.mjs';
import { nameOf, typesOf } from './generate/schema-types.mjs';
import { isMain } from './main.mjs';
import { at } from './root.mjs';

/** Schemas whose readers get a page of their own. @type {Record<string, string>} */
const references = { definition: 'Definition reference', report: 'Report reference' };

/**
 * Schemas that only lend types: organisations and people come from the host, and nothing here holds them against a
 * schema.
 */
const typesOnly = new Set(['organisation', 'person']);

/** Schemas that only guard a gate: commands are made in code, whose types say more (`engine/contract.ts`). */
const gateOnly = new Set(['command']);

/** Everything that is generated: path from the root → text. @param {string} schemas the folder of the schemas */
export async function generated(schemas) {
  /** @type {Map<string, string>} */
  const files = new Map();
  if (!existsSync(schemas)) return files;
  const names = readdirSync(schemas)
    .filter((file) => file.endsWith('.schema.json'))
    .sort();
  const paths = names.map((file) => join(schemas, file));
  for (const file of names) {
    const name = nameOf(file);
    if (!gateOnly.has(name))
      files.set(`packages/core/src/generated/${name}.ts`, await typesOf(join(schemas, file), names));
    if (!typesOnly.has(name))
      files.set(`packages/core/src/generated/${name}-schema.ts`, plainSchemaModule(join(schemas, file), paths));
    if (references[name])
      files.set(
        `docs/${name}-reference.md`,
        referenceOf(bundled(join(schemas, file), paths), { title: references[name], source: `schemas/${file}` }),
      );
  }
  const machines = join(schemas, 'machines');
  const machineFiles = existsSync(machines)
    ? readdirSync(machines)
        .filter((file) => file.endsWith('.json'))
        .sort()
    : [];
  if (machineFiles.length)
    files.set(
      'packages/core/src/generated/machines.ts',
      machinesModule(machineFiles.map((file) => join(machines, file))),
    );
  for (const folder of ['templates', 'locals', 'reports'])
    if (existsSync(join(schemas, folder)))
      files.set(`schemas/${folder}/index.json`, catalogueOf(join(schemas, folder)));
  return files;
}

/**
 * Differences between what is checked in and what would be generated.
 * @param {Map<string, string>} files
 * @param {(path: string) => string} locate
 */
export function drift(files, locate = at) {
  const problems = [];
  for (const [path, text] of files) {
    if (!existsSync(locate(path))) problems.push(`${path}: missing`);
    else if (readFileSync(locate(path), 'utf8') !== text) problems.push(`${path}: differs from its schema`);
  }
  const folder = 'packages/core/src/generated';
  const present = existsSync(locate(folder)) ? readdirSync(locate(folder)) : [];
  for (const file of present)
    if (!files.has(`${folder}/${file}`)) problems.push(`${folder}/${file}: its schema is gone`);
  return problems;
}

if (isMain(import.meta.url)) {
  const files = await generated(at('schemas'));
  const problems = drift(files);
  if (process.argv.includes('--check')) {
    for (const problem of problems) console.error(`${problem} (run \`pnpm generate\`)`);
    console.log(`${files.size} generated files compared`);
    process.exit(problems.length ? 1 : 0);
  }
  for (const [path, text] of files) {
    mkdirSync(dirname(at(path)), { recursive: true });
    if (!existsSync(at(path)) || readFileSync(at(path), 'utf8') !== text) writeFileSync(at(path), text);
  }
  for (const problem of problems) if (problem.endsWith('is gone')) rmSync(at(problem.split(':')[0] ?? ''));
  console.log(`${files.size} files generated${problems.length ? `, ${problems.length} changed` : ', none changed'}`);
}
