// Staged processes and the moves of states: the sibling `jiceng-process.js`.
import '../moves/define.ts';
import '../process/define.ts';
export { withBasis } from '@jiceng/core/definition/with-basis.js';
