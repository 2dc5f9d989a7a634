import '@vaadin/grid';
import { byName } from '../rows.js';

export function mount(root, columns, rows) {
  const grid = document.createElement('vaadin-grid');
  grid.style.height = '600px';
  grid.columnRendering = 'lazy';
  for (const { id, title, width } of columns)
    grid.append(
      Object.assign(document.createElement('vaadin-grid-column'), {
        path: id,
        header: title,
        width: `${width}px`,
        flexGrow: 0,
      }),
    );
  grid.items = rows;
  root.append(grid);
  return {
    scroller: () => grid.shadowRoot?.querySelector('#table'),
    jump: (row) => grid.scrollToIndex(row),
    sort: () => {
      grid.items = [...rows].sort((a, b) => byName(a.c1, b.c1));
      grid.scrollToIndex(0);
    },
    filter: (text) => {
      grid.items = rows.filter(({ c1 }) => c1.includes(text));
    },
    edit: (row, text) => {
      rows[row].c2 = text;
      grid.requestContentUpdate();
    },
    unmount: () => grid.remove(),
  };
}
