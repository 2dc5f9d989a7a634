// Ledgers, staged processes and the moves of states: the sibling `jiceng-ledger.js`.
import '../ledger/define.ts';
import '../moves/define.ts';
import '../process/define.ts';
export { withBasis } from '@jiceng/core/definition/with-basis.js';
