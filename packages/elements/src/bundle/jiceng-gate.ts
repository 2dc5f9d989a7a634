// The gate for definitions: the sibling `jiceng-gate.js`, which ledgers, processes and moves load for a definition that
// no store has let in.
export { admit } from '@jiceng/core/admit/admit.js';
