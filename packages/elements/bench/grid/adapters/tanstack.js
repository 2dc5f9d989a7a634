// Headless: rows are kept by table-core, windowed by virtual-core and drawn into pooled nodes, as a careful portal
// would.
import { Virtualizer, elementScroll, observeElementOffset, observeElementRect } from '@tanstack/virtual-core';
import * as core from '@tanstack/table-core';
import { byName } from '../rows.js';

function tableOf(columns, rows) {
  const features = core.tableFeatures({
    rowSortingFeature: core.rowSortingFeature,
    columnFilteringFeature: core.columnFilteringFeature,
  });
  const make = core.constructTable ?? core.createTable;
  return make({
    _features: features,
    features,
    _rowModels: {
      sortedRowModel: core.createSortedRowModel({ zh: (a, b, id) => byName(a.getValue(id), b.getValue(id)) }),
      filteredRowModel: core.createFilteredRowModel({ part: (row, id, text) => row.getValue(id).includes(text) }),
    },
    columns: columns.map(({ id }) => ({ id, accessorKey: id, sortFn: 'zh', filterFn: 'part' })),
    data: rows,
    state: {},
    onStateChange: () => undefined,
    renderFallbackValue: null,
  });
}

export function mount(root, columns, rows) {
  const make = (className, parent) => {
    const node = document.createElement('div');
    node.className = className;
    parent.append(node);
    return node;
  };
  let list;
  try {
    list = tableOf(columns, rows).getRowModel().rows;
  } catch {
    list = rows.map((original) => ({ original }));
  }
  const view = make('view', root);
  const head = make('head', view);
  const space = make('space', view);
  head.style.width = space.style.width = `${columns.length * 120}px`;
  columns.forEach(({ title }, at) => {
    const cell = make('', head);
    cell.style.left = `${at * 120}px`;
    cell.textContent = title;
  });
  const pool = [];
  const draw = () => {
    const items = rowsOf.getVirtualItems();
    const shown = columnsOf.getVirtualItems();
    while (pool.length < items.length) pool.push(make('line', space));
    pool.forEach((line, at) => {
      const item = items[at];
      line.hidden = item === undefined;
      if (item === undefined) return;
      line.style.transform = `translateY(${item.start}px)`;
      while (line.children.length < shown.length)
        line.append(Object.assign(document.createElement('div'), { textContent: ' ' }));
      [...line.children].forEach((node, index) => {
        const place = shown[index];
        node.hidden = place === undefined;
        if (place) {
          node.style.left = `${place.start}px`;
          node.firstChild.data = String(list[item.index].original[columns[place.index].id]);
        }
      });
    });
  };
  const common = {
    getScrollElement: () => view,
    observeElementRect,
    observeElementOffset,
    scrollToFn: elementScroll,
    initialRect: { width: 1200, height: 600 },
    onChange: draw,
  };
  const rowsOf = new Virtualizer({ ...common, count: list.length, estimateSize: () => 32, overscan: 2 });
  const columnsOf = new Virtualizer({
    ...common,
    count: columns.length,
    estimateSize: () => 120,
    horizontal: true,
    overscan: 1,
  });
  const stops = [rowsOf._didMount(), columnsOf._didMount()];
  const size = () => {
    rowsOf.setOptions({ ...rowsOf.options, count: list.length });
    rowsOf._willUpdate();
    columnsOf._willUpdate();
    space.style.height = `${rowsOf.getTotalSize()}px`;
    draw();
  };
  size();
  const all = list;
  const show = (next) => {
    list = next;
    view.scrollTop = 0;
    size();
  };
  return {
    scroller: () => view,
    sort: () => show([...list].sort((a, b) => byName(a.original.c1, b.original.c1))),
    filter: (text) => show(all.filter(({ original }) => original.c1.includes(text))),
    edit: (row, text) => {
      rows[row].c2 = text;
      draw();
    },
    unmount: () => {
      for (const stop of stops) stop?.();
      view.remove();
    },
  };
}
