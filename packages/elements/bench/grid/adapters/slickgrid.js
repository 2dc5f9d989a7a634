import { SlickDataView, SlickGrid } from 'slickgrid';
import { byName } from '../rows.js';

export function mount(root, columns, rows) {
  const box = document.createElement('div');
  box.style.cssText = 'width: 1200px; height: 600px;';
  root.append(box);
  const view = new SlickDataView({ inlineFilters: false });
  const grid = new SlickGrid(
    box,
    view,
    columns.map(({ id, title, width }) => ({ id, field: id, name: title, width, sortable: true })),
    { rowHeight: 32, enableColumnReorder: false, forceFitColumns: false },
  );
  view.onRowCountChanged.subscribe(() => {
    grid.updateRowCount();
    grid.render();
  });
  view.onRowsChanged.subscribe((_, { rows: changed }) => {
    grid.invalidateRows(changed);
    grid.render();
  });
  view.setItems([...rows], 'c0'); // it sorts the list that it is given
  grid.invalidate();
  return {
    scroller: () =>
      box.querySelector('.slick-viewport-top.slick-viewport-left') ?? box.querySelector('.slick-viewport'),
    sort: () => {
      grid.scrollRowToTop(0);
      view.sort((a, b) => byName(a.c1, b.c1), true);
      grid.invalidate();
    },
    filter: (text) => {
      view.setFilterArgs({ text });
      view.setFilter((item) => item.c1.includes(text));
      grid.scrollRowToTop(0);
      grid.invalidate();
    },
    edit: (row, text) => {
      view.updateItem(rows[row].c0, { ...rows[row], c2: text });
    },
    unmount: () => {
      grid.destroy();
      box.remove();
    },
  };
}
