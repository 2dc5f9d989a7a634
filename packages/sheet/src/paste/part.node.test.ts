import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { SAMPLES } from './fixtures/samples.ts';
import { keyFor, pastedDimensions, pastedSchema, readPaste, withPoints } from './part.ts';

const items = (text: string) => {
  const pasted = readPaste(text, 'items');
  assert.ok(pasted.as === 'items');
  return pasted.groups;
};
interface Made {
  readonly id: string;
  readonly title: string;
  readonly adjust?: boolean;
  readonly items: readonly {
    readonly id: string;
    readonly max: number;
    readonly method: string;
    readonly required?: number;
    readonly per?: number;
  }[];
}
const made = (text: string, taken: readonly string[] = []) =>
  pastedDimensions(items(text), new Set(taken)) as unknown as Made[];

describe('what pasted texts become', () => {
  it('gives items without points what is left of a hundred', () => {
    assert.deepEqual(
      withPoints(items('甲指标\n乙指标\n丙指标')).flatMap((group) => group.items.map(({ max }) => max)),
      [33, 33, 34],
    );
    assert.deepEqual(
      withPoints(items('甲指标（60分）\n乙指标\n丙指标')).flatMap((group) => group.items.map(({ max }) => max)),
      [60, 20, 20],
    );
    assert.deepEqual(
      withPoints(items('甲指标（100分）\n乙指标')).flatMap((group) => group.items.map(({ max }) => max)),
      [100, 1],
    );
  });

  it('puts plus and minus points into dimensions of their own', () => {
    const dimensions = made(
      '1.组织健全（60分）\n2.活动正常（40分），每缺一次扣4分\n3.受到表彰，加5分\n4.参加服务，每次加2分，最高10分\n5.无故缺席，每次扣3分',
    );
    assert.deepEqual(
      dimensions.map(({ title, adjust = false, items: each }) => [
        title,
        adjust,
        each.map(({ method, max, per, required }) => [method, max, per ?? required]),
      ]),
      [
        [
          '考核指标',
          false,
          [
            ['manual', 60, undefined],
            ['deduct', 40, 4],
          ],
        ],
        [
          '加分项',
          true,
          [
            ['boolean', 5, undefined],
            ['countCap', 10, 5],
          ],
        ],
        ['扣分项', true, [['deduct', 0, 3]]],
      ],
    );
  });

  it('never uses an id twice, whatever the titles', () => {
    for (const { text } of SAMPLES) {
      const ids = made(text, ['jiaZhiBiao']).flatMap(({ id, items: each }) => [id, ...each.map((item) => item.id)]);
      assert.equal(new Set(ids).size, ids.length);
      assert.ok(
        ids.every((id) => /^[A-Za-z_]\w*$/.test(id)),
        ids.join(),
      );
    }
    assert.deepEqual(made('甲指标（5分）', ['jiaZhiBiao'])[0]?.items[0]?.id, 'jiaZhiBiao2');
  });

  it('writes the schema of each kind', () => {
    const pasted = readPaste(
      '姓名（填全名，不用简称）\n人数（人）\n性别（男/女）\n帮扶方式（可多选）：□资金 □物资\n入党时间\n是否困难',
    );
    assert.ok(pasted.as === 'fields');
    assert.deepEqual(pasted.fields.map(pastedSchema), [
      { type: 'string', title: '姓名', description: '填全名，不用简称', maxLength: 60 },
      { type: 'integer', title: '人数', 'x-unit': '人' },
      {
        type: 'string',
        title: '性别',
        oneOf: [
          { const: '1', title: '男' },
          { const: '2', title: '女' },
        ],
      },
      {
        type: 'array',
        title: '帮扶方式',
        items: {
          type: 'string',
          oneOf: [
            { const: '资金', title: '资金' },
            { const: '物资', title: '物资' },
          ],
        },
        uniqueItems: true,
      },
      { type: 'string', title: '入党时间', format: 'date' },
      { type: 'boolean', title: '是否困难' },
    ]);
    assert.equal(keyFor('家庭住址'), 'jiaTingZhuZhi');
  });
});
