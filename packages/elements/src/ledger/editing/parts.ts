// What a ledger loads when it is first asked for: rows that are read page by page, filters, the detail of a record with
// its moves, work on ticked rows, pasted blocks, and the dialogs.
export { confirmed, MoveDraft, moveDialog } from '../../record/move-dialog.ts';
export { recordDetail } from '../../record/detail.ts';
export { offersFor } from '../../record/offers.ts';
export { PagedRows } from '../table/paged-rows.ts';
export { filterOf } from '../table/filters.ts';
export { bulkBar } from './bulk-bar.ts';
export { bulkMoves } from './bulk.ts';
export { readBlock } from './reading.ts';
export { workDialog } from './work-dialog.ts';
