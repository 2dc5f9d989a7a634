// Tabs of the form builder in which one draws: score, ledger, states, process, facts and rules. Loaded when one is
// opened.
import '../ledger/define.ts';
import '../life/define.ts';
import '../logic/define.ts';
import '../score/define.ts';

export * from '../logic/carry-out.ts';
