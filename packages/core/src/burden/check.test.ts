import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Definition, ScoreItem } from '../generated/definition.ts';
import { checkBurden } from './check.ts';
import { measureBurden } from './measure.ts';

const text = { type: 'string', title: '文字', maxLength: 40 };
const file = { type: 'array', title: '附件', items: { type: 'string', format: 'file' } };
const fields = (count: number, schema: object) => Object.fromEntries(Array.from({ length: count }, (_, at) => [`f${at}`, schema]));
const definition = (properties: object, more: object = {}, record: object = {}): Definition =>
  ({ id: 'form', version: '1.0.0', title: '表', subject: 'organisation', record: { type: 'object', properties, ...record }, ...more }) as unknown as Definition;
const status = (rule: string, form: Definition, others: readonly Definition[] = []) =>
  checkBurden(form, others).find((finding) => finding.rule === rule)?.status;
const item = (id: string, more: Partial<ScoreItem> = {}): ScoreItem => ({ id, title: id, max: 10, method: 'auto', value: 'TRUE', source: 'S000', ...more });
const card = (items: readonly ScoreItem[]) => definition({}, { score: { max: 100, dimensions: [{ id: 'd', title: 'd', items }] } });

describe('checkBurden', () => {
  it('B02 warns of long score cards and of few computed items, and blocks very long ones', () => {
    const many = (count: number, more: Partial<ScoreItem> = {}) => card(Array.from({ length: count }, (_, at) => item(`i${at}`, more)));
    assert.equal(status('B02', many(25)), 'passed');
    assert.equal(status('B02', many(26)), 'warned');
    assert.equal(status('B02', many(41)), 'blocked');
    assert.equal(status('B02', many(3, { value: undefined, method: 'manual' })), 'warned');
  });

  it('B03 counts what is typed at one time', () => {
    assert.equal(status('B03', definition(fields(15, text))), 'passed');
    assert.equal(status('B03', definition(fields(16, text))), 'warned');
    assert.equal(status('B03', definition(fields(61, text))), 'blocked');
    const asked = { moves: [{ id: 'close', title: '销号', from: ['open'], ask: Array.from({ length: 8 }, (_, at) => `/f${at}`) }] };
    assert.equal(status('B03', definition(fields(16, text), asked)), 'passed');
    assert.equal(measureBurden(definition({ ...fields(3, text), done: { type: 'boolean' }, computed: { type: 'number', readOnly: true } })).minutes, 0.5);
  });

  it('B04 blocks required and unlimited files', () => {
    assert.equal(status('B04', definition({ attachments: { ...file, maxItems: 3 } })), 'passed');
    assert.equal(status('B04', definition({ attachments: file })), 'blocked');
    assert.equal(status('B04', definition({ attachments: { ...file, maxItems: 3 } }, {}, { required: ['attachments'] })), 'blocked');
  });

  it('B05 limits counting items and refuses traces of work', () => {
    const count = { method: 'countCap', required: 12 } as const;
    assert.equal(status('B05', card([item('a', { ...count, max: 20 }), item('b', { max: 80 })])), 'passed');
    assert.equal(status('B05', card([item('a', { ...count, max: 21 }), item('b', { max: 79 })])), 'blocked');
    assert.equal(status('B05', card([item('a', { value: 'photoCount' })])), 'blocked');
  });

  it('B07 names the form that already asks', () => {
    const filing = { filing: { period: 'quarter', due: 'periodEndOn', review: [] } };
    const number = { members: { type: 'integer', title: '党员数' } };
    const other = { ...definition(number, filing), id: 'other', title: '名册' } as Definition;
    assert.equal(status('B07', definition(number, filing), [other]), 'blocked');
    assert.equal(status('B07', definition(number, { ...filing, prefill: [{ field: '/members', from: '1' }] }), [other]), 'passed');
    assert.equal(status('B07', definition({ members: text }, filing), [other]), 'passed');
  });

  it('B12 wants somebody else to verify', () => {
    const life = (by: object[]) => ({ states: [{ id: 'open', title: '办理中' }, { id: 'closed', title: '已销号', final: true, tone: 'positive' }], moves: [{ id: 'close', title: '销号', from: ['open'], to: 'closed', by }] });
    assert.equal(status('B12', definition({}, life([{ role: 'verifier', at: 'ancestor' }]))), 'passed');
    assert.equal(status('B12', definition({}, life([{ role: 'filler' }]))), 'blocked');
    assert.equal(status('B12', definition({}, life([]))), 'blocked');
  });

  it('B14 refuses new meaning under an old version', () => {
    const old = definition({ a: text });
    assert.equal(status('B14', { ...definition({ a: text, b: text }) }, [old]), 'blocked');
    assert.equal(status('B14', { ...definition({ a: { ...text, title: '新名称' } }), version: '1.0.1' }, [old]), 'passed');
    assert.equal(status('B14', { ...definition({ a: text, b: text }), version: '1.1.0' }, [old]), 'passed');
  });

  it('B20 wants owner, date and result in every plan', () => {
    const plan = (properties: object) => definition({ measures: { type: 'array', items: { type: 'object', properties } } });
    const whole = { ownerName: text, dueOn: { type: 'string', format: 'date' }, isDone: { type: 'boolean' } };
    assert.equal(status('B20', plan(whole)), 'passed');
    assert.equal(status('B20', plan({ ownerName: text, isDone: { type: 'boolean' } })), 'blocked');
  });

  it('B24 keeps the local part small', () => {
    assert.equal(status('B24', definition({ ...fields(4, text), x_note: text })), 'passed');
    assert.equal(status('B24', definition({ ...fields(3, text), x_note: text })), 'blocked');
  });
});
