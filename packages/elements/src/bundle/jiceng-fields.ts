// Tables in forms, pickers of people, organisations and out of long lists, values of several types: the sibling
// `jiceng-fields.js`. A form that has one loads it.
export { pickReference } from '../widgets/picked.ts';
export { rareWidgets } from '../widgets/rare.ts';
export { RowsModel, rowsWidget } from '../widgets/rows.ts';
