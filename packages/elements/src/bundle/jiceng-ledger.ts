// Ledgers: the sibling `jiceng-ledger.js`.
import '../ledger/define.ts';
