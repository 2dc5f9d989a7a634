import type { MoveOffer } from '@jiceng/core/engine/offers.js';
import type { FieldRef } from '@jiceng/core/generated/definition.js';
import type { StoredRecord } from '@jiceng/core/generated/record.js';
import type { Unable } from '../../record/unable.ts';
import type { EditableColumn } from './desk.ts';

/** One move over several records: who can take part, and why the others cannot. */
export interface BulkMove {
  readonly id: string;
  readonly title: string;
  readonly able: readonly { readonly record: StoredRecord; readonly offer: MoveOffer }[];
  readonly unable: readonly Unable[];
}

/**
 * The moves that any of the records offers. Records in whose state a move is not offered at all get `notOffered` as
 * their reason.
 */
export function bulkMoves(
  records: readonly StoredRecord[],
  offersOf: (record: StoredRecord) => readonly MoveOffer[],
  notOffered: (record: StoredRecord) => string,
  language: 'zh-CN' | 'en',
): BulkMove[] {
  const offers = records.map((record) => ({ record, offers: offersOf(record) }));
  const moves = new Map<string, string>();
  for (const { offers: list } of offers)
    for (const { track, move } of list) moves.set(`${track}:${move.id}`, move.title);
  return [...moves].map(([id, title]): BulkMove => {
    const able: { record: StoredRecord; offer: MoveOffer }[] = [];
    const unable: Unable[] = [];
    for (const { record, offers: list } of offers) {
      const offer = list.find(({ track, move }) => `${track}:${move.id}` === id);
      if (offer?.allowed) able.push({ record, offer });
      else
        unable.push({
          record,
          reasons: offer ? offer.reasons.map((reason) => reason[language]) : [notOffered(record)],
        });
    }
    return { id, title, able, unable };
  });
}

/** One field to be written into several records. */
export interface BulkEdit {
  readonly column: EditableColumn;
  /** The same list while the form is open. */
  readonly fields: readonly FieldRef[];
  readonly able: readonly StoredRecord[];
  readonly unable: readonly Unable[];
}
