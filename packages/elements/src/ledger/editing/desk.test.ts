import { expect } from '@open-wc/testing';
import type { StoredRecord } from '@jiceng/core/generated/record.js';
import { FILLER, NOW, ORGANISATIONS, PEOPLE, PROBLEMS, problems } from '../../record/test-definition.ts';
import { Sight } from '../../record/sight.ts';
import { ledgerColumns } from '../table/columns.ts';
import { Desk, type EditableColumn } from './desk.ts';

/** A desk over records that are answered when the test says so. */
function deskOver(given: readonly StoredRecord[]) {
  const sight = new Sight({
    definition: PROBLEMS,
    organisations: ORGANISATIONS,
    people: PEOPLE,
    person: FILLER,
    now: NOW,
    locale: 'zh-CN',
  });
  let records = given;
  const desk = new Desk(() => ({ sight, records, loaded: records, obstacle: () => undefined }));
  return {
    desk,
    column: (id: string) => ledgerColumns(sight).find((column) => column.id === id) as EditableColumn,
    records: () => records,
    shown: (row: number, pointer: string) => desk.edits.edit(records[row]!.id, pointer)?.text,
    /** The store takes what was sent of a record. */
    answer: (row: number, taken: ReturnType<Desk['edits']['take']>) => {
      records = records.map((record, at) =>
        at !== row
          ? record
          : {
              ...record,
              revision: record.revision + 1,
              data: {
                ...record.data,
                ...Object.fromEntries(taken!.changes.map(({ pointer, value }) => [pointer.slice(1), value])),
              },
            },
      );
      desk.edits.settle(records);
    },
  };
}
const REFUSED = { pointer: '/data/progressPct', code: 'no', reason: { 'zh-CN': '不行。', en: 'No.' } };

describe('the desk of a ledger', () => {
  it('takes a step back that the store has not answered yet, with the revision of the answer', () => {
    const { desk, column, records, answer } = deskOver(problems(1));
    const [record] = records();
    const { id, revision } = record!;
    const before = record!.data['progressPct'];
    desk.put([{ record: record!, column: column('/progressPct'), value: 81 }]);
    const sent = desk.edits.take(id);
    expect(desk.step('undo')).to.deep.equal({ done: 1, lost: 0 });
    expect(desk.edits.take(id), 'asked before the answer').to.equal(undefined);
    answer(0, sent);
    expect(desk.edits.take(id)).to.deep.equal({
      revision: revision + 1,
      changes: [{ pointer: '/progressPct', value: before }],
    });
  });

  it('takes back what the store refused', () => {
    const { desk, column, records, shown } = deskOver(problems(1));
    const [record] = records();
    desk.put([{ record: record!, column: column('/progressPct'), value: 81 }]);
    desk.edits.take(record!.id);
    desk.edits.refuse(record!.id, [REFUSED]);
    expect(shown(0, '/progressPct')).to.equal('81');
    expect(desk.step('undo')).to.deep.equal({ done: 1, lost: 0 });
    expect(shown(0, '/progressPct')).to.equal(undefined);
    expect(desk.edits.take(record!.id)).to.equal(undefined);
  });

  it('empties a cell whose text could not be read', () => {
    const blank = problems(1).map((record) => ({ ...record, data: { ...record.data, progressPct: undefined } }));
    const { desk, column, records, shown } = deskOver(blank as unknown as StoredRecord[]);
    const [record] = records();
    desk.type(record!, column('/progressPct'), '很多');
    expect(shown(0, '/progressPct')).to.equal('很多');
    desk.put([{ record: record!, column: column('/progressPct'), value: undefined }]);
    expect(shown(0, '/progressPct')).to.equal(undefined);
  });
});
