import { admit } from '@jiceng/core/admit/admit.js';
import { checkBurden } from '@jiceng/core/burden/check.js';
import type { Definition } from '@jiceng/core/generated/definition.js';
import type { Json } from '@jiceng/core/json/json.js';
import { valueAt } from '@jiceng/core/json/pointer.js';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { JsonDocument } from '../document/json-document.ts';
import { fixOf, type FixContext } from './fixes.ts';

const text = { type: 'string', title: '文字', maxLength: 40 };
const base = (more: object = {}) => ({
  $schema: 'https://jiceng.dev/schemas/definition/1.json',
  id: 'form',
  version: '1.0.0',
  title: '表',
  subject: 'organisation',
  purpose: { readBy: 'county', decision: '决定重点帮扶哪些组织' },
  validUntil: '2026-01-01',
  record: { type: 'object', properties: { a: text } },
  ...more,
});
const record = (properties: object, more: object = {}) => ({ record: { type: 'object', properties, ...more } });
const filing = (more: object = {}) => ({
  filing: { period: 'month', due: 'periodEndOn+10', review: [{ at: 'parent', does: '核对数据，帮助改进' }], ...more },
});
const admitted = (value: unknown): Definition => {
  const result = admit(value);
  assert.ok(result.ok, JSON.stringify(result));
  return result.value;
};

/** The finding of a rule is fixed by one click: afterwards the definition is admitted and the rule passes. */
function assertFixed(rule: string, definition: object, context: FixContext = {}): Definition {
  const others = context.others ?? [];
  const before = admitted(definition);
  const finding = checkBurden(before, others, context.today).find((one) => one.rule === rule && one.problem);
  assert.ok(finding, `${rule} finds nothing`);
  const fix = fixOf(before, finding, context);
  assert.ok(fix, `${rule} has no fix`);
  const document = new JsonDocument(JSON.stringify(definition as Json));
  document.edit({ title: fix.title }, fix.edits, fix.select);
  const after = admitted(document.value.value);
  document.undo();
  assert.deepEqual(document.value.value, before, 'one step of undo takes it back');
  assert.deepEqual(
    checkBurden(after, others, context.today)
      .filter((one) => one.rule === rule)
      .map(({ status }) => status),
    ['passed'],
  );
  return after;
}

describe('fixes of burden findings', () => {
  const file = { type: 'array', title: '附件', items: { type: 'string', format: 'file' } };
  const rows = {
    type: 'array',
    title: '支出',
    items: { type: 'object', properties: { what: text, amount: { type: 'number', title: '金额' } } },
  };
  const life = {
    states: [
      { id: 'open', title: '办理中' },
      { id: 'closed', title: '已销号', final: true, tone: 'positive' },
    ],
    moves: [{ id: 'close', title: '销号', from: ['open'], to: 'closed', by: [{ role: 'filler', at: 'own' }] }],
  };
  const review = (...does: string[]) => filing({ review: does.map((work) => ({ at: 'parent', does: work })) });

  it('leave the rule kept, and the definition admitted', () => {
    assertFixed('B04', base(record({ files: { ...file, maxItems: 3 } }, { required: ['files'] })));
    assertFixed('B04', base(record({ files: file, more: { ...file, title: '图片' }, a: text })));
    assertFixed('B09', base(record({ spent: rows, sum: { type: 'number', title: '合计' } })));
    assertFixed(
      'B09',
      base({
        ...record({ spent: rows, sum: { type: 'number', title: '合计' } }),
        rules: [{ field: '/spent', required: 'TRUE' }],
      }),
    );
    const board = { note: text, board: { ...text, title: '上墙照片说明' } };
    const bare = assertFixed(
      'B10',
      base({ ...record(board), view: [{ section: '情况', fields: ['/note', '/board'] }] }),
    );
    assert.deepEqual(bare.view?.[0]?.fields, ['/note']);
    assertFixed('B12', base(life));
    assertFixed('B13', base(review('核对数据，抽查一成', '核对数据，抽查一成')));
    assertFixed(
      'B20',
      base(
        record({ measures: { type: 'array', title: '措施', items: { type: 'object', properties: { what: text } } } }),
      ),
    );
    assertFixed(
      'B25',
      base({
        ...record({ kind: { type: 'string', title: '会议类型', oneOf: [{ const: 'a', title: '甲' }] } }),
        view: [{ section: '会议', fields: ['/kind'] }],
      }),
    );
    assertFixed('B27', base(filing({ due: 'periodStartOn+1' })));
    assertFixed('B27', base(filing({ opens: 'periodEndOn', due: 'periodEndOn+1' })));
    const { validUntil: _gone, ...endless } = base();
    assertFixed('B28', endless, { today: '2025-07-14' });
    assertFixed('B28', base({ validUntil: '2025-01-01' }), { today: '2025-07-14' });
  });

  it('number a changed version as the changes ask for, with the steps by which records come along', () => {
    const published = admitted(base(record({ a: text, b: text })));
    const { version, migration } = assertFixed('B14', base(), { others: [published] });
    assert.equal(version, '2.0.0');
    assert.deepEqual(migration, { from: '1.0.0', steps: [{ do: 'drop', field: '/b' }] });
    const older = admitted(base({ version: '1.0.3', ...record({ a: text, b: text }) }));
    assert.equal(assertFixed('B14', base(), { others: [older] }).version, '1.1.0');
  });

  it('leave to people what only they can decide: each finding names its cause and where it is', () => {
    const found = (rule: string, definition: object, others: readonly Definition[] = []) => {
      const drawn = admitted(definition);
      const finding = checkBurden(drawn, others).find((one) => one.rule === rule && one.problem);
      assert.ok(finding?.problem, `${rule} finds nothing`);
      assert.equal(fixOf(drawn, finding, { others }), undefined);
      assert.notEqual(valueAt(drawn as unknown as Json, finding.problem.pointer), undefined, rule);
      return [finding.problem.pointer, finding.problem.reason['zh-CN']];
    };
    const item = (more: object) => ({ id: 'one', title: '活动照片', max: 10, method: 'manual', source: 'O', ...more });
    const card = (dimensions: object[]) => ({
      ...record({ entries: { type: 'object', additionalProperties: { type: 'object' } }, total: { type: 'number' } }),
      score: { max: 10, entries: '/entries', outputs: { total: '/total' }, dimensions },
    });
    assert.deepEqual(found('B06', base(card([{ id: 'd', title: '一', items: [item({})] }]))), [
      '/score/dimensions/0/items/0',
      '指标“活动照片”以留痕数量计分，不能使用。',
    ]);
    const seven = Object.fromEntries([...'abcdefg'].map((name) => [name, text]));
    const own = { subject: 'person', create: [{ is: 'subject' }], ...record(seven) };
    assert.deepEqual(found('B17', base(own)), ['/record', '本人一次要填 7 项、约 56 秒，不应超过 6 项、60 秒。']);
    assert.deepEqual(found('B24', base(record({ a: text, x_b: { ...text, 'x-local': 'town' } }))), [
      '/record/properties/x_b',
      '自选字段有 1 个，全部字段 2 个，自选的不得超过 20%。',
    ]);
    const local = {
      id: 'x_d',
      title: '自选',
      adjust: true,
      'x-local': 'town',
      items: [item({ id: 'x_one', title: '特色' })],
    };
    const whole = { id: 'd', title: '一', items: [item({ title: '规范' })] };
    assert.deepEqual(found('B24', base(card([whole, local]))), [
      '/score/dimensions/1',
      '自选指标共 10 分，全部 20 分，自选的不得超过 20%。',
    ]);
    const long = { type: 'string', title: '情况', maxLength: 500 };
    const monthly = (id: string) =>
      base({ id, ...record(Object.fromEntries(Array.from({ length: 55 }, (_, at) => [`f${at}`, long]))), ...filing() });
    const others = ['m1', 'm2', 'm3', 'm4', 'm5', 'm6'].map((id) => admitted(monthly(id)));
    const [pointer, reason] = found('B26', monthly('form'), others);
    assert.equal(pointer, '/filing');
    assert.match(reason ?? '', /^加上本表，村级最忙的月份要填 \d+(\.\d)? 分钟（原来 \d+/);
  });

  it('read a fact instead of asking again, where the other form establishes one', () => {
    const asked = { ...record({ members: { type: 'integer', title: '党员数' } }), ...filing() };
    const other = base({
      ...asked,
      id: 'register',
      title: '名册',
      facts: [
        {
          id: 'register/members',
          title: '党员数',
          type: 'count',
          subject: 'organisation',
          grain: 'month',
          num: { last: 'members' },
        },
      ],
    });
    assert.deepEqual(assertFixed('B07', base(asked), { others: [admitted(other)] }).prefill, [
      { field: '/members', from: 'FACT("register/members")' },
    ]);
    const silent = admitted(base({ ...asked, id: 'register', title: '名册' }));
    const finding = checkBurden(admitted(base(asked)), [silent]).find(({ rule }) => rule === 'B07')!;
    assert.equal(fixOf(admitted(base(asked)), finding, { others: [silent] }), undefined);
  });
});
