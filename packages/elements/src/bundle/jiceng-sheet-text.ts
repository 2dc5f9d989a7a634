// Separated texts and web pages as tables: the sibling `jiceng-sheet-text.js`, which `jiceng-sheet.js` loads for the first.
export * from '@jiceng/sheet/read/read-text.js';
