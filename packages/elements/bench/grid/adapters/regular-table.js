import 'regular-table';
import { byName } from '../rows.js';

export async function mount(root, columns, rows) {
  const table = document.createElement('regular-table');
  table.style.cssText = 'position: relative; display: block; height: 600px;';
  root.append(table);
  let order = Uint32Array.from(rows, (_, at) => at);
  table.setDataListener((x0, y0, x1, y1) => ({
    num_rows: order.length,
    num_columns: columns.length,
    column_headers: columns.slice(x0, x1).map(({ title }) => [title]),
    data: columns.slice(x0, x1).map(({ id }) => Array.from(order.subarray(y0, y1), (at) => String(rows[at][id]))),
  }));
  await table.draw();
  const show = (next) => {
    order = next;
    table.scrollTop = 0;
    return table.draw({ invalid_viewport: true });
  };
  return {
    scroller: () => table,
    sort: () => show(Uint32Array.from(order).sort((a, b) => byName(rows[a].c1, rows[b].c1))),
    filter: (text) => show(Uint32Array.from(rows.keys()).filter((at) => rows[at].c1.includes(text))),
    edit: (row, text) => {
      rows[row].c2 = text;
      return table.draw();
    },
    unmount: () => table.remove(),
  };
}
