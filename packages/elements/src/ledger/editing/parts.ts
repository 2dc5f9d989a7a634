// What a ledger loads when it is first asked for: filters, and the dialogs for pasting, for changing many rows, for columns and views.
export { filterOf } from '../table/filters.ts';
export { workDialog } from './work-dialog.ts';
