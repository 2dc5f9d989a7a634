// Filters of ledgers, the detail of a record with its moves, and the dialogs: the sibling `jiceng-ledger-work.js`. A
// ledger loads it when one is first wanted.
export * from '../ledger/editing/parts.ts';
