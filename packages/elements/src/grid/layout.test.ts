import { expect } from '@open-wc/testing';
import type { GridColumn } from './column.ts';
import { fitsOneLine, headerCells, placeColumns, scrollRange, totalWidth, visibleColumns } from './layout.ts';

const column = (id: string, more: Partial<GridColumn> = {}): GridColumn => ({
  id,
  title: id,
  width: 100,
  text: () => '',
  ...more,
});

describe('grid layout', () => {
  it('lets a lone column reach through all header levels and joins equal headings', () => {
    const cells = headerCells([
      column('a'),
      column('b', { groups: ['整改', '责任'] }),
      column('c', { groups: ['整改', '责任'] }),
      column('d', { groups: ['整改'] }),
    ]);
    expect(cells.map(({ title, level, levels, from, span }) => [title, level, levels, from, span])).to.deep.equal([
      ['a', 0, 3, 0, 1],
      ['整改', 0, 1, 1, 3],
      ['责任', 1, 1, 1, 2],
      ['d', 1, 2, 3, 1],
      ['b', 2, 1, 1, 1],
      ['c', 2, 1, 2, 1],
    ]);
  });
  it('gives spare width to growing columns and freezes the first ones', () => {
    const placed = placeColumns(
      [column('a', { grow: 1 }), column('b', { frozen: true }), column('c', { grow: 2 })],
      601,
      1,
    );
    expect(placed.map(({ column: { id }, left, width }) => [id, left, width])).to.deep.equal([
      ['b', 0, 100],
      ['a', 100, 200],
      ['c', 300, 301],
    ]);
    expect(totalWidth(placed)).to.equal(601);
  });
  it('knows texts that fit one line for certain: digits are narrow, letters may be wide, line breaks never fit', () => {
    expect(['八个字正好放得下', '2025-09-15', '1234.5', ''].map((text) => fitsOneLine(text, 8))).to.deep.equal([
      true,
      true,
      true,
      true,
    ]);
    expect(
      ['九个字就放不下了吧', 'WWWWWWWWW', '2025-09-15 09:30:00', '一\n二', '2025-09-15\n'].map((text) =>
        fitsOneLine(text, 8),
      ),
    ).to.deep.equal([false, false, false, false, false]);
  });
  it('freezes nothing that would take more than half of the width', () => {
    expect(placeColumns([column('a', { frozen: true }), column('b')], 150, 1).some(({ frozen }) => frozen)).to.equal(
      false,
    );
  });
  it('freezes nothing while all columns fit', () => {
    const columns = [column('a', { frozen: true }), column('b'), column('c')];
    expect(placeColumns(columns, 300, 1).some(({ frozen }) => frozen)).to.equal(false);
    expect(placeColumns(columns, 299, 1).map(({ frozen }) => frozen)).to.deep.equal([true, false, false]);
  });
  it('windows columns, frozen ones always in it', () => {
    const placed = placeColumns(
      Array.from({ length: 20 }, (_, at) => column(String(at), { frozen: at === 0 })),
      400,
      1,
    );
    expect(visibleColumns(placed, 1000, 400).map(({ index }) => index)).to.deep.equal([0, 9, 10, 11, 12, 13, 14]);
  });
  it('reaches the last line of a range that is longer than browsers allow', () => {
    const range = scrollRange(2_000_000, 50, 500);
    expect(range.space).to.equal(30_000_000);
    expect(range.topAt(range.space - 500)).to.be.closeTo(2_000_000 * 50 - 500, 0.01);
    expect(range.scrollTopFor(range.topAt(12345))).to.be.closeTo(12345, 0.001);
  });
});
