import type { LedgerTable } from './table.ts';

/** Lets a large table count and index after the first paint, piece by piece; `counted` is called after every counter. Ends when the table is no longer shown. */
export function workInPieces(table: LedgerTable, isShown: () => boolean, counted: () => void): void {
  const go = () => {
    const done = isShown() ? table.workSome() : undefined;
    if (done === 'counter') counted();
    if (done) setTimeout(go, 20);
  };
  setTimeout(go, 50);
}
