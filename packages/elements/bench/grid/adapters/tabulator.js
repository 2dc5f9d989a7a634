import { TabulatorFull } from 'tabulator-tables';
import { byName } from '../rows.js';

export async function mount(root, columns, rows) {
  const box = document.createElement('div');
  root.append(box);
  const table = new TabulatorFull(box, {
    height: 600,
    rowHeight: 32,
    index: 'c0',
    renderHorizontal: 'virtual',
    data: rows,
    columns: columns.map(({ id, title, width }) => ({
      field: id,
      title,
      width,
      ...(id === 'c1' ? { sorter: byName } : {}),
    })),
  });
  await new Promise((resolve) => table.on('tableBuilt', resolve));
  return {
    scroller: () => box.querySelector('.tabulator-tableholder'),
    sort: () => table.setSort('c1', 'asc'),
    filter: (text) => table.setFilter('c1', 'like', text),
    edit: (row, text) => table.updateData([{ c0: rows[row].c0, c2: text }]),
    unmount: () => {
      table.destroy();
      box.remove();
    },
  };
}
