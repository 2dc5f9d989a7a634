import { ledgerParts, type LedgerPart } from '@jiceng/core/table/ledger-columns.js';
import type { Sight } from '../../record/sight.ts';
import { messages } from '../ledger.messages.ts';
import { base, type ColumnKind, type LedgerColumn } from './column.ts';
import { fieldColumn } from './field-column.ts';
import { envelopeColumn, formulaColumn, lampColumn, stateColumn } from './record-columns.ts';

/**
 * The columns that the definition asks for; without any, its first plain fields. Number, lamp and state are always
 * there.
 */
export function ledgerColumns(sight: Sight): LedgerColumn[] {
  const { definition, root } = sight.compiled;
  const { states, ledger, filing } = definition;
  const found = ledger
    ? ledgerParts(sight.compiled).map((part) => columnOf(sight, part))
    : root
        .children()
        .filter(({ kind }) => kind !== 'rows' && kind !== 'object' && kind !== 'unknown')
        .slice(0, 8)
        .map(({ pointer }) => columnOf(sight, { subject: { what: 'field', pointer }, ...PLAIN }));
  const has = (kind: ColumnKind) => found.some((column) => column.kind === kind);
  if (ledger?.lamp && !has('lamp')) found.unshift(columnOf(sight, { subject: { what: 'lamp' }, ...PLAIN }));
  if (!has('rowNumber')) found.unshift(columnOf(sight, { subject: { what: 'rowNumber' }, ...PLAIN }));
  if ((states || filing) && !has('state'))
    found.push(columnOf(sight, { subject: { what: 'state', track: states ? 'item' : 'filing' }, ...PLAIN }));
  const seen = new Map<string, number>();
  return found.map((column) => {
    const times = seen.get(column.id) ?? 0;
    seen.set(column.id, times + 1);
    return times === 0 ? column : { ...column, id: `${column.id}#${times}` };
  });
}

/** A column that the definition does not mention. */
const PLAIN: Pick<LedgerPart, 'source' | 'groups' | 'place'> = { source: {}, groups: [], place: '' };

function columnOf(sight: Sight, part: LedgerPart): LedgerColumn {
  const { subject, source } = part;
  const text = messages(sight.locale);
  switch (subject.what) {
    case 'field':
      return fieldColumn(sight, part, subject.pointer);
    case 'formula':
      return formulaColumn(sight, part, subject.formula);
    case 'rowNumber':
      return {
        ...base('rowNumber', part),
        id: 'itemNo',
        title: source.title || text.rowNumber,
        options: [],
        value: () => null,
        text: () => '',
      };
    case 'lamp':
      return lampColumn(sight, part);
    case 'state':
      return stateColumn(sight, part, subject.track);
    default:
      return envelopeColumn(sight, part, subject.name);
  }
}
