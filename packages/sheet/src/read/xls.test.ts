import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { draftDefinition } from '../draft/draft.ts';
import { assertSameRoster } from '../fixtures/same-roster.ts';
import { readSheets } from './read-sheets.ts';

/** The ledger of the collection as LibreOffice saved it. */
const OLD = new Uint8Array(readFileSync(new URL('../fixtures/roster.xls', import.meta.url)));

test('an old .xls file gives what the new one gives: values, merges, lists and records', () => assertSameRoster(OLD));

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
