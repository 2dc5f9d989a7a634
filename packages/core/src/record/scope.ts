import type { Compiled } from '../definition/compiled.ts';
import type { FactCall, Scope } from '../formula/run.ts';
import { FormulaError, type Value } from '../formula/value.ts';
import type { Organisation } from '../generated/organisation.ts';
import type { StoredRecord } from '../generated/record.ts';
import { isObject, own, type Json, type JsonObject } from '../json/json.ts';
import type { WorkdayTest } from '../time/calendar.ts';
import type { Now } from '../time/date.ts';
import { parsePeriod } from '../time/period.ts';
import { queryOf, valueOfCall } from './fact-call.ts';
import type { FactQuery, FactReader, FactValue } from './fact-reader.ts';
import { stepLists } from './process.ts';
import { cellOf, valueOf } from './value-of.ts';

/** What a record's formulas may read. */
export interface ScopeInput {
  readonly compiled: Compiled;
  readonly record: StoredRecord;
  /** Data in place of the record's, for changes not yet stored. */
  readonly data?: JsonObject;
  /** The record's organisation; without it names such as orgType are blank. */
  readonly organisation?: Organisation;
  /** Without it every fact is missing. */
  readonly facts?: FactReader;
  readonly now: Now;
  readonly isWorkday?: WorkdayTest;
  /** Names that exist only for this purpose, for example `actorId`, and columns as `list.column`. */
  readonly extra?: ReadonlyMap<string, Value | readonly Value[]>;
  /** Told of every fact that is read, for freezing at submission and for explaining. */
  readonly onFact?: (query: FactQuery, value: FactValue, part: FactCall['part']) => void;
}

/**
 * The scope in which the formulas of `compiled` are evaluated for one record. Cheap: names are looked up when they are
 * read, in what `input.data` is then.
 */
export function recordScope(input: ScopeInput): Scope {
  const { compiled, record, extra } = input;
  const field = (name: string): Json | undefined => own(input.data ?? (record.data as JsonObject), name);
  const scope: Scope = {
    today: input.now.slice(0, 10),
    now: input.now,
    ...(input.isWorkday ? { isWorkday: input.isWorkday } : {}),
    name(name) {
      const given = extra?.get(name);
      if (given !== undefined) return given;
      switch (compiled.names.get(name)) {
        case 'field':
          return valueOf(field(name));
        case 'parameter':
          return compiled.parameters.get(name) as Value;
        case 'envelope':
          return envelopeValue(name, input);
        case 'status':
          return record.state ?? null;
        default:
          return undefined;
      }
    },
    column(list, column) {
      const given = extra?.get(`${list}.${column}`);
      if (given !== undefined) return Array.isArray(given) ? given : [given as Value];
      if (list === 'steps') return steps(column);
      const kind = compiled.names.get(list);
      if (kind === 'field') return columnOf(field(list), column);
      if (kind === 'parameter') return compiled.parameters.get(`${list}.${column}`) as readonly Value[] | undefined;
      return undefined;
    },
    fact: (call) => readFact(input, call),
  };
  const steps = stepLists(compiled, record, scope);
  return scope;
}

/** The same scope with `[@name]` reading one row of a repeated field. */
export function rowScope(scope: Scope, row: Json | undefined): Scope {
  return {
    ...scope,
    cell: (column) => {
      const cell = valueOf(isObject(row) ? own(row, column) : undefined);
      return Array.isArray(cell) ? undefined : (cell as Value);
    },
  };
}

/** One column of a repeated field, of an object by key, or the one value of a nested object's property. */
function columnOf(json: Json | undefined, column: string): readonly Value[] {
  if (Array.isArray(json)) return json.map((row) => cellOf(isObject(row) ? own(row, column) : undefined));
  if (!isObject(json)) return [];
  const direct = own(json, column);
  if (direct !== undefined) return [cellOf(direct)];
  return Object.keys(json).map((key) => {
    const row = own(json, key);
    return cellOf(isObject(row) ? own(row, column) : undefined);
  });
}

/** What a formula of `record` asks for when it reads a fact; `undefined` where nobody establishes it. */
export function factQuery(
  facts: FactReader,
  { orgId, subject, periodCode }: StoredRecord,
  call: Omit<FactCall, 'part'>,
  today: string,
): FactQuery | undefined {
  const about = facts.declaration(call.id)?.subject;
  return about && queryOf(call, about === 'person' && !call.under ? (subject?.id ?? '') : orgId, periodCode, today);
}

function readFact({ facts, record, now, onFact }: ScopeInput, call: FactCall): Value {
  const query = facts && factQuery(facts, record, call, now.slice(0, 10));
  if (!query) return new FormulaError('#N/A', 'not-available', call.id);
  const found = facts.read(query);
  onFact?.(query, found, call.part);
  return valueOfCall(found, call.part);
}

function envelopeValue(name: string, { record, organisation }: ScopeInput): Value {
  switch (name) {
    case 'recordId':
      return record.id;
    case 'orgId':
      return record.orgId;
    case 'orgPath':
      return record.orgPath;
    case 'orgName':
    case 'orgShortName':
    case 'orgCode':
    case 'orgType':
    case 'orgForm':
    case 'orgLevel':
    case 'parentOrgId':
      return organisation?.[name] ?? null;
    case 'subjectId':
      return record.subject?.id ?? null;
    case 'subjectTitle':
      return record.subject?.title ?? null;
    case 'periodCode':
      return record.periodCode ?? null;
    case 'periodKind':
    case 'periodStartOn':
    case 'periodEndOn':
      return periodValue(name, record.periodCode);
    case 'submissionStatus':
      return record.filing?.status ?? null;
    case 'stateSince':
      return record.stateSince?.slice(0, 10) ?? null;
    case 'dueAt':
    case 'submittedAt':
    case 'isLate':
    case 'lateDays':
    case 'submittedBy':
    case 'reviewedBy':
      return record.filing?.[name] ?? null;
    case 'returnCount':
    case 'revisionNo':
      return record.filing?.[name] ?? 0;
    case 'createdOn':
      return record.audit.createdAt.slice(0, 10);
    case 'updatedOn':
      return record.audit.updatedAt.slice(0, 10);
    case 'filledBy':
      return record.audit.createdBy;
    default:
      return null;
  }
}

function periodValue(name: 'periodKind' | 'periodStartOn' | 'periodEndOn', code: string | undefined): Value {
  const period = code === undefined ? undefined : parsePeriod(code);
  if (!period) return null;
  return name === 'periodKind' ? period.kind : name === 'periodStartOn' ? period.startOn : period.endOn;
}
