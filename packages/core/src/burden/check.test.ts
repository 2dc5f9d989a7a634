import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Definition, ScoreItem } from '../generated/definition.ts';
import { BURDEN_RULES } from './catalogue.ts';
import { checkBurden } from './check.ts';
import { measureBurden } from './measure.ts';

const text = { type: 'string', title: '文字', maxLength: 40 };
const file = { type: 'array', title: '附件', items: { type: 'string', format: 'file' } };
const fields = (count: number, schema: object) =>
  Object.fromEntries(Array.from({ length: count }, (_, at) => [`f${at}`, schema]));
const definition = (properties: object, more: object = {}, record: object = {}): Definition =>
  ({
    id: 'form',
    version: '1.0.0',
    title: '表',
    subject: 'organisation',
    purpose: { readBy: 'county', decision: '决定重点帮扶哪些组织' },
    record: { type: 'object', properties, ...record },
    ...more,
  }) as unknown as Definition;
const status = (rule: string, form: Definition, others: readonly Definition[] = []) =>
  checkBurden(form, others).find((finding) => finding.rule === rule)?.status;
const item = (id: string, more: Partial<ScoreItem> = {}): ScoreItem => ({
  id,
  title: id,
  max: 10,
  method: 'auto',
  value: 'TRUE',
  source: 'S000',
  ...more,
});
const card = (items: readonly ScoreItem[]) =>
  definition({}, { score: { max: 100, dimensions: [{ id: 'd', title: 'd', items }] } });

describe('checkBurden', () => {
  it('B02 warns of long score cards and of few computed items, and blocks very long ones', () => {
    const many = (count: number, more: Partial<ScoreItem> = {}) =>
      card(Array.from({ length: count }, (_, at) => item(`i${at}`, more)));
    assert.equal(status('B02', many(25)), 'passed');
    assert.equal(status('B02', many(26)), 'warned');
    assert.equal(status('B02', many(41)), 'blocked');
    assert.equal(status('B02', many(3, { value: undefined, method: 'manual' })), 'warned');
  });

  it('B03 counts what is typed at one time', () => {
    assert.equal(status('B03', definition(fields(15, text))), 'passed');
    assert.equal(status('B03', definition(fields(16, text))), 'warned');
    assert.equal(status('B03', definition(fields(61, text))), 'blocked');
    const asked = {
      moves: [{ id: 'close', title: '销号', from: ['open'], ask: Array.from({ length: 8 }, (_, at) => `/f${at}`) }],
    };
    assert.equal(status('B03', definition(fields(16, text), asked)), 'passed');
    assert.equal(
      measureBurden(
        definition({ ...fields(3, text), done: { type: 'boolean' }, computed: { type: 'number', readOnly: true } }),
      ).minutes,
      0.5,
    );
  });

  it('B04 blocks required and unlimited files', () => {
    assert.equal(status('B04', definition({ attachments: { ...file, maxItems: 3 } })), 'passed');
    assert.equal(status('B04', definition({ attachments: file })), 'blocked');
    assert.equal(
      status('B04', definition({ attachments: { ...file, maxItems: 3 } }, {}, { required: ['attachments'] })),
      'blocked',
    );
  });

  it('B05 limits counting items and refuses traces of work', () => {
    const count = { method: 'countCap', required: 12 } as const;
    assert.equal(status('B05', card([item('a', { ...count, max: 20 }), item('b', { max: 80 })])), 'passed');
    assert.equal(status('B05', card([item('a', { ...count, max: 21 }), item('b', { max: 79 })])), 'blocked');
    assert.equal(status('B06', card([item('a', { value: 'photoCount' })])), 'blocked');
    assert.equal(status('B06', card([item('a')])), 'passed');
  });

  it('B07 names the form that already asks', () => {
    const filing = { filing: { period: 'quarter', due: 'periodEndOn', review: [] } };
    const number = { members: { type: 'integer', title: '党员数' } };
    const other = { ...definition(number, filing), id: 'other', title: '名册' } as Definition;
    assert.equal(status('B07', definition(number, filing), [other]), 'blocked');
    assert.equal(
      status('B07', definition(number, { ...filing, prefill: [{ field: '/members', from: '1' }] }), [other]),
      'passed',
    );
    assert.equal(status('B07', definition({ members: text }, filing), [other]), 'passed');
  });

  it('B12 wants somebody else to verify', () => {
    const life = (by: object[]) => ({
      states: [
        { id: 'open', title: '办理中' },
        { id: 'closed', title: '已销号', final: true, tone: 'positive' },
      ],
      moves: [{ id: 'close', title: '销号', from: ['open'], to: 'closed', by }],
    });
    assert.equal(status('B12', definition({}, life([{ role: 'verifier', at: 'ancestor' }]))), 'passed');
    assert.equal(status('B12', definition({}, life([{ role: 'filler' }]))), 'blocked');
    assert.equal(status('B12', definition({}, life([]))), 'blocked');
  });

  it('B14 refuses new meaning under an old version', () => {
    const old = definition({ a: text });
    assert.equal(status('B14', { ...definition({ a: text, b: text }) }, [old]), 'blocked');
    assert.equal(
      status('B14', { ...definition({ a: { ...text, title: '新名称' } }), version: '1.0.1' }, [old]),
      'passed',
    );
    assert.equal(status('B14', { ...definition({ a: text, b: text }), version: '1.1.0' }, [old]), 'passed');
  });

  it('B20 wants owner, date and result in every plan', () => {
    const plan = (properties: object) =>
      definition({ measures: { type: 'array', items: { type: 'object', properties } } });
    const whole = { ownerName: text, dueOn: { type: 'string', format: 'date' }, isDone: { type: 'boolean' } };
    assert.equal(status('B20', plan(whole)), 'passed');
    assert.equal(status('B20', plan({ ownerName: text, isDone: { type: 'boolean' } })), 'blocked');
  });

  it('has a line for each rule, and leaves to people what no program can tell', () => {
    const findings = checkBurden(definition({ a: text }));
    assert.deepEqual(
      [...new Set(findings.map(({ rule }) => rule))],
      BURDEN_RULES.map(({ id }) => id),
    );
    assert.equal(BURDEN_RULES.length, 28);
    for (const { id, judged } of BURDEN_RULES)
      assert.equal(
        findings.some(({ rule, status: is }) => rule === id && is === 'judged'),
        judged !== undefined,
        id,
      );
  });

  it('B01 wants a decision in words', () => {
    assert.equal(status('B01', definition({ a: text })), 'passed');
    assert.equal(status('B01', definition({ a: text }, { purpose: { readBy: 'county', decision: '  ' } })), 'blocked');
  });

  const filing = (more: object = {}) => ({ filing: { period: 'quarter', due: 'periodEndOn+10', review: [], ...more } });

  it('B08 wants data reused in periodic forms', () => {
    assert.equal(status('B08', definition(fields(2, text), filing())), 'warned');
    assert.equal(status('B08', definition(fields(2, text))), 'passed');
    assert.equal(status('B08', definition(fields(2, { ...text, readOnly: true }), filing())), 'passed');
  });

  it('B09 refuses typed totals beside their rows, and only those', () => {
    const rows = {
      spent: {
        type: 'array',
        title: '支出',
        items: { type: 'object', properties: { what: text, amount: { type: 'number', title: '金额' } } },
      },
    };
    const total = { type: 'number', title: '合计' };
    assert.equal(status('B09', definition({ ...rows, sum: total })), 'blocked');
    assert.equal(
      status('B09', definition({ ...rows, sum: total }, { rules: [{ field: '/sum', value: 'SUM(spent.amount)' }] })),
      'passed',
    );
    assert.equal(status('B09', definition({ sum: total })), 'passed');
  });

  it('B10, B18, B25 look at what fields are called', () => {
    assert.equal(status('B10', definition({ board: { ...text, title: '上墙照片说明' } })), 'warned');
    assert.equal(status('B18', definition({ orgCoverageRate: { type: 'number', title: '组织覆盖率' } })), 'warned');
    assert.equal(
      status(
        'B18',
        definition({
          orgCoverageRate: { type: 'number', title: '组织覆盖率' },
          effectiveCoverageRate: { type: 'number', title: '有效覆盖率' },
        }),
      ),
      'passed',
    );
    const kind = { type: 'string', title: '会议类型', oneOf: [{ const: 'a', title: '甲' }] };
    assert.equal(status('B25', definition({ kind })), 'warned');
    assert.equal(status('B25', definition({ kind, topic: { ...text, title: '主题' } })), 'passed');
  });

  it('B13 wants every level to do something of its own', () => {
    const review = (...does: string[]) =>
      definition({ a: text }, filing({ review: does.map((work) => ({ at: 'parent', does: work })) }));
    assert.equal(status('B13', review('核对数据，抽查一成', '平衡结果，统筹力量')), 'passed');
    assert.equal(status('B13', review('核对数据，抽查一成', '核对数据，抽查一成')), 'warned');
    assert.equal(status('B13', review('')), 'warned');
  });

  it('B17 keeps records about oneself short', () => {
    const own = (count: number, schema: object) =>
      definition(fields(count, schema), { subject: 'person', create: [{ is: 'subject' }] });
    assert.equal(status('B17', own(6, text)), 'passed');
    assert.equal(status('B17', own(7, text)), 'blocked');
    assert.equal(status('B17', own(2, { ...text, maxLength: 400 })), 'warned');
    assert.equal(
      status('B17', { ...own(7, text), create: [{ is: 'subject' }, { role: 'filler', at: 'own' }] }),
      'warned',
    );
    assert.equal(status('B17', { ...own(7, text), create: [{ role: 'filler', at: 'own' }] }), 'passed');
  });

  it('B26 counts all forms of the busiest village', () => {
    const long = { type: 'string', title: '情况', maxLength: 500 };
    const monthly = (id: string, count: number) =>
      ({ ...definition(fields(count, long), filing({ period: 'month' })), id }) as Definition;
    assert.equal(status('B26', monthly('new', 20)), 'passed');
    assert.equal(status('B26', monthly('new', 20), [monthly('a', 60)]), 'passed', 'sixty minutes are still fine');
    assert.equal(status('B26', monthly('new', 21), [monthly('a', 60)]), 'warned');
    assert.equal(
      status(
        'B26',
        monthly('new', 20),
        Array.from({ length: 16 }, (_, at) => monthly(`a${at}`, 20)),
      ),
      'blocked',
    );
    const forCounty = {
      ...monthly('new', 200),
      filing: { ...filing({ period: 'month' }).filing, by: { orgLevel: ['county'] } },
    } as unknown as Definition;
    assert.equal(status('B26', forCounty), 'passed');
  });

  it('B27 wants five working days, whatever the month', () => {
    assert.equal(status('B27', definition({ a: text }, filing())), 'passed');
    assert.equal(
      status('B27', definition({ a: text }, filing({ period: 'month', opens: 'periodEndOn', due: 'periodEndOn+2' }))),
      'blocked',
    );
    assert.equal(
      status('B27', definition({ a: text }, filing({ period: 'month', opens: 'periodEndOn', due: 'periodEndOn+7' }))),
      'passed',
    );
    assert.equal(
      status('B27', definition({ a: text }, filing({ opens: 'DATE(', due: 'FACT("nobody/knows")' }))),
      'passed',
      'what cannot be known is not held against it',
    );
  });

  it('B28 wants an end of admission within two years', () => {
    const until = (validUntil?: string, more: object = {}) =>
      definition({ a: text }, { ...more, ...(validUntil === undefined ? {} : { validUntil }) });
    const on = (form: Definition) => checkBurden(form, [], '2025-07-14').find(({ rule }) => rule === 'B28')?.status;
    assert.equal(status('B28', until()), 'blocked');
    assert.equal(status('B28', until(undefined, filing({ by: { orgLevel: ['county'] } }))), 'passed');
    assert.equal(on(until('2027-07-14')), 'passed');
    assert.equal(on(until('2027-07-16')), 'blocked');
    assert.equal(on(until('2025-07-13')), 'blocked');
    assert.equal(on(until('soon')), 'blocked');
  });

  it('B24 keeps the local part small', () => {
    const added = { ...text, 'x-local': 'town' };
    assert.equal(status('B24', definition({ ...fields(4, text), x_note: added })), 'passed');
    assert.equal(status('B24', definition({ ...fields(3, text), x_note: added })), 'blocked');
    assert.equal(
      status('B24', definition({ x_b2: text, x_c2: text })),
      'passed',
      'names that an office gave its own fields',
    );
    const points = (max: number) =>
      definition(
        {},
        {
          score: {
            max: 10,
            dimensions: [
              { id: 'd', title: 'd', items: [item('a')] },
              { id: 'x_d', title: 'x', adjust: true, 'x-local': 'town', items: [item('x_a', { max })] },
            ],
          },
        },
      );
    assert.equal(status('B24', points(2)), 'passed');
    assert.equal(status('B24', points(3)), 'blocked');
  });
});
