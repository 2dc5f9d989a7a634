// Filters of ledgers, and the dialogs for pasting, for changing many rows, for columns and views: the sibling `jiceng-ledger-work.js`. A ledger loads it when one is first wanted.
export { filterOf, workDialog } from '../ledger/editing/parts.ts';
