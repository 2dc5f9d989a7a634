import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { SAMPLES } from './fixtures/samples.ts';
import { told } from './fixtures/told.ts';
import { readPaste } from './read-paste.ts';

describe('readPaste', () => {
  for (const { name, text, read } of SAMPLES) it(`reads ${name}`, () => assert.deepEqual(told(readPaste(text)), read));

  it('reads the same with other line ends, blanks at the ends and blank lines', () => {
    for (const { text, read } of SAMPLES) {
      if (text.includes('"')) continue; // line breaks inside cells are the cell's own
      assert.deepEqual(told(readPaste(`\ufeff\r\n${text.replace(/\n/g, ' \r\n')}\r\n\r\n`)), read, text);
    }
  });

  it('takes a text for what people say it is', () => {
    assert.deepEqual(
      told(readPaste('按期换届（5分）\n党费收缴', 'fields')).map((line) => line.split(':')[0]),
      ['fields', '按期换届', '党费收缴'],
    );
    assert.deepEqual(told(readPaste('按期换届\n党费收缴', 'items')), [
      'items',
      '[]',
      '按期换届: manual ?',
      '党费收缴: manual ?',
    ]);
    assert.deepEqual(told(readPaste('', 'items')), ['items']);
  });

  it('keeps two fields of one title apart, and names of the envelope away', () => {
    const pasted = readPaste('党组织名称\n党组织名称\n__proto__\n状态');
    assert.ok(pasted.as === 'fields');
    const keys = pasted.fields.map(({ key }) => key);
    assert.equal(new Set(keys).size, 4);
    assert.ok(
      keys.every((key) => /^[a-zA-Z]\w*$/.test(key) && !key.startsWith('x_') && key !== 'orgName'),
      keys.join(),
    );
  });

  it('reads anything, however long and odd, without an end to wait for', () => {
    const odd = [
      '\t'.repeat(500),
      '"'.repeat(5000),
      '每'.repeat(5000),
      `每${'一次'.repeat(3000)}扣`,
      `（${'（'.repeat(4000)}5分`,
      '1.'.repeat(3000),
      `${'甲\t'.repeat(300)}\n`.repeat(50),
      '|'.repeat(3000),
      `${'一、'.repeat(2000)}分`,
      '5分'.repeat(4000),
      '\u0000\ud800姓名',
      `姓名：${'_'.repeat(5000)}电话`,
      '甲/'.repeat(3000),
      '甲乙\n'.repeat(5000),
    ];
    for (const text of odd)
      for (const as of [undefined, 'fields', 'items'] as const) assert.ok(readPaste(text, as).rest.length >= 0);
  });
});
