import { isObject, own, type Json, type JsonObject } from '@jiceng/core/json/json.js';
import { childPointer, valueAt } from '@jiceng/core/json/pointer.js';
import type { Edit } from '../../document/edit.ts';

/** A number that a measure is compared with, as it is written. */
export interface Limit {
  /** `''` where there is none. */
  readonly text: string;
  /** Title of the parameter that holds it; `undefined` where it stands in the measure itself. */
  readonly parameter: string | undefined;
}

/** One colour of a measure. */
export interface Step {
  /** Where it begins; without a text it is for the rest. */
  readonly at: Limit;
  readonly tone: string;
  readonly title: string;
}

/** What a measure should reach, and how it is coloured on the way. */
export interface Limits {
  readonly target: Limit;
  readonly steps: readonly Step[];
  /** Less is better. */
  readonly isDown: boolean;
}

/** Targets and colours of the measure at `pointer`; `undefined` where no measure stands there. */
export function limitsOf(report: Json, pointer: string): Limits | undefined {
  const measure = pointer.startsWith('/measures/') ? valueAt(report, pointer) : undefined;
  if (!isObject(measure)) return undefined;
  return {
    target: limitOf(report, own(measure, 'target')),
    isDown: own(measure, 'direction') === 'down',
    steps: stepsOf(measure).map((step) => ({
      at: limitOf(report, own(step, 'at')),
      tone: String(own(step, 'tone') ?? ''),
      title: String(own(step, 'title') ?? ''),
    })),
  };
}

/** Writes a limit: into its parameter where it has one, so that all that reads it follows. `''` takes it away. */
export function limitEdits(report: Json, pointer: string, typed: string): Edit[] {
  const text = typed.trim();
  const before = valueAt(report, pointer);
  if (text === '') return before === undefined ? [] : [{ remove: pointer }];
  const number = Number(text);
  const value: Json = Number.isFinite(number) ? number : text;
  const name = typeof value === 'number' ? parameterOf(report, before)?.name : undefined;
  const place = name === undefined ? pointer : childPointer(childPointer('/parameters', name), 'value');
  return valueAt(report, place) === value ? [] : [{ set: place, value }];
}

/** A further colour, before the one for the rest. */
export function addStep(report: Json, pointer: string, title: string): Edit[] {
  const steps = stepsOf(valueAt(report, pointer));
  const [last] = steps.slice(-1);
  const value = { tone: 'notice', title };
  if (!last) return [{ set: childPointer(pointer, 'thresholds'), value: [value] }];
  const isForRest = own(last, 'at') === undefined;
  return [
    {
      insert: `${pointer}/thresholds/${isForRest ? steps.length - 1 : steps.length}`,
      value: isForRest ? { at: 0, ...value } : value,
    },
  ];
}

export function removeStep(report: Json, pointer: string, at: number): Edit[] {
  return [
    {
      remove:
        stepsOf(valueAt(report, pointer)).length === 1
          ? childPointer(pointer, 'thresholds')
          : `${pointer}/thresholds/${at}`,
    },
  ];
}

/** Green from the target on, yellow up to a tenth away from it, red for the rest. `undefined` without a target. */
export function threeSteps(
  report: Json,
  pointer: string,
  titles: readonly [string, string, string],
): Edit[] | undefined {
  const measure = valueAt(report, pointer);
  const target = isObject(measure) ? own(measure, 'target') : undefined;
  if (target === undefined) return undefined;
  const held = parameterOf(report, target)?.value ?? target;
  const share = isObject(measure) && own(measure, 'direction') === 'down' ? 11 : 9;
  const near: Json =
    typeof held === 'number' ? Math.round(held * share * 10) / 100 : `(${String(target)})*${share / 10}`;
  return [
    {
      set: childPointer(pointer, 'thresholds'),
      value: [
        { at: target, tone: 'positive', title: titles[0] },
        { at: near, tone: 'notice', title: titles[1] },
        { tone: 'negative', title: titles[2] },
      ],
    },
  ];
}

function stepsOf(measure: Json | undefined): readonly JsonObject[] {
  const steps = isObject(measure) ? own(measure, 'thresholds') : undefined;
  return (Array.isArray(steps) ? steps : []).filter(isObject);
}

function limitOf(report: Json, value: Json | undefined): Limit {
  const parameter = parameterOf(report, value);
  return { text: value === undefined ? '' : String(parameter?.value ?? value), parameter: parameter?.title };
}

function parameterOf(
  report: Json,
  value: Json | undefined,
): { readonly name: string; readonly title: string; readonly value: number } | undefined {
  if (typeof value !== 'string') return undefined;
  const parameter = valueAt(report, childPointer('/parameters', value));
  const held = isObject(parameter) ? own(parameter, 'value') : undefined;
  return typeof held === 'number'
    ? { name: value, title: String(own(parameter as JsonObject, 'title') ?? value), value: held }
    : undefined;
}
