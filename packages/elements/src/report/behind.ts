// What a report needs once it is drawn: what is behind its numbers, and the whole of it as text and for paper. Reports
// load it behind their last block, or before one with so many rows that only those in sight are drawn.
export { measureNote, notesOf } from '@jiceng/core/report/words/notes.js';
export { openNumber } from '@jiceng/core/report/open.js';
export { reportText } from '@jiceng/core/report/words/plain.js';
export { openedView } from './opened-view.ts';
export { longRows } from './long-rows.ts';
export { reportHtml } from './paper.ts';
