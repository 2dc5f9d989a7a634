import type { ScoreItem } from '@jiceng/core/generated/definition.js';
import { isObject, own, type Json, type JsonObject } from '@jiceng/core/json/json.js';
import { valueAt } from '@jiceng/core/json/pointer.js';
import { toNumber } from '@jiceng/core/number/decimal.js';
import { shownNumber } from '@jiceng/core/score/explain.js';
import { pointsByMethod, type MethodInput } from '@jiceng/core/score/methods.js';
import type { Language } from '@jiceng/core/text/problem.js';
import { methodMessages } from './method.messages.ts';

/** How an item counts, for those who draw it. */
export interface MethodWords {
  /** What earns how many points, in a sentence or two. */
  readonly counts: string;
  /** Whence the value comes: who is asked for what. */
  readonly asks: string;
  /** A value to try, with its unit; `undefined` where the sentence says all, or numbers are still missing. */
  readonly example: { readonly value: number; readonly unit: string } | undefined;
}

type Numbers = Pick<MethodInput, 'required' | 'full' | 'per' | 'steps'>;
const METHODS: ReadonlySet<string> = new Set(['auto', 'boolean', 'countCap', 'ratio', 'threshold', 'deduct', 'manual']);

/** The item at a pointer, half made or not; `undefined` where there is none. */
export function itemAt(document: Json, pointer: string): JsonObject | undefined {
  const item = /^\/score\/dimensions\/\d+\/items\/\d+$/.test(pointer) ? valueAt(document, pointer) : undefined;
  return isObject(item) ? item : undefined;
}

/** The item at a pointer; `undefined` where there is none whose points and method are known. */
export function scoredItemAt(document: Json, pointer: string): ScoreItem | undefined {
  const item = itemAt(document, pointer);
  return item && METHODS.has(String(own(item, 'method'))) && typeof own(item, 'max') === 'number'
    ? (item as unknown as ScoreItem)
    : undefined;
}

/** The words for an item of a document that may be half made. */
export function methodWords(document: Json, item: ScoreItem, language: Language): MethodWords {
  const text = methodMessages(language);
  const numbers = numbersOf(document, item);
  const unit = item.unit ?? '';
  const points = shownNumber(item.max, 4);
  const isDown = item.direction === 'down';
  const shown = (quantity: Numbers['required']): string =>
    quantity ? `${shownNumber(quantity.value, 4)}${unit === '%' ? unit : ` ${unit}`}`.trim() : text.unknown;
  const asks =
    item.method === 'manual' ? text.judged : item.value === undefined ? text.asks[item.method] : text.computed;
  const of = (counts: string, value?: number): MethodWords => ({
    counts,
    asks,
    example: value === undefined ? undefined : { value, unit },
  });
  switch (item.method) {
    case 'auto':
      return of(text.auto(points));
    case 'boolean':
      return of(isDown ? text.booleanDown(points) : text.boolean(points));
    case 'manual':
      return of(text.manual(points));
    case 'countCap':
      return of(
        text.countCap(shown(numbers.required), points),
        numbers.required ? Math.max(1, Math.floor(numbers.required.value / 2)) : undefined,
      );
    case 'ratio': {
      const full = numbers.full ?? (item.full === undefined ? { value: isDown ? 0 : 100, name: null } : null);
      return of(
        (isDown ? text.ratioDown : text.ratio)(shown(full), points),
        full ? Math.round((full.value + (isDown ? 100 : 0)) * (isDown ? 0.5 : 0.8)) : undefined,
      );
    }
    case 'threshold': {
      const steps = [...numbers.steps].sort((a, b) => b.points.value - a.points.value);
      if (steps.length === 0) return of(text.noSteps);
      return of(
        text.threshold(
          steps.map(({ at, points: earned }) =>
            (isDown ? text.stepDown : text.step)(shown(at), shownNumber(earned.value, 4)),
          ),
        ),
        steps[steps.length - 1]?.at.value,
      );
    }
    case 'deduct':
      return of(text.deduct(unit || text.time, shownNumber(numbers.per?.value ?? 1, 4), points, item.max > 0), 2);
  }
}

/** The points that a value earns; `undefined` where that cannot be said yet. */
export function pointsOf(document: Json, item: ScoreItem, value: number): number | undefined {
  const result = pointsByMethod(item, { value, ...numbersOf(document, item) });
  if (typeof result === 'string' || (typeof result === 'object' && 'code' in result)) return undefined;
  const points = Math.min(item.max, toNumber(result));
  return item.max > 0 ? Math.max(0, points) : points;
}

function numbersOf(document: Json, item: ScoreItem): Numbers {
  const known = (value: unknown) => knownNumber(document, value as Json | undefined);
  const steps = (Array.isArray(item.steps) ? item.steps : []).flatMap((step: unknown) => {
    const [at, points] = isObject(step) ? [known(own(step, 'at')), known(own(step, 'points'))] : [];
    return at && points ? [{ at, points }] : [];
  });
  return { required: known(item.required), full: known(item.full), per: known(item.per), steps };
}

/** A number, or the parameter that a formula names; other formulas are not known before there is a record. */
function knownNumber(document: Json, value: Json | undefined): Numbers['required'] {
  if (typeof value === 'number') return { value, name: null };
  const parameters = valueAt(document, '/parameters');
  const parameter = typeof value === 'string' && isObject(parameters) ? own(parameters, value.trim()) : undefined;
  const meant = isObject(parameter) ? own(parameter, 'value') : undefined;
  return typeof meant === 'number' ? { value: meant, name: value as string } : null;
}
