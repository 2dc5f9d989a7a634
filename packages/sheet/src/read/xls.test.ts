import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { draftDefinition } from '../draft/draft.ts';
import { bytesOf, make } from '../fixtures/ledgers/kit.ts';
import { people } from '../fixtures/ledgers/people.ts';
import { readSheets } from './read-sheets.ts';

/** The ledger of the collection as LibreOffice saved it. */
const OLD = new Uint8Array(readFileSync(new URL('../fixtures/roster.xls', import.meta.url)));

test('an old .xls file gives what the new one gives: values, merges, lists and records', async () => {
  const [old, fresh] = await Promise.all([
    readSheets(OLD),
    readSheets(await bytesOf(make(people.find(({ name }) => name === '党务工作者')!).parts)),
  ]);
  assert.ok(old.ok && fresh.ok);
  const [a, b] = [old.value.sheets[0]!, fresh.value.sheets[0]!];
  assert.deepEqual(
    a.rows.map(({ values }) => values),
    b.rows.map(({ values }) => values),
  );
  const key = (areas: typeof a.merges) =>
    areas.map((area) => JSON.stringify([area.top, area.left, area.bottom, area.right])).sort();
  assert.deepEqual(key(a.merges), key(b.merges));
  assert.deepEqual(
    old.value.sheets.map(({ name, hidden }) => [name, hidden]),
    [
      ['Sheet1', false],
      ['学历选项', true],
    ],
  );
  const [first, second] = [draftDefinition(old.value).sheets[0]!, draftDefinition(fresh.value).sheets[0]!];
  assert.deepEqual(first.rows, second.rows);
  assert.deepEqual(
    first.columns.map(({ name, kind, options }) => [name.value, kind.value, options.value]),
    second.columns.map(({ name, kind, options }) => [name.value, kind.value, options.value]),
  );
});

test('passwords are told, and damage never hangs or throws', async () => {
  const at = OLD.findIndex(
    (_, place) =>
      OLD[place] === 0x57 &&
      'Workbook'.split('').every((letter, index) => OLD[place + index * 2] === letter.charCodeAt(0)),
  );
  const locked = OLD.slice();
  [...'EncryptedPackage'].forEach((letter, index) => {
    locked[at + index * 2] = letter.charCodeAt(0);
  });
  locked[at + 64] = 34;
  const result = await readSheets(locked);
  assert.equal(!result.ok && result.problems[0]!.code, 'sheet-encrypted');
  for (let place = 8; place < OLD.length; place += 53) {
    for (const bytes of [OLD.slice(0, place), Object.assign(OLD.slice(), { [place]: OLD[place]! ^ 0xff })]) {
      const read = await readSheets(bytes);
      if (read.ok) draftDefinition(read.value);
      else assert.match(read.problems[0]!.code, /^sheet-/);
    }
  }
});
