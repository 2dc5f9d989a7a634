import type { Compiled } from '../definition/compiled.ts';
import { rowsOf } from '../definition/places.ts';
import { evaluate, evaluateList, type Scope } from '../formula/evaluate.ts';
import { FormulaError } from '../formula/value.ts';
import type { Fact, Measure } from '../generated/definition.ts';
import type { StoredRecord } from '../generated/record.ts';
import type { Json } from '../json/json.ts';
import { recordScope, rowScope } from '../record/scope.ts';
import { valuesAt } from '../record/values-at.ts';
import { isDate } from '../time/date.ts';
import { parsePeriod, periodOf } from '../time/period.ts';
import { partOf, readMeasure, type Part } from './amount.ts';
import type { FactSurroundings } from './surroundings.ts';

/** What one record establishes of one fact. */
export interface Entry {
  readonly recordId: string;
  readonly orgId: string;
  readonly subjectId: string;
  /** Smallest period it falls in; `''` for facts that hold now and for records without one. */
  readonly bucket: string;
  /** Values of the split; none when the field is blank. */
  readonly keys: readonly string[];
  /**
   * Day it belongs to, the last one of a period; `''` without. With `createdAt` and the id it sorts from the oldest to
   * the latest.
   */
  readonly day: string;
  readonly createdAt: string;
  readonly num: Part;
  /** `null` without a denominator taken from records. */
  readonly den: Part;
  /** A formula of the fact failed for this record. */
  readonly error?: FormulaError;
}

/**
 * The entries that `record` makes of `fact`: one about its organisation or person, or one about each of those that the
 * field `of` names, and for a column of rows one for each row. None where it is void, in another state, or not meant by
 * `where`.
 */
export function entriesOf(fact: Fact, compiled: Compiled, record: StoredRecord, scope: Scope): readonly Entry[] {
  if (!isCounted(fact, record)) return [];
  const place = placeOf(fact, record);
  if (!place) return [];
  const entry = ({ subjectId, within, keys }: About): Entry | undefined => {
    const applies = fact.where === undefined ? true : evaluate(compiled.formula(fact.where), within);
    if (applies === false || applies === null || applies === 0 || applies === '') return undefined;
    const num = partFor(fact.num, compiled, within);
    const den = fact.den ? partFor(fact.den, compiled, within) : null;
    const error = [applies, num, den].find((part): part is FormulaError => part instanceof FormulaError);
    return {
      recordId: record.id,
      orgId: record.orgId,
      subjectId,
      bucket: place.bucket,
      day: place.day,
      createdAt: record.audit.createdAt,
      keys,
      num: num instanceof FormulaError ? null : num,
      den: den instanceof FormulaError ? null : den,
      ...(error ? { error } : {}),
    };
  };
  return subjectsOf(fact, record, scope)
    .map(entry)
    .filter((found): found is Entry => found !== undefined);
}

/** Whom an entry is about, where the fact's formulas are evaluated for it, and the values it is split by. */
interface About {
  readonly subjectId: string;
  readonly within: Scope;
  readonly keys: readonly string[];
}

/** A row is split by its own column where the fact is split by one of the same rows. */
function subjectsOf({ of, by, subject }: Fact, record: StoredRecord, scope: Scope): readonly About[] {
  const data = record.data as Json;
  const keys = by === undefined ? NO_KEYS : keysOf(valuesAt(data, by));
  if (of === undefined) {
    const subjectId = subject === 'person' ? record.subject?.id : record.orgId;
    return subjectId === undefined ? [] : [{ subjectId, within: scope, keys }];
  }
  const rows = rowsOf(of);
  const meant = (values: readonly Json[], about: Omit<About, 'subjectId'>) =>
    [...new Set(values.filter((value): value is string => typeof value === 'string' && value !== ''))].map(
      (subjectId) => ({ subjectId, ...about }),
    );
  if (rows === undefined) return meant(valuesAt(data, of), { within: scope, keys });
  const column = (address: string): string => address.slice(rows.length + 2);
  return valuesAt(data, `${rows}/*`).flatMap((row) =>
    meant(valuesAt(row, column(of)), {
      within: rowScope(scope, row),
      keys: by !== undefined && rowsOf(by) === rows ? keysOf(valuesAt(row, column(by))) : keys,
    }),
  );
}

const NO_KEYS: readonly string[] = [];

function keysOf(values: readonly Json[]): readonly string[] {
  return values.length > 1 ? [...new Set(values.map(String))] : values.map(String);
}

/** The scope in which the facts of one record are evaluated; facts of one definition share it. */
export function entryScope(
  compiled: Compiled,
  record: StoredRecord,
  { organisations, facts, now, isWorkday }: FactSurroundings,
): Scope {
  return recordScope({
    compiled,
    record,
    organisation: organisations.organisation(record.orgId),
    facts,
    now,
    isWorkday,
  });
}

function isCounted({ states }: Fact, { state, filing }: StoredRecord): boolean {
  if (filing?.status === 'voided') return states?.includes('voided') ?? false;
  return (
    states === undefined ||
    (state !== undefined && states.includes(state)) ||
    (filing !== undefined && states.includes(filing.status))
  );
}

/** Bucket and day of a record; `undefined` where the date that decides is blank. */
function placeOf({ on, grain }: Fact, record: StoredRecord): Pick<Entry, 'bucket' | 'day'> | undefined {
  if (on !== undefined) {
    const date = String(valuesAt(record.data as Json, on)[0] ?? '').slice(0, 10);
    const bucket = grain === 'now' ? '' : periodOf(date, grain);
    return bucket === undefined ? undefined : { bucket, day: isDate(date) ? date : '' };
  }
  const period = record.periodCode === undefined ? undefined : parsePeriod(record.periodCode);
  if (!period) return { bucket: '', day: '' };
  if (grain === 'now') return { bucket: '', day: period.endOn };
  // A record of a period longer than the grain cannot be divided: it counts only where the whole period is read.
  const wider = periodOf(period.startOn, grain) ?? period.code;
  return { bucket: isWithin(period.code, wider) ? wider : period.code, day: period.endOn };
}

/** From the oldest to the latest; the same order on every machine. */
export function byAge(a: Entry, b: Entry): number {
  if (a.day !== b.day) return a.day < b.day ? -1 : 1;
  if (a.createdAt !== b.createdAt) return a.createdAt < b.createdAt ? -1 : 1;
  return a.recordId < b.recordId ? -1 : a.recordId > b.recordId ? 1 : 0;
}

function isWithin(inner: string, outer: string): boolean {
  const a = parsePeriod(inner);
  const b = parsePeriod(outer);
  return !!a && !!b && b.startOn <= a.startOn && a.endOn <= b.endOn;
}

function partFor(measure: Measure, compiled: Compiled, scope: Scope): Part | FormulaError {
  const { kind, text } = readMeasure(measure);
  if (kind === 'formula') return null;
  return partOf(kind, evaluateList(compiled.formula(text), scope));
}
