import { ListGrid } from 'cheetah-grid';
import { byName } from '../rows.js';

export function mount(root, columns, rows) {
  const box = document.createElement('div');
  box.style.cssText = 'width: 1200px; height: 600px;';
  root.append(box);
  const grid = new ListGrid({
    parentElement: box,
    defaultRowHeight: 32,
    header: columns.map(({ id, title, width }) => ({ field: id, caption: title, width })),
    records: rows,
  });
  return {
    canvas: true,
    scroller: () => box.querySelector('.grid-scrollable'),
    sort: () => {
      grid.records = [...rows].sort((a, b) => byName(a.c1, b.c1));
      grid.invalidate();
    },
    filter: (text) => {
      grid.records = rows.filter(({ c1 }) => c1.includes(text));
      grid.invalidate();
    },
    edit: (row, text) => {
      rows[row].c2 = text;
      grid.invalidate();
    },
    unmount: () => {
      grid.dispose();
      box.remove();
    },
  };
}
