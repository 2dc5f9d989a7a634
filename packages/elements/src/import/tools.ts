// What the import needs of the Excel code. Pages get it when a file is chosen: jiceng-sheet.js brings the same names.
export { draftInSlices } from '@jiceng/sheet/draft/draft.js';
export { importCommands } from '@jiceng/sheet/ledger/import-commands.js';
export { planInSlices } from '@jiceng/sheet/ledger/import-plan.js';
export { draftOrganisations } from '@jiceng/sheet/ledger/row-organisation.js';
export { readSheets } from '@jiceng/sheet/read/read-sheets.js';
