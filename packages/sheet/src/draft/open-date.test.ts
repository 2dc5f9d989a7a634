import assert from 'node:assert/strict';
import test from 'node:test';
import { admit } from '@jiceng/core/admit/admit.js';
import { county } from '../fixtures/ledgers/county.ts';
import { bytesOf, make } from '../fixtures/ledgers/kit.ts';
import { readSheets } from '../read/read-sheets.ts';
import { draftDefinition, type DraftOptions } from './draft.ts';
import { isOpenDate } from './open-date.ts';

async function draftOf(options: DraftOptions = {}) {
  const read = await readSheets(await bytesOf(make(county.find(({ name }) => name === '整顿时限')!).parts));
  assert.ok(read.ok);
  return draftDefinition(read.value, options).sheets[0]!;
}

test('words in place of a date are told from dates, empty cells and mistakes', () => {
  for (const text of ['长期', '长期有效', '至 今', '立行立改', '未竣工', '尚未转正', '暂未成立'])
    assert.ok(isOpenDate(text), text);
  for (const text of ['2024.5', '/', '', '未', '张三', '2024年长期', '未按照要求及时上报'])
    assert.ok(!isOpenDate(text), text);
});

test('a column of dates stays one where some cells say 长期: the words stand in a field of their own, beside it', async () => {
  const draft = await draftOf();
  const due = draft.columns.find(({ title }) => title.value === '整改时限')!;
  assert.equal(due.kind.value, 'date');
  assert.match(due.kind.reason['zh-CN'], /8\/9 个值是日期，“长期坚持”之类的文字另存说明栏/);
  const [date, words] = [due.name.value, due.words!.name];
  assert.deepEqual(draft.rows.map(({ data }) => [data[date], data[words]]).slice(3, 6), [
    ['2024-09-30', undefined],
    [undefined, '长期坚持'],
    ['2024-11-30', undefined],
  ]);
  assert.deepEqual(
    draft.leftOut.filter(({ code }) => code === 'unfit'),
    [],
  );
  const fields = Object.keys(draft.definition.record.properties as object);
  assert.equal(fields.indexOf(words), fields.indexOf(date) + 1);
  assert.ok(admit(draft.definition).ok);
});

test('as a text the same column keeps its words itself', async () => {
  const first = await draftOf();
  const { column } = first.columns.find(({ title }) => title.value === '整改时限')!;
  const draft = await draftOf({
    choices: new Map([[first.sheet, { columns: new Map([[column, { kind: 'text' as const }]]) }]]),
  });
  const text = draft.columns.find((one) => one.column === column)!;
  assert.deepEqual([text.words, draft.rows[4]!.data[text.name.value]], [undefined, '长期坚持']);
});
