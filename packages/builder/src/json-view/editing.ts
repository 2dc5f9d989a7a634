// What makes the JSON view more than a text field: the editor, and what may be written where. Loaded when the view is
// opened.
export { CodeEditor } from './code-editor.ts';
export { offersAt } from './offers.ts';
