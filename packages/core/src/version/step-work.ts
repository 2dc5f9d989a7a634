import type { MigrationStep, RetypeStep } from '../generated/definition.ts';
import { sameJson } from '../json/changes.ts';
import { isObject, type Json } from '../json/json.ts';
import { readDate } from '../typed/typed-date.ts';
import { readNumber } from '../typed/typed-number.ts';

/** The marks of a record's process by the ids of its steps, as an address of migration steps. */
export const STEPS = 'steps';

/** A value, or nothing where there is none. */
export type Value = Json | undefined;

/** What a step does with the values that it takes, wherever they stand. */
export interface StepWork {
  /** Addresses of the values that it takes, and of those that it puts in their place. */
  readonly takes: readonly string[];
  readonly puts: readonly string[];
  /** The values to put, or `undefined` where these cannot be made into any. */
  make(values: readonly Value[]): readonly Value[] | undefined;
}

const keep = (values: readonly Value[]): readonly Value[] => values;

/** What `step` does. */
export function workOf(step: MigrationStep): StepWork {
  switch (step.do) {
    case 'rename':
    case 'move':
      return { takes: [step.from], puts: [step.to], make: keep };
    case 'split':
      return {
        takes: [step.from],
        puts: step.to,
        make: ([value]) => (typeof value === 'string' ? splitText(value, step.by, step.to.length) : undefined),
      };
    case 'merge':
      return {
        takes: step.from,
        puts: [step.to],
        make: (values) =>
          values.every(isPlain)
            ? [
                values
                  .filter((value) => value !== undefined && value !== '')
                  .map(String)
                  .join(step.by),
              ]
            : undefined,
      };
    case 'retype':
      return {
        takes: [step.field],
        puts: [step.field],
        make: ([value]) => single(value === undefined ? undefined : CASTS[step.to](value)),
      };
    case 'recode':
      return {
        takes: [step.field],
        puts: [step.field],
        make: ([value]) => [step.field === STEPS ? rekeyed(value, step.codes) : recoded(value, step.codes)],
      };
    case 'default':
      return {
        takes: [step.field],
        puts: [step.field],
        make: ([value]) => [value === undefined ? (step.value as unknown as Json) : value],
      };
    case 'drop':
      return { takes: [step.field], puts: [], make: () => [] };
    case 'restore':
      return { takes: [], puts: [], make: keep };
  }
}

const isPlain = (value: Value): boolean =>
  value === undefined || typeof value === 'string' || typeof value === 'number';
const single = (value: Value): readonly Value[] | undefined => (value === undefined ? undefined : [value]);

function splitText(text: string, by: string, count: number): readonly Value[] {
  const parts = text.split(by);
  const last = parts.slice(count - 1).join(by);
  return Array.from({ length: count }, (_, at) =>
    at < count - 1 ? parts[at] : parts.length >= count ? last : undefined,
  );
}

/** Of lists of choices, each value. */
function recoded(value: Value, codes: readonly { readonly from: Json; readonly to?: Json }[]): Value {
  if (Array.isArray(value))
    return value.map((item: Json) => recoded(item, codes)).filter((item): item is Json => item !== undefined);
  const code = codes.find(({ from }) => sameJson(from, value));
  return code ? code.to : value;
}

/** Entries of an object under other keys; two that come together under one leave the first there. */
function rekeyed(value: Value, codes: Parameters<typeof recoded>[1]): Value {
  if (!isObject(value)) return value;
  const entries = new Map<string, Json>();
  for (const [key, entry] of Object.entries(value)) {
    const to = recoded(key, codes);
    if (to !== undefined && !entries.has(String(to))) entries.set(String(to), entry);
  }
  return Object.fromEntries(entries);
}

const TRUE: ReadonlySet<Json> = new Set<Json>([1, '1', 'true', 'TRUE', '是', '有', '√', 'yes']);
const FALSE: ReadonlySet<Json> = new Set<Json>([0, '0', 'false', 'FALSE', '否', '无', '×', 'no']);

/** Values as another type; `undefined` where they say nothing of that type. */
const CASTS: Readonly<Record<RetypeStep['to'], (value: Json) => Value>> = {
  text: (value) =>
    typeof value === 'string'
      ? value
      : typeof value === 'boolean'
        ? value
          ? '是'
          : '否'
        : Array.isArray(value)
          ? value.map(String).join('、')
          : value === null || isObject(value)
            ? undefined
            : String(value),
  number: numberOf,
  integer: (value) => {
    const number = numberOf(value);
    return Number.isSafeInteger(number) ? number : undefined;
  },
  boolean: (value) =>
    typeof value === 'boolean' ? value : TRUE.has(value) ? true : FALSE.has(value) ? false : undefined,
  date: (value) => {
    const read = typeof value === 'string' ? readDate(value.slice(0, 30)) : undefined;
    return read?.ok ? read.value : undefined;
  },
  list: (value) =>
    Array.isArray(value) ? value : value === null ? undefined : typeof value === 'string' ? value.split('、') : [value],
};

function numberOf(value: Json): number | undefined {
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value !== 'string') return typeof value === 'number' ? value : undefined;
  const read = readNumber(value);
  return read.ok ? read.value : undefined;
}
