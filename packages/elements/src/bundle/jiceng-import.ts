// The screen through which Excel and CSV files come in: the sibling `jiceng-import.js`. It gets the Excel code when a
// file is chosen.
import '../import/define.ts';
