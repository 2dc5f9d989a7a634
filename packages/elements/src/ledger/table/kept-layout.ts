import { AS_DEFINED, layoutFromJson, layoutToJson, type ColumnLayout } from '@jiceng/core/table/column-layout.js';

/** How a person wants a ledger: its columns, and Chinese texts in the order of strokes. */
export interface LedgerLayout extends ColumnLayout {
  readonly stroke: boolean;
}
export const PLAIN_LAYOUT: LedgerLayout = { ...AS_DEFINED, stroke: false };

const keyOf = (definitionId: string, personId: string) => `jiceng.columns.${definitionId}.${personId}`;

export function ledgerLayoutFrom(json: unknown): LedgerLayout {
  return {
    ...layoutFromJson(json),
    stroke: typeof json === 'object' && json !== null && (json as { stroke?: unknown }).stroke === true,
  };
}

/** What this browser keeps for the person; the definition's columns where it keeps nothing, or may not. */
export function keptLayout(definitionId: string, personId: string): LedgerLayout {
  try {
    const json: unknown = JSON.parse(localStorage.getItem(keyOf(definitionId, personId)) ?? 'null');
    return ledgerLayoutFrom(json);
  } catch {
    return PLAIN_LAYOUT;
  }
}

/** Keeps it, as far as the browser lets us. */
export function keepLayout(definitionId: string, personId: string, layout: LedgerLayout): void {
  try {
    if (layout === PLAIN_LAYOUT) localStorage.removeItem(keyOf(definitionId, personId));
    else
      localStorage.setItem(
        keyOf(definitionId, personId),
        JSON.stringify({ ...(layoutToJson(layout) as object), stroke: layout.stroke }),
      );
  } catch {
    /* Storage may be off or full: the layout lasts as long as the page. */
  }
}
