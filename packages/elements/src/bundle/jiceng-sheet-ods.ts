// Spreadsheets of OpenDocument: the sibling `jiceng-sheet-ods.js`, which `jiceng-sheet.js` loads for the first one.
export * from '@jiceng/sheet/read/read-ods.js';
