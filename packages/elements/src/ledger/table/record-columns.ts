import { evaluate } from '@jiceng/core/formula/evaluate.js';
import { FormulaError } from '@jiceng/core/formula/value.js';
import type { StoredRecord } from '@jiceng/core/generated/record.js';
import { own } from '@jiceng/core/json/json.js';
import { lampOf } from '@jiceng/core/life/lamp.js';
import { machineOf, stateOf, type Track } from '@jiceng/core/life/states.js';
import type { LedgerPart } from '@jiceng/core/table/ledger-columns.js';
import { periodWords } from '@jiceng/core/time/period-words.js';
import type { Sight } from '../../record/sight.ts';
import { messages } from '../ledger.messages.ts';
import { base, type ColumnKind, type LedgerColumn } from './column.ts';

/** The lamp that each record shows, in the order of its rules. */
export function lampColumn(sight: Sight, part: LedgerPart): LedgerColumn {
  const { compiled } = sight;
  const rules = compiled.definition.ledger?.lamp ?? [];
  const lamp = (record: StoredRecord) => lampOf(compiled, sight.scope(record));
  const options = new Map(
    rules.map((rule) => [
      `${rule.lamp} ${rule.title}`,
      { value: `${rule.lamp} ${rule.title}`, title: rule.title, lamp: rule.lamp },
    ]),
  );
  return {
    ...base(
      'lamp',
      part,
      rules.map((rule) => rule.title),
    ),
    id: 'lamp',
    title: part.source.title || messages(sight.locale).lamp,
    options: [...options.values()],
    value: (record) => {
      const found = lamp(record);
      return found ? `${found.lamp} ${found.title}` : null;
    },
    text: (record) => lamp(record)?.title ?? '',
  };
}

/** A name of the envelope: the organisation, the period, who and when. */
export function envelopeColumn(sight: Sight, part: LedgerPart, name: string): LedgerColumn {
  const text = messages(sight.locale);
  const isOrganisation = name === 'orgName' || name === 'orgShortName';
  const words = new Map((part.source.options ?? []).map((option) => [option.const, option.title]));
  const kind: ColumnKind = isOrganisation
    ? 'organisation'
    : words.size > 0
      ? 'choice'
      : name === 'periodCode'
        ? 'period'
        : /(On|At)$/.test(name)
          ? 'date'
          : /^(filledBy|submittedBy|reviewedBy)$/.test(name)
            ? 'person'
            : 'text';
  const value = (record: StoredRecord): string | number | null => {
    if (isOrganisation) return record.orgId;
    const found = sight.scope(record).name(name);
    return typeof found === 'string' || typeof found === 'number'
      ? found
      : typeof found === 'boolean'
        ? String(found)
        : null;
  };
  return {
    ...base(kind, part),
    id: name,
    title: part.source.title || own(text.names as Readonly<Record<string, string>>, name) || name,
    value,
    options: [...words].map(([code, word]) => ({ value: code, title: word })),
    text: (record) => {
      const found = value(record);
      if (found === null) return '';
      if (isOrganisation) return sight.organisation(record.orgId)?.[name as 'orgName'] ?? record.orgId;
      if (kind === 'person') return sight.personName(String(found)) ?? String(found);
      if (kind === 'choice') return words.get(String(found)) ?? String(found);
      if (kind === 'period') return periodWords(String(found), sight.names.language);
      return found === 'true' ? text.yes : found === 'false' ? text.no : String(found).replace('T', ' ').slice(0, 200);
    },
  };
}

/** The state of the record, or of its filing. */
export function stateColumn(sight: Sight, part: LedgerPart, track: Track): LedgerColumn {
  const text = messages(sight.locale);
  const states = machineOf(sight.compiled, track)?.states ?? [];
  const options = states.map((state) => ({ value: state.id, title: state.title, tone: state.tone }));
  const titles = new Map(options.map((option) => [option.value, option.title]));
  const value = (record: StoredRecord) => stateOf(record, track) ?? null;
  return {
    ...base(
      'state',
      part,
      options.map((option) => option.title),
    ),
    id: track === 'item' ? 'state' : 'filing',
    title: part.source.title || (track === 'item' ? text.state : text.filing),
    options,
    value,
    text: (record) => {
      const id = value(record);
      return id === null ? '' : (titles.get(id) ?? id);
    },
  };
}

/** What a formula of the ledger answers for each record. */
export function formulaColumn(sight: Sight, part: LedgerPart, formula: string): LedgerColumn {
  const parsed = sight.compiled.formula(formula);
  const value = (record: StoredRecord) => evaluate(parsed, sight.scope(record));
  const text = messages(sight.locale);
  return {
    ...base(part.source.total ? 'number' : 'other', part),
    id: part.place,
    title: part.source.title ?? '',
    options: [],
    formula: parsed,
    value: (record) => {
      const found = value(record);
      return found === null || found instanceof FormulaError
        ? null
        : typeof found === 'boolean'
          ? String(found)
          : found;
    },
    text: (record) => {
      const found = value(record);
      return found === null
        ? ''
        : found instanceof FormulaError
          ? found.reason[sight.names.language]
          : typeof found === 'boolean'
            ? found
              ? text.yes
              : text.no
            : String(found);
    },
  };
}
