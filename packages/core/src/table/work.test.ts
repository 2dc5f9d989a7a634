import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from '../fixtures/fast-check.ts';
import { blockHTML, blockText, parseBlock } from './clipboard.ts';
import {
  arranged,
  AS_DEFINED,
  layoutFromJson,
  layoutToJson,
  ordered,
  withMoved,
  withShown,
  withWidth,
} from './column-layout.ts';
import { History } from './history.ts';
import { filledBlock, planPaste, type Reading } from './paste.ts';

describe('blocks of cells', () => {
  it('come back from the clipboard as they went', () => {
    const cell = fc
      .array(fc.constantFrom('甲', '1', '"', '\t', '\n', ' ', '<'), { maxLength: 5 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(
        fc
          .integer({ min: 1, max: 4 })
          .chain((width) =>
            fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 4 }),
          ),
        (block) => {
          // A last line that is blank ends the block, as in spreadsheets.
          const full = [...block, block[0]!.map(() => '尾')];
          assert.deepEqual(parseBlock(blockText(full)), full);
        },
      ),
    );
  });
  it('are markup that spreadsheets read: codes stay texts, nothing is interpreted', () => {
    assert.equal(
      blockHTML([
        ['<b>', '0123'],
        ['=1+1', '两\n行'],
      ]),
      '<table><tr><td>&lt;b&gt;</td><td style="mso-number-format:\'\\@\'">0123</td></tr><tr><td style="mso-number-format:\'\\@\'">=1+1</td><td>两<br style="mso-data-placement:same-cell">行</td></tr></table>',
    );
  });
});

describe('history', () => {
  it('takes back and does again, until something new is done; the oldest goes first', () => {
    const history = new History<number>(3);
    [1, 2, 3, 4].forEach((step) => history.add(step));
    assert.deepEqual([history.undo(), history.undo(), history.redo(), history.undo()], [4, 3, 3, 3]);
    history.add(9);
    assert.equal(history.canRedo, false);
    assert.deepEqual([history.undo(), history.undo(), history.undo()], [9, 2, undefined]);
  });
});

describe('pasting', () => {
  const read = (column: string, _row: number, text: string): Reading =>
    column === 'fixed'
      ? { kind: 'fixed', reason: '不能修改' }
      : column === 'number' && Number.isNaN(Number(text))
        ? { kind: 'wrong', reason: '不是数字' }
        : text === '旧'
          ? { kind: 'same' }
          : { kind: 'value', shown: text };
  it('says by column what will change, what is wrong, and what has no place', () => {
    const plan = planPaste(
      [
        ['1', '新', 'x', 'y'],
        ['无', '旧', 'x', 'y'],
        ['3', '新', 'x', 'y'],
      ],
      [7, 8],
      ['number', 'text', 'fixed'],
      () => '旧',
      read,
    );
    assert.deepEqual(
      plan.columns.map(({ column, changes, wrong, fixed, usable }) => [column, changes, wrong, fixed, usable]),
      [
        ['number', 1, 1, 0, true],
        ['text', 1, 0, 0, true],
        ['fixed', 0, 0, 2, false],
      ],
    );
    assert.deepEqual([plan.rowsBeyond, plan.columnsBeyond], [1, 1]);
  });
  it('puts a single cell everywhere, and leaves blocks as they are', () => {
    assert.deepEqual(filledBlock([['甲']], 2, 2), [
      ['甲', '甲'],
      ['甲', '甲'],
    ]);
    assert.deepEqual(filledBlock([['甲', '乙']], 2, 2), [['甲', '乙']]);
  });
});

describe('a person’s columns', () => {
  const columns = ['a', 'b', 'c', 'd'].map((id) => ({ id, width: 100 }));
  const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id).join('');
  it('move, hide, widen, and survive storing', () => {
    let layout = withMoved(AS_DEFINED, columns, 'd', 'b');
    layout = withWidth(withShown(layout, 'a', false), 'c', 9);
    const again = layoutFromJson(JSON.parse(JSON.stringify(layoutToJson(layout))));
    assert.equal(ids(arranged(columns, again)), 'dbc');
    assert.equal(arranged(columns, again).find(({ id }) => id === 'c')!.width, 40);
    assert.equal(ids(arranged(columns, { ...layout, hidden: new Set('abcd') })), 'adbc');
  });
  it('take in new columns where the definition has them', () => {
    const layout = withMoved(AS_DEFINED, columns, 'c', 'a');
    assert.equal(ids(ordered([{ id: 'n', width: 1 }, ...columns, { id: 'z', width: 1 }], layout)), 'ncabdz');
  });
  it('are those of the definition when what was stored is none', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        assert.equal(ids(ordered(columns, layoutFromJson(json))).length, 4);
      }),
    );
    assert.equal(layoutFromJson({ widths: { a: 'x', b: 1e9, c: 80 } }).widths.size, 1);
  });
});
