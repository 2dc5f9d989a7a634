import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DIRECTORY } from '../engine/fixtures/directory.ts';
import { FactIndex } from '../facts/fact-index.ts';
import { evaluate } from '../formula/evaluate.ts';
import { FormulaError } from '../formula/value.ts';
import type { CheckRule, Definition } from '../generated/definition.ts';
import type { StoredRecord } from '../generated/record.ts';
import { isObject, type Json, type JsonObject } from '../json/json.ts';
import { recordScope, rowScope } from '../record/scope.ts';
import { valuesAt } from '../record/values-at.ts';
import { workdayTest } from '../time/calendar.ts';
import { columnLeaves } from './column-leaves.ts';
import { compile } from './compile.ts';
import { templates } from './fixtures/templates.ts';
import { rowsOf } from './places.ts';

const NOW = '2025-09-15T09:00:00+08:00';
const organisation = DIRECTORY.organisation('village1')!;
/**
 * Facts that nobody has established here, and the names that only exist while a command runs; admit has checked that
 * there are such names.
 */
const UNKNOWN_HERE: ReadonlySet<string> = new Set(['#N/A', '#NAME?']);
const PERIODS: Readonly<Record<string, string>> = {
  month: '2025-08',
  quarter: '2025-Q2',
  halfYear: '2025-H1',
  year: '2025',
  multiYear: '2024-2026',
  term: 'T2021-2026',
  adHoc: 'E20250714-001',
};

const recordOf = ({ id, version, filing, states, process }: Definition, data: JsonObject): StoredRecord => ({
  id: 'r',
  definition: { id, version, hash: '' },
  orgId: 'village1',
  orgPath: DIRECTORY.path('village1'),
  subject: { id: 'p1', title: '王某' },
  revision: 0,
  ...(filing
    ? {
        periodCode: PERIODS[filing.period] as string,
        filing: { status: 'draft', level: 0, returnCount: 0, revisionNo: 0 },
      }
    : {}),
  ...(states ? { state: states[0]!.id, stateSince: NOW } : {}),
  ...(process ? { steps: {} } : {}),
  links: [],
  facts: [],
  history: [],
  audit: { createdAt: NOW, createdBy: 'p', updatedAt: NOW, updatedBy: 'p' },
  data: data as StoredRecord['data'],
});

/** The data with every number 0: the case in which careless rates divide by nothing. */
function zeroed(value: Json): Json {
  if (typeof value === 'number') return 0;
  if (Array.isArray(value)) return value.map(zeroed);
  return isObject(value)
    ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, zeroed(inner)]))
    : value;
}

/** Formulas that give neither a value nor a blank. */
function broken(definition: Definition, data: JsonObject): string[] {
  const compiled = compile(definition);
  const facts = new FactIndex({ definitions: [], organisations: DIRECTORY, now: NOW, isWorkday: workdayTest() });
  const scope = recordScope({
    compiled,
    record: recordOf(definition, data),
    organisation,
    facts,
    now: NOW,
    isWorkday: workdayTest(),
  });
  const found: string[] = [];
  const judge = (place: string, text: string, within = scope): void => {
    const value = evaluate(compiled.formula(text), within);
    if (value instanceof FormulaError && !UNKNOWN_HERE.has(value.error))
      found.push(`${place}: ${value.error} ${value.detail ?? ''} in ${text}`);
  };
  for (const rule of definition.rules ?? []) {
    if (!('field' in rule)) {
      judge('check', (rule as CheckRule).check);
      continue;
    }
    const { field, value, visible, required, readonly } = rule;
    const rows = rowsOf(field);
    const within = rows === undefined ? [scope] : valuesAt(data, `${rows}/*`).map((row) => rowScope(scope, row));
    for (const text of [value, visible, required, readonly])
      for (const each of text === undefined ? [] : within) judge(field, text as string, each);
  }
  for (const { id, guard = [], auto } of definition.moves ?? [])
    for (const text of [...guard.map(({ when }) => when), ...(auto === undefined ? [] : [auto])])
      judge(`move ${id}`, text);
  for (const { column } of columnLeaves(definition.ledger?.columns ?? []))
    if (typeof column !== 'string' && column.value !== undefined) judge(`column ${column.title}`, column.value);
  definition.ledger?.lamp?.forEach(({ when }) => {
    if (when !== undefined) judge('lamp', when);
  });
  return found;
}

describe('the formulas of every template', () => {
  for (const { path, definition, example } of templates()) {
    it(`${path} gives a value or a blank, whatever is missing or zero`, () => {
      const data = example as JsonObject;
      assert.deepEqual(
        {
          empty: broken(definition, {}),
          zero: broken(definition, zeroed(data) as JsonObject),
          filled: broken(definition, data),
        },
        { empty: [], zero: [], filled: [] },
      );
    });
    it(`${path} has rates over nothing that are missing, not wrong`, () => {
      const compiled = compile(definition);
      for (const data of [{}, zeroed(example), example]) {
        const index = new FactIndex({
          definitions: [compiled],
          organisations: DIRECTORY,
          records: [recordOf(definition, data as JsonObject)],
          now: NOW,
          isWorkday: workdayTest(),
        });
        for (const { id, subject } of definition.facts ?? []) {
          const { value, missing, reason } = index.read({
            id,
            subjectId: subject === 'person' ? 'p1' : 'village1',
            periodCode: '2025',
          });
          assert.notEqual(missing, 'error', `${id}: ${reason?.en}`);
          assert.ok(value === null ? missing !== undefined : typeof value !== 'number' || Number.isFinite(value), id);
        }
      }
    });
  }
});
