// Workbooks of Excel before 2007: the sibling `jiceng-sheet-xls.js`, which `jiceng-sheet.js` loads for the first one.
export * from '@jiceng/sheet/read/read-xls.js';
