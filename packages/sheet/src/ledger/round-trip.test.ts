import assert from 'node:assert/strict';
import test from 'node:test';
import { draftDefinition } from '../draft/draft.ts';
import { recordOf } from '../fixtures/grants.ts';
import { every } from '../fixtures/ledgers/every.ts';
import { bytesOf, make } from '../fixtures/ledgers/kit.ts';
import { readSheets } from '../read/read-sheets.ts';
import { exportLedger } from './export-ledger.ts';
import { planImport } from './import-plan.ts';
import { exportTemplate } from './template.ts';

const now = '2026-03-01T09:00:00+08:00';

test('every ledger goes out as a template and as a ledger, and comes back with the same values', async () => {
  for (const ledger of every) {
    const read = await readSheets(await bytesOf(make(ledger).parts));
    assert.ok(read.ok);
    const { definition, rows } = draftDefinition(read.value).sheets[0]!;
    const input = { definition, records: rows.map(({ data }, at) => recordOf(at, data, definition)), now };

    const template = await exportTemplate(input);
    assert.ok(template.ok);
    const back = await readSheets(new Blob(template.value as BlobPart[]));
    assert.ok(back.ok);
    const plan = planImport(back.value, input);
    assert.ok(plan.ok);
    assert.deepEqual(
      [
        plan.value.rows.length,
        plan.value.rows.filter(({ status }) => status !== 'same'),
        plan.value.unknownColumns,
        plan.value.missingColumns,
      ],
      [rows.length, [], [], []],
      ledger.name,
    );

    const file = await exportLedger(input);
    assert.ok(file.ok);
    const again = await readSheets(new Blob(file.value as BlobPart[]));
    assert.ok(again.ok);
    const fresh = planImport(again.value, { ...input, records: [] });
    assert.ok(fresh.ok);
    const computed = new Set((definition.rules ?? []).map((rule) => ('field' in rule ? rule.field.slice(1) : '')));
    const values = fresh.value.rows.map(({ cells }) =>
      Object.fromEntries(cells.map(({ pointer, after }) => [pointer.slice(1), after])),
    );
    assert.deepEqual(
      values,
      rows.map(({ data }) => Object.fromEntries(Object.entries(data).filter(([name]) => !computed.has(name)))),
      ledger.name,
    );
  }
});
