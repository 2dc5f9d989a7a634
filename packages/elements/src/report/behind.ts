// What a report needs once its first blocks are drawn: rankings, lights and who has reported, tables of which only the
// rows in sight are drawn, what is behind its numbers, and the whole of it as text and for paper. Reports load it behind
// their last block, or before one that needs it.
export { otherModel } from '@jiceng/core/report/blocks/other.js';
export { measureNote, notesOf } from '@jiceng/core/report/words/notes.js';
export { openNumber } from '@jiceng/core/report/open.js';
export { reportText } from '@jiceng/core/report/words/plain.js';
export { openedView } from './opened-view.ts';
export { longRows } from './long-rows.ts';
export { reportHtml } from './paper.ts';
export { behindMessages } from './behind.messages.ts';
export { pageRules } from './page-rules.ts';
export { previewed, printed } from './paper.styles.ts';
export { otherView } from './other-views.ts';
