/**
 * asks DuckDB the same questions over the generated county and compares every cell:
 * `node --conditions=@jiceng/source --import tsx packages/tools/src/report-questions/ask-duckdb.ts [--record]`.
 * DuckDB is fetched when this first runs; CI replays what was recorded over some records of a smaller one. `--record` rewrites that.
 */
import { createRequire } from 'node:module';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { npmPackage } from '../npm-package.mjs';
import { differences, keyOf, ourAnswers, type Answers } from './answers.ts';
import { generatedCounty, sampledCounty, sampleOf, type County } from './county.ts';
import type { CountyQuestion } from './question.ts';
import { QUESTIONS, statementsOf, UNSAID } from './questions.ts';

const VERSION = '1.5.6-r.1';
const folder = npmPackage('@duckdb/node-api', VERSION);

interface Connection {
  run(sql: string): Promise<unknown>;
  runAndReadAll(sql: string): Promise<{ getRowObjectsJson(): Record<string, string | number | null>[] }>;
}
const { DuckDBInstance } = createRequire(join(folder, 'package.json'))(join(folder, 'lib/index.js')) as {
  DuckDBInstance: { create(path: string): Promise<{ connect(): Promise<Connection> }> };
};
const connection = await (await DuckDBInstance.create(':memory:')).connect();

/** Writes organisations and records as they are; townships and villages are found in SQL, by the record's own path and by the directory of today. */
async function load({ organisations, records, top }: County): Promise<void> {
  const home = mkdtempSync(join(tmpdir(), 'jiceng-duckdb-'));
  writeFileSync(
    join(home, 'organisations.json'),
    JSON.stringify(
      organisations.map(({ orgId, orgLevel, orgType, orgForm, isActive, parentOrgId = null }) => ({
        id: orgId,
        level: orgLevel,
        type: orgType,
        form: orgForm,
        active: isActive,
        parent: parentOrgId,
      })),
    ),
  );
  writeFileSync(
    join(home, 'records.json'),
    JSON.stringify(
      records.map(({ definition, orgId, orgPath, periodCode = null, state = null, filing, audit, history, data }) => ({
        definition: definition.id,
        org: orgId,
        path: orgPath.split('/'),
        period: periodCode,
        state,
        status: filing?.status ?? null,
        late: filing?.isLate === true,
        returns: filing?.returnCount ?? 0,
        created: audit.createdAt.slice(0, 10),
        moves: history
          .filter(({ from, to }) => to !== undefined && from !== to)
          .map(({ at, from = null, to }) => ({ day: at.slice(0, 10), from, to })),
        data: JSON.stringify(data),
      })),
    ),
  );
  await connection.run(
    `CREATE OR REPLACE TABLE organisations AS SELECT * FROM read_json('${home}/organisations.json', columns = {id: 'VARCHAR', level: 'VARCHAR', type: 'VARCHAR', form: 'VARCHAR', active: 'BOOLEAN', parent: 'VARCHAR'})`,
  );
  await connection.run(
    `CREATE OR REPLACE TABLE above AS WITH RECURSIVE up(id, above) AS (SELECT id, id FROM organisations UNION ALL SELECT up.id, o.parent FROM up JOIN organisations o ON o.id = up.above WHERE o.parent IS NOT NULL) SELECT o.*, coalesce(t.above, '${top}/=') AS township FROM organisations o LEFT JOIN (SELECT up.id, up.above FROM up JOIN organisations l ON l.id = up.above AND l.level = 'township') t ON t.id = o.id`,
  );
  await connection.run(
    `CREATE OR REPLACE TABLE plain AS SELECT row_number() OVER () AS n, * FROM read_json('${home}/records.json', columns = {definition: 'VARCHAR', org: 'VARCHAR', path: 'VARCHAR[]', period: 'VARCHAR', state: 'VARCHAR', status: 'VARCHAR', late: 'BOOLEAN', returns: 'INTEGER', created: 'DATE', moves: 'JSON[]', data: 'VARCHAR'})`,
  );
  await connection.run(
    `CREATE OR REPLACE TABLE records AS SELECT plain.* EXCLUDE (data), CAST(plain.data AS JSON) AS data, coalesce(t.id, '${top}/=') AS township, coalesce(v.id, coalesce(t.id, '${top}') || '/=') AS village, above.township AS township_now FROM plain LEFT JOIN organisations t ON t.level = 'township' AND list_contains(plain.path, t.id) LEFT JOIN organisations v ON v.level = 'village' AND list_contains(plain.path, v.id) LEFT JOIN above ON above.id = plain.org`,
  );
  rmSync(home, { recursive: true });
}

async function theirAnswers(question: CountyQuestion): Promise<Answers> {
  const answers: Record<string, number> = {};
  for (const { rows, columns, sql } of statementsOf(question)) {
    for (const found of (await connection.runAndReadAll(sql)).getRowObjectsJson()) {
      const keys = Array.from({ length: rows + columns }, (_, at) => String(found[`k${at}`]));
      Object.keys(question.measures).forEach((measure, at) => {
        const value = found[`m${at}`];
        if (value !== null && value !== undefined)
          answers[keyOf(keys.slice(0, rows), keys.slice(rows), measure)] = Number(value);
      });
    }
  }
  return answers;
}

async function ask(asked: County): Promise<{ readonly all: readonly Answers[]; readonly unequal: number }> {
  await load(asked);
  const all: Answers[] = [];
  let cells = 0,
    unequal = 0;
  for (const question of QUESTIONS) {
    const theirs = await theirAnswers(question);
    const differ = differences(ourAnswers(question, asked), theirs);
    cells += Object.keys(theirs).length;
    unequal += differ.length;
    all.push(theirs);
    console.log(
      `${question.title}: ${Object.keys(theirs).length} cells, ${differ.length} differ${differ
        .slice(0, 8)
        .map((line) => `\n    ${line}`)
        .join('')}`,
    );
  }
  console.log(
    `${asked.organisations.length} organisations, ${asked.records.length} records, ${QUESTIONS.length} questions, ${cells} cells, ${unequal} differ`,
  );
  for (const [question, reason] of UNSAID) console.log(`${question}: cannot be said, ${reason}`);
  return { all, unequal };
}

if (process.argv.includes('--record')) {
  const words = JSON.stringify(QUESTIONS);
  const sample = sampleOf(generatedCounty('XS'), 4, (field) => words.includes(field));
  const { all, unequal } = await ask(sampledCounty(sample));
  const line = (value: unknown): string => JSON.stringify(value);
  const list = (entries: readonly unknown[]): string => `[\n${entries.map(line).join(',\n')}\n]`;
  if (unequal === 0)
    writeFileSync(
      new URL('recorded.json', import.meta.url),
      `{\n"by": "DuckDB ${VERSION}",\n"answers": ${list(QUESTIONS.map(({ title }, at) => [title, all[at]]))},\n"sample": { "now": ${line(sample.now)}, "organisations": ${list(sample.organisations)}, "records": ${list(sample.records)} }\n}\n`,
    );
  process.exitCode = unequal > 0 ? 1 : 0;
} else process.exitCode = (await ask(generatedCounty('S'))).unequal > 0 ? 1 : 0;
