import type { Compiled } from '../definition/compiled.ts';
import { placesOf, rowsOf } from '../definition/places.ts';
import { readsOf } from '../definition/reads.ts';
import { pointerParts } from '../json/pointer.ts';

/** One field that a formula computes; in a repeated field `*` stands for each row. */
export interface Computation {
  readonly field: string;
  readonly text: string;
}

/** The order in which a record's fields are computed. */
export interface SettlePlan {
  readonly beforeScore: readonly Computation[];
  readonly afterScore: readonly Computation[];
  /** Whether each comes behind all that it reads, so that going through once is enough. */
  readonly isOrdered: boolean;
}

const plans = new WeakMap<Compiled, Map<boolean, SettlePlan>>();

/**
 * The plan of a definition; prefilled fields that nobody may change are computed while a record is open for filling.
 */
export function settlePlan(compiled: Compiled, isOpen: boolean): SettlePlan {
  let known = plans.get(compiled);
  if (!known) plans.set(compiled, (known = new Map<boolean, SettlePlan>()));
  let plan = known.get(isOpen);
  if (!plan) known.set(isOpen, (plan = planOf(compiled, isOpen)));
  return plan;
}

/** What is put in order: a computation, or the score. */
interface Task {
  readonly computation: Computation | undefined;
  /** Fields that it sets. */
  readonly sets: readonly string[];
  readonly reads: (field: string) => boolean;
}

function planOf(compiled: Compiled, isOpen: boolean): SettlePlan {
  const {
    definition: { prefill = [], rules = [], score },
  } = compiled;
  const computations: Computation[] = [
    ...(isOpen
      ? prefill.filter(({ editable }) => editable !== true).map(({ field, from }) => ({ field, text: from }))
      : []),
    ...rules.flatMap((rule) =>
      'field' in rule && rule.value !== undefined ? [{ field: rule.field, text: rule.value }] : [],
    ),
  ];
  const tasks = computations.map((computation): Task => ({
    computation,
    sets: [computation.field],
    reads: readerOf(compiled, [computation.text], rowsOf(computation.field)),
  }));
  const outputs = Object.values(score?.outputs ?? {}).filter((field): field is string => typeof field === 'string');
  const texts = placesOf(compiled.definition)
    .formulas.filter(({ pointer }) => pointer.startsWith('/score/'))
    .map(({ text }) => text);
  const reads = readerOf(compiled, texts, undefined);
  const scoring: Task = {
    computation: undefined,
    sets: outputs,
    reads: (field) => reads(field) || (score?.entries !== undefined && field.startsWith(score.entries)),
  };
  const ordered = inOrder([...tasks, scoring]);
  // What a process says of its steps depends on all fields that its steps name.
  const isOrdered =
    ordered !== undefined &&
    !computations.some(({ text }) =>
      [...readsOf(compiled.formula(text)).columns].some((column) => column.startsWith('steps.')),
    );
  const list = isOrdered ? ordered : [...tasks, scoring];
  const at = list.indexOf(scoring);
  const computed = (part: readonly Task[]): Computation[] => part.flatMap(({ computation }) => computation ?? []);
  return { beforeScore: computed(list.slice(0, at)), afterScore: computed(list.slice(at + 1)), isOrdered };
}

/** Whether formulas read a field, or a part of it. `rows` is the repeated field in whose rows they stand. */
function readerOf(compiled: Compiled, texts: readonly string[], rows: string | undefined): (field: string) => boolean {
  const all = texts.map((text) => readsOf(compiled.formula(text)));
  return (field) => {
    const [first = '', ...rest] = pointerParts(field);
    const last = rest[rest.length - 1];
    return all.some(
      ({ names, columns, cells }) =>
        names.has(first) ||
        (last === undefined
          ? [...columns].some((column) => column.startsWith(`${first}.`))
          : columns.has(`${first}.${last}`)) ||
        (rows !== undefined && last !== undefined && cells.has(last) && field === `${rows}/*/${last}`),
    );
  };
}

/**
 * `tasks` so that each comes behind those whose fields it reads, otherwise as they were; `undefined` where they go in a
 * circle.
 */
function inOrder(tasks: readonly Task[]): readonly Task[] | undefined {
  const waiting = new Set(tasks);
  const ordered: Task[] = [];
  while (waiting.size > 0) {
    const next = [...waiting].find(
      (task) => ![...waiting].some((other) => other.sets.some((field) => task.reads(field))),
    );
    if (!next) return undefined;
    waiting.delete(next);
    ordered.push(next);
  }
  return ordered;
}
