import { readsOf } from '@jiceng/core/definition/reads.js';
import { evaluateList } from '@jiceng/core/formula/evaluate.js';
import { parseFormula } from '@jiceng/core/formula/parse.js';
import type { Place } from '@jiceng/core/formula/tree.js';
import { FormulaError } from '@jiceng/core/formula/value.js';
import type { StoredRecord } from '@jiceng/core/generated/record.js';
import { isObject, own, type Json, type JsonObject } from '@jiceng/core/json/json.js';
import { spokenJson } from '@jiceng/core/logic/inputs.js';
import { fieldValue } from '@jiceng/core/record/formula-value.js';
import { isTrue } from '@jiceng/core/record/judge.js';
import { recordScope, rowScope } from '@jiceng/core/record/scope.js';
import type { FormulaContext } from './formula-context.ts';

/** Data to try formulas on. */
export interface Example {
  readonly data: JsonObject;
  /** Local date and time. */
  readonly now: string;
}

export type Trial =
  | { readonly kind: 'problem'; readonly reason: string; readonly at: Place | undefined }
  /** What the formula gives on the example. `holds`: as a condition. */
  | { readonly kind: 'result'; readonly value: string; readonly holds: boolean }
  /** It is right, but gives an error on the example. */
  | { readonly kind: 'error'; readonly reason: string };

/** What a formula gives on an example, or what is wrong with it and where. */
export function tryFormula(
  formula: string,
  { compiled, words }: FormulaContext,
  { data, now }: Example,
  rows?: string,
): Trial {
  const parsed = parseFormula(formula);
  const { language } = words;
  if (!parsed.ok) {
    const [first] = parsed.problems;
    return { kind: 'problem', reason: first?.reason[language] ?? '', at: first?.position };
  }
  const { names, cells } = readsOf(parsed.value);
  const unknown = [...names].find((name) => !words.name(name)) ?? [...cells].find((cell) => !words.cell(cell));
  if (unknown !== undefined) {
    const at = formula.indexOf(unknown);
    return {
      kind: 'problem',
      reason: language === 'en' ? `There is nothing called “${unknown}”.` : `没有名为“${unknown}”的字段或参数。`,
      at: at < 0 ? undefined : { start: at, end: at + unknown.length },
    };
  }
  const scope = recordScope({ compiled, record: record(data, now), data, now });
  const list = rows === undefined ? undefined : own(data, rows.slice(1));
  const result = evaluateList(
    parsed.value,
    rows === undefined ? scope : rowScope(scope, Array.isArray(list) ? (list as readonly Json[])[0] : undefined),
  );
  const error = result.find((each): each is FormulaError => each instanceof FormulaError);
  if (error) return { kind: 'error', reason: error.reason[language] };
  const into = words.into;
  const node = into?.field === undefined ? undefined : compiled.field(into.field);
  const [only = null] = result;
  const stored = result.length === 1 && node ? fieldValue(only, node) : undefined;
  const value =
    result.length > 1
      ? (result as readonly Json[])
      : stored instanceof FormulaError || stored === undefined
        ? (only as Json)
        : stored;
  return { kind: 'result', value: spokenJson(value, into, words), holds: result.length === 1 && isTrue(only) };
}

function record(data: JsonObject, now: string): StoredRecord {
  return {
    id: '',
    orgId: '',
    orgPath: '',
    revision: 0,
    links: [],
    facts: [],
    audit: { createdAt: now, createdBy: '', updatedAt: now, updatedBy: '' },
    history: [],
    data: isObject(data) ? data : {},
  } as unknown as StoredRecord;
}
