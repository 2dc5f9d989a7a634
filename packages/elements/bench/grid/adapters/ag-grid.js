import { AllCommunityModule, createGrid, ModuleRegistry } from 'ag-grid-community';
import { byName } from '../rows.js';

ModuleRegistry.registerModules([AllCommunityModule]);

export function mount(root, columns, rows) {
  const box = document.createElement('div');
  box.style.height = '600px';
  root.append(box);
  const api = createGrid(box, {
    rowHeight: 32,
    columnDefs: columns.map(({ id, title, width }) => ({
      field: id,
      headerName: title,
      width,
      filter: 'agTextColumnFilter',
      ...(id === 'c1' ? { comparator: byName } : {}),
    })),
    rowData: rows,
    suppressNoRowsOverlay: true,
  });
  return {
    scroller: () => box.querySelector('.ag-grid-viewport') ?? box.querySelector('.ag-body-viewport'),
    sort: () => {
      api.ensureIndexVisible(0, 'top');
      api.applyColumnState({ state: [{ colId: 'c1', sort: 'asc' }] });
    },
    filter: (text) => {
      api.setFilterModel({ c1: { filterType: 'text', type: 'contains', filter: text } });
      api.ensureIndexVisible(0, 'top');
    },
    edit: (row, text) => api.getRowNode(String(row)).setDataValue('c2', text),
    unmount: () => {
      api.destroy();
      box.remove();
    },
  };
}
