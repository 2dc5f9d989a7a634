import { createApp, h, nextTick } from 'vue';
import { VxeColumn, VxeTable } from 'vxe-table';
import { byName } from '../rows.js';

export async function mount(root, columns, rows) {
  const box = document.createElement('div');
  root.append(box);
  let table;
  const app = createApp({
    render: () =>
      h(
        VxeTable,
        {
          ref: (found) => {
            table = found;
          },
          height: 600,
          rowConfig: { height: 32, keyField: 'c0' },
          showOverflow: true,
          virtualYConfig: { enabled: true, gt: 0 },
          virtualXConfig: { enabled: true, gt: 0 },
        },
        {
          default: () =>
            columns.map(({ id, title, width }) => h(VxeColumn, { field: id, title, width, sortable: true })),
        },
      ),
  });
  app.mount(box);
  await nextTick();
  await table.loadData(rows);
  return {
    scroller: () =>
      box.querySelector('.vxe-table--body-inner-wrapper') ?? box.querySelector('.vxe-table--body-wrapper'),
    jump: (row) => table.scrollToRow(rows[row]),
    sort: () => table.loadData([...rows].sort((a, b) => byName(a.c1, b.c1))),
    filter: (text) => table.loadData(rows.filter(({ c1 }) => c1.includes(text))),
    edit: (row, text) => {
      rows[row].c2 = text;
      return table.updateData();
    },
    unmount: () => {
      app.unmount();
      box.remove();
    },
  };
}
