import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';

const read = (path: string) =>
  JSON.parse(readFileSync(new URL(`../../../../schemas/${path}`, import.meta.url), 'utf8'));
interface Entry {
  readonly id: string;
  readonly group: string;
  readonly term: string;
  readonly gloss: string;
}
const { groups, entries } = read('entries.json') as {
  readonly groups: Readonly<Record<string, object>>;
  readonly entries: readonly Entry[];
};
interface Listed {
  readonly id: string;
  readonly group: string;
  readonly serves: readonly string[];
}
const listed = (folder: string): readonly Listed[] => read(`${folder}/index.json`).documents;
const reports = listed('reports');
const documents = [...listed('templates'), ...reports];
const served = new Set(documents.flatMap(({ serves }) => serves));

describe('the business systems that offices are asked to run', () => {
  it('are 197, each named once, in 23 groups', () => {
    assert.deepEqual(
      [entries.length, new Set(entries.map(({ id }) => id)).size, Object.keys(groups).length],
      [197, 197, 23],
    );
    for (const { id, group, term, gloss } of entries) assert.ok(group in groups && term !== '' && gloss !== '', id);
  });
  it('are each served by a template or a report', () => {
    assert.deepEqual(
      entries.filter(({ id }) => !served.has(id)).map(({ id }) => id),
      [],
    );
  });
  it('can each be looked at in a report of their group', () => {
    const seen = new Set(reports.map(({ group }) => group));
    assert.deepEqual(
      Object.keys(groups).filter((group) => !seen.has(group)),
      [],
    );
  });
  it('are the only ones that templates and reports claim to serve, in groups that exist', () => {
    const known = new Set(entries.map(({ id }) => id));
    assert.deepEqual(
      [...served].filter((id) => !known.has(id)),
      [],
    );
    assert.deepEqual(
      documents.filter(({ group }) => !(group in groups)).map(({ id }) => id),
      [],
    );
  });
});
