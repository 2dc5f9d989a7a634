/**
 * Compares the report engine with DuckDB: `node --conditions=@jiceng/source --import tsx scripts/report-differential.ts
 * [--record]`. DuckDB is fetched when this first runs; CI replays the recorded sample instead. `--record` rewrites that
 * sample.
 */
import { createRequire } from 'node:module';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { npmPackage } from '@jiceng/tools/npm-package.mjs';
import {
  differences,
  keyOf,
  ourAnswers,
  questions,
  visits,
  type Answers,
  type Question,
  type Visit,
} from './report-cases.ts';
import { groupingsOf, sqlOf } from './report-sql.ts';

const VERSION = '1.5.6-r.1';
const SEED = 20_250_915;
const RECORDS = 3000;
const QUESTIONS = 250;
const SAMPLE = { records: 160, questions: 40 };

interface Connection {
  run(sql: string): Promise<unknown>;
  runAndReadAll(sql: string): Promise<{ getRowObjectsJson(): Record<string, string | number | null>[] }>;
}

const folder = npmPackage('@duckdb/node-api', VERSION);
const { DuckDBInstance } = createRequire(join(folder, 'package.json'))(join(folder, 'lib/index.js')) as {
  DuckDBInstance: { create(path: string): Promise<{ connect(): Promise<Connection> }> };
};
const connection = await (await DuckDBInstance.create(':memory:')).connect();

async function load(list: readonly Visit[]): Promise<void> {
  const text = (value: string | null) => (value === null ? 'NULL' : `'${value}'`);
  await connection.run(
    'CREATE OR REPLACE TABLE visits (id VARCHAR, org VARCHAR, day DATE, kind VARCHAR, amount DECIMAL(18, 2), who VARCHAR, tags VARCHAR[], state VARCHAR)',
  );
  for (let at = 0; at < list.length; at += 500) {
    await connection.run(
      `INSERT INTO visits VALUES ${list
        .slice(at, at + 500)
        .map(
          ({ id, orgId, on, kind, amount, who, tags, state }) =>
            `('${id}', '${orgId}', '${on}', ${text(kind)}, ${amount ?? 'NULL'}, ${text(who)}, [${tags.map(text).join(', ')}], '${state}')`,
        )
        .join(', ')}`,
    );
  }
}

async function theirAnswers(question: Question): Promise<Answers> {
  const answers: Record<string, number> = {};
  for (const [rows, columns] of groupingsOf(question)) {
    for (const found of (await connection.runAndReadAll(sqlOf(question, rows, columns))).getRowObjectsJson()) {
      question.measures.forEach((measure, at) => {
        const value = found[`m${at}`];
        if (value !== null && value !== undefined)
          answers[
            keyOf(
              rows.map((_, index) => String(found[`r${index}`])),
              columns.map((_, index) => String(found[`c${index}`])),
              measure,
            )
          ] = Number(value);
      });
    }
  }
  return answers;
}

const list = visits(SEED, RECORDS);
await load(list);
let cells = 0;
const unequal: string[] = [];
for (const question of questions(SEED, QUESTIONS)) {
  const theirs = await theirAnswers(question);
  cells += Object.keys(theirs).length;
  unequal.push(
    ...differences(ourAnswers(list, question), theirs).map((line) => `${JSON.stringify(question)}: ${line}`),
  );
}
console.log(
  `${QUESTIONS} questions over ${RECORDS} records: ${cells} cells, ${unequal.length} differ${unequal.length > 0 ? `\n  ${unequal.slice(0, 40).join('\n  ')}` : ''}`,
);

if (process.argv.includes('--record') && unequal.length === 0) {
  await load(visits(SEED + 1, SAMPLE.records));
  const answers: (readonly [Question, Answers])[] = [];
  for (const question of questions(SEED + 1, SAMPLE.questions)) answers.push([question, await theirAnswers(question)]);
  writeFileSync(
    new URL('../src/report/recorded.json', import.meta.url),
    `{\n"by": "DuckDB ${VERSION}", "seed": ${SEED + 1}, "records": ${SAMPLE.records},\n"answers": [\n${answers.map((entry) => JSON.stringify(entry)).join(',\n')}\n]\n}\n`,
  );
}
process.exitCode = unequal.length > 0 ? 1 : 0;
