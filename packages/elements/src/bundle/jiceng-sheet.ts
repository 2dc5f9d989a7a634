// Excel and CSV in and out, and Excel ledgers as definitions: the sibling `jiceng-sheet.js`.
export { draftDefinition, draftInSlices } from '@jiceng/sheet/draft/draft.js';
export { exportCsv } from '@jiceng/sheet/ledger/export-csv.js';
export { exportLedger } from '@jiceng/sheet/ledger/export-ledger.js';
export { importCommands } from '@jiceng/sheet/ledger/import-commands.js';
export { planImport, planInSlices } from '@jiceng/sheet/ledger/import-plan.js';
export { draftOrganisations } from '@jiceng/sheet/ledger/row-organisation.js';
export { exportTemplate } from '@jiceng/sheet/ledger/template.js';
export { readSheets } from '@jiceng/sheet/read/read-sheets.js';
export { XLSX_TYPE } from '@jiceng/sheet/write/write-sheets.js';
