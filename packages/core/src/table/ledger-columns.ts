import { columnLeaves } from '../definition/column-leaves.ts';
import type { Compiled } from '../definition/compiled.ts';
import type { LedgerField } from '../generated/definition.ts';
import { toPointer } from '../json/pointer.ts';
import type { Track } from '../life/states.ts';

/** What a column of a ledger shows. */
export type ColumnSubject =
  | { readonly what: 'field'; readonly pointer: string }
  | { readonly what: 'formula'; readonly formula: string }
  | { readonly what: 'state'; readonly track: Track }
  | { readonly what: 'envelope'; readonly name: string }
  | { readonly what: 'lamp' | 'rowNumber' };

/** A column that the definition's ledger asks for. */
export interface LedgerPart {
  readonly subject: ColumnSubject;
  /** How it is to look. */
  readonly source: LedgerField;
  /** Headings above it, from the top. */
  readonly groups: readonly string[];
  /** JSON Pointer of the column in the definition. */
  readonly place: string;
}

/** The columns that the definition's ledger asks for, in their order; none without a ledger. */
export function ledgerParts(compiled: Compiled): LedgerPart[] {
  return columnLeaves(compiled.definition.ledger?.columns ?? [], ['ledger', 'columns']).flatMap(
    ({ column, groups, path }) => {
      const source: LedgerField = typeof column === 'string' ? { field: column } : column;
      const subject = subjectOf(compiled, source);
      return subject ? [{ subject, source, groups, place: toPointer(path) }] : [];
    },
  );
}

function subjectOf(compiled: Compiled, { field, name, value }: LedgerField): ColumnSubject | undefined {
  if (field !== undefined) return { what: 'field', pointer: field };
  if (name !== undefined) return namedSubject(compiled, name);
  return value === undefined ? undefined : { what: 'formula', formula: value };
}

/** What a name stands for: the row's number, the lamp, the state of either life, or something else of the envelope. */
function namedSubject({ definition, statusName }: Compiled, name: string): ColumnSubject {
  if (name === 'itemNo') return { what: 'rowNumber' };
  if (name === 'lamp') return { what: 'lamp' };
  if (name === statusName && definition.states) return { what: 'state', track: 'item' };
  return name === 'submissionStatus' ? { what: 'state', track: 'filing' } : { what: 'envelope', name };
}
