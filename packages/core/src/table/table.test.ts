import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from '../fixtures/fast-check.ts';
import { parseBlock } from './clipboard.ts';
import { amountTest, betweenTest, filterRows, foldText, isFolded, oneOfTest, searchWords, wordTest } from './filter.ts';
import { groupKey, groupRows } from './group.ts';
import { numeralValue, withDigits } from './numerals.ts';
import { listRanks, numberRanks, sortRows } from './sort.ts';
import { collator } from './char-order.ts';
import { BLANK, textRanks } from './text-ranks.ts';
import { total } from './totals.ts';

const all = (count: number) => Uint32Array.from({ length: count }, (_, at) => at);
const sorted = (texts: string[]) =>
  [...sortRows(all(texts.length), [{ ranks: textRanks(texts) }])].map((row) => texts[row]);
const piece = fc.constantFrom(
  ...'赵钱孙李周吴郑王张伟芳娜行长重庆党村组（）、，·甲乙',
  '1',
  '02',
  '12',
  'a',
  'B',
  ' ',
  '(',
  '-',
  '𠮷',
);

describe('Chinese order', () => {
  it('is the collator’s order for any mixture of characters', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.array(piece, { minLength: 1, maxLength: 6 }).map((parts) => parts.join('')),
          { maxLength: 60 },
        ),
        (texts) => {
          const compare = collator('zh-CN');
          const result = sorted(texts) as string[];
          for (let at = 1; at < result.length; at++)
            assert.ok(
              compare(withDigits(result[at - 1]!), withDigits(result[at]!)) <= 0,
              `${result[at - 1]} ${result[at]}`,
            );
        },
      ),
      { numRuns: 300 },
    );
  });
  it('reads the words whose first character sounds differently in them', () => {
    assert.deepEqual(sorted(['赵家村', '重庆路社区', '重点村', '陈家村', '沈阳路社区', '沈家村']), [
      '陈家村',
      '重庆路社区',
      '沈阳路社区',
      '沈家村',
      '赵家村',
      '重点村',
    ]);
  });
  it('is the same when there are enough texts for counting', () => {
    const chars = [...'赵钱孙李周吴郑王张伟芳娜行长重庆党村组'];
    const texts = Array.from(
      { length: 3000 },
      (_, at) => chars[at % 19]! + chars[(at * 7 + 3) % 19]! + (at % 3 === 0 ? '' : chars[(at * 5) % 19]!),
    );
    const expected = [...texts].sort(collator('zh-CN'));
    assert.deepEqual(sorted(texts), expected);
  });
  it('knows ordinals, and leaves names alone', () => {
    assert.deepEqual(sorted(['第十二党支部', '第二党支部', '第一党支部', '第十党支部', '第三党支部']), [
      '第一党支部',
      '第二党支部',
      '第三党支部',
      '第十党支部',
      '第十二党支部',
    ]);
    assert.deepEqual(sorted(['十组', '二组', '一组', '十一组']), ['一组', '二组', '十组', '十一组']);
    assert.equal(withDigits('五一村三里河'), '五一村三里河');
    assert.equal(numeralValue('一百零三'), 103);
    assert.equal(numeralValue('二〇二五'), 2025);
  });
  it('puts blank values last in both directions', () => {
    const ranks = textRanks(['乙', '', '甲']);
    assert.equal(ranks[1], BLANK);
    assert.deepEqual([...sortRows(all(3), [{ ranks }])], [2, 0, 1]);
    assert.deepEqual([...sortRows(all(3), [{ ranks, descending: true }])], [0, 2, 1]);
  });
});

describe('sorting rows', () => {
  it('sorts by several keys, stably', () => {
    const state = listRanks(['b', 'a', 'b', 'a', 'x'], ['a', 'b']);
    const score = numberRanks([1, 2.5, -3, 2.5, null]);
    assert.deepEqual([...sortRows(all(5), [{ ranks: state }, { ranks: score, descending: true }])], [1, 3, 0, 2, 4]);
  });
});

describe('filters', () => {
  it('search without case and width', () => {
    assert.deepEqual(searchWords(' 镇  ＡＢ '), ['镇', 'ab']);
    assert.deepEqual(searchWords('  '), []);
    assert.ok(wordTest('ab')(foldText('ＡＢ公司 党支部')));
    assert.ok(!wordTest('镇')('公司'));
    fc.assert(
      fc.property(fc.string(), (text) => {
        if (isFolded(text)) assert.equal(text.normalize('NFKC').toLowerCase().trim(), text);
      }),
    );
    fc.assert(
      fc.property(fc.array(piece), (parts) => {
        const text = parts.join('');
        if (isFolded(text)) assert.equal(text.normalize('NFKC').toLowerCase().trim(), text);
      }),
    );
  });
  it('find what pinyin begins with, also where a character has two readings', () => {
    for (const [text, search] of [
      ['张明', 'zm'],
      ['问题整改', 'wtzg'],
      ['城关镇重庆路社区', 'cqlsq'],
      ['长安镇', 'caz'],
      ['安乐村', 'alc'],
      ['尔雅', 'ey'],
      ['党支部2组', 'zb2z'],
    ] as const)
      assert.ok(wordTest(search)(text), `${text} ${search}`);
    assert.ok(!wordTest('zmm')('张明'));
    assert.ok(!wordTest('z')('张明'), 'one letter is too little to mean a reading');
  });
  it('take numbers within bounds, and none without a value', () => {
    const amounts = [1, null, 5, 10];
    assert.deepEqual([...filterRows(4, [amountTest(2, 10, (row) => amounts[row]!)!])], [2, 3]);
    assert.equal(
      amountTest(null, null, () => 1),
      undefined,
    );
  });
  it('take lists of values and inclusive bounds, to the end of the day', () => {
    assert.deepEqual([...filterRows(3, [oneOfTest(new Set(['a']), (row) => [['a', 'b'], ['b'], 'a'][row]!)!])], [0, 2]);
    const dates = ['2025-01-31 08:00', '2025-02-01', ''];
    assert.deepEqual([...filterRows(3, [betweenTest('2025-01-01', '2025-01-31', (row) => dates[row]!)!])], [0]);
  });
});

describe('groups', () => {
  const by = (values: readonly string[], order: readonly string[], descending = false) => {
    const ranks = listRanks(values, order);
    return { value: (row: number) => values[row]!, rank: (row: number) => ranks[row]!, descending };
  };
  it('come in order, blanks last, count their rows and fold', () => {
    const { groups, lines } = groupRows(all(5), [by(['b', 'a', '', 'a', 'z'], ['a', 'b', 'c'])], new Set(['b']));
    assert.deepEqual(
      groups.map(({ rows, ...group }) => ({ ...group, rows: [...rows] })),
      [
        { key: 'a', value: 'a', level: 0, count: 2, open: true, rows: [1, 3] },
        { key: 'b', value: 'b', level: 0, count: 1, open: false, rows: [0] },
        { key: 'z', value: 'z', level: 0, count: 1, open: true, rows: [4] },
        { key: '', value: '', level: 0, count: 1, open: true, rows: [2] },
      ],
    );
    assert.deepEqual([...lines], [-1, 1, 3, -2, -3, 4, -4, 2]);
    assert.deepEqual(
      groupRows(all(5), [by(['b', 'a', '', 'a', ''], ['a', 'b'], true)], new Set()).groups.map(({ key }) => key),
      ['b', 'a', ''],
    );
  });
  it('stand in groups; one that is folded hides those inside it and no other', () => {
    const towns = by(['x', 'y', 'x', 'x'], ['x', 'y']);
    const states = by(['open', 'open', 'done', 'open'], ['open', 'done']);
    const open = groupRows(all(4), [towns, states], new Set());
    assert.deepEqual(
      open.groups.map(({ key, level, count }) => [key, level, count]),
      [
        ['x', 0, 3],
        [groupKey('x', 'open'), 1, 2],
        [groupKey('x', 'done'), 1, 1],
        ['y', 0, 1],
        [groupKey('y', 'open'), 1, 1],
      ],
    );
    assert.deepEqual([...open.lines], [-1, -2, 0, 3, -3, 2, -4, -5, 1]);
    assert.deepEqual([...groupRows(all(4), [towns, states], new Set(['x'])).lines], [-1, -4, -5, 1]);
    assert.deepEqual(
      [...groupRows(all(4), [towns, states], new Set([groupKey('x', 'open')])).lines],
      [-1, -2, -3, 2, -4, -5, 1],
    );
  });
});

describe('totals', () => {
  it('skip blanks and show what people expect of decimals', () => {
    assert.equal(total('sum', [0.1, 0.2, null]), 0.3);
    assert.equal(total('average', [1, null, 2]), 1.5);
    assert.equal(total('average', [null]), null);
    assert.equal(total('count', [1, null]), 1);
  });
});

describe('pasted blocks', () => {
  it('keep line breaks and quotes inside cells', () => {
    assert.deepEqual(parseBlock('甲\t"第一行\n第二行"\t3\r\n乙\t"说""好"""\t\r\n'), [
      ['甲', '第一行\n第二行', '3'],
      ['乙', '说"好"', ''],
    ]);
    assert.deepEqual(parseBlock('"未闭合\tx'), [['"未闭合', 'x']]);
  });
  it('give back what was written', () => {
    const cell = fc.string({ unit: fc.constantFrom('甲', '"', '\n', '\t', 'x') });
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 4 }), (block) => {
        const text = block
          .map((row) =>
            row.map((value) => (/["\n\t]/.test(value) ? `"${value.replace(/"/g, '""')}"` : value)).join('\t'),
          )
          .join('\n');
        assert.deepEqual(parseBlock(`${text}\n`), block);
      }),
    );
  });
});
