// Tables in forms, and pickers of people, organisations and out of long lists: the sibling `jiceng-fields.js`. A form
// that has one loads it.
export { pickReference, pickWidgets } from '../widgets/picked.ts';
export { RowsModel, rowsWidget } from '../widgets/rows.ts';
