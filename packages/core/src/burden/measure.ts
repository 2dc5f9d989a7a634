import type { Definition } from '../generated/definition.ts';
import { itemsInForce, type OrgKind } from '../score/plan.ts';
import { countedFields, sittingsOf, type CountedField, type Sitting } from './sittings.ts';

/** What a form costs those who fill it in. */
export interface BurdenMeasure {
  /** Most fields typed by hand in one sitting, answers of a score card included. */
  readonly typedFields: number;
  readonly fields: number;
  /** Most minutes that one sitting takes. */
  readonly minutes: number;
  /** Prefilled or derived fields in percent of all; 0 where there are no fields. */
  readonly prefillShare: number;
  readonly fileFields: number;
  /** Points of counting items in percent of the maximum, for the kind of organisation where it is highest. */
  readonly countingShare: number;
  /** Computed items in percent of all, for the kind where it is lowest; `null` without a score card. */
  readonly computedShare: number | null;
}

/** Seconds that one field takes: short text 8, choice 4, number or date 6, long text 45, file 40. */
export const SECONDS = { text: 8, choice: 4, number: 6, longText: 45, file: 40 } as const;

/** How long filling in one field takes. */
export function secondsOf({ node }: CountedField): number {
  if (isFile(node)) return SECONDS.file;
  switch (node.kind) {
    case 'longText':
      return SECONDS.longText;
    case 'choice':
    case 'choices':
    case 'boolean':
      return SECONDS.choice;
    case 'number':
    case 'integer':
    case 'date':
    case 'dateTime':
    case 'time':
      return SECONDS.number;
    default:
      return SECONDS.text;
  }
}

/** Whether a field takes a file, or a list of them. */
export function isFile(node: CountedField['node']): boolean {
  return node.format === 'file' || node.item()?.format === 'file';
}

/** Kinds of fields that hold facts; rows, texts and files may be asked for again. */
const FACT_KINDS: ReadonlySet<string> = new Set(['number', 'integer', 'boolean', 'date', 'choice', 'choices']);

/** Whether a field holds a fact that another form may know. */
export const isFact = ({ kind }: CountedField['node']): boolean => FACT_KINDS.has(kind);

const measured = new WeakMap<Definition, BurdenMeasure>();

/** The burden of one definition; of the same object once. */
export function measureBurden(definition: Definition): BurdenMeasure {
  let known = measured.get(definition);
  if (!known) measured.set(definition, (known = measure(definition)));
  return known;
}

function measure(definition: Definition): BurdenMeasure {
  const fields = countedFields(definition);
  const sittings = sittingsOf(definition, fields);
  const card = answeredItems(definition);
  const typedIn = ({ pointer, fields: held }: Sitting) =>
    held.filter(({ typed }) => typed).length + (pointer === '/record' ? card.count : 0);
  const secondsIn = ({ pointer, fields: held }: Sitting) =>
    held.reduce((sum, field) => sum + (field.typed ? secondsOf(field) : 0), pointer === '/record' ? card.seconds : 0);
  const total = fields.length + card.all;
  const known = fields.filter((field) => field.known).length + card.all - card.count;
  return {
    typedFields: Math.max(...sittings.map(typedIn)),
    fields: total,
    minutes: Math.round(Math.max(...sittings.map(secondsIn)) / 6) / 10,
    prefillShare: total === 0 ? 0 : Math.round((known / total) * 1000) / 10,
    fileFields: fields.filter(({ node }) => isFile(node)).length,
    countingShare: Math.max(0, ...shares(definition, (item) => item.method === 'countCap', true)),
    computedShare:
      definition.score && !definition.score.over
        ? Math.min(100, ...shares(definition, (item) => item.value !== undefined, false))
        : null,
  };
}

type Item = ReturnType<typeof itemsInForce>[number]['item'];

/** Kinds of organisation that a score tells apart by type; the form and level change too little to matter here. */
export function kindsOf({ score, filing }: Definition): OrgKind[] {
  const types = new Set<string>(filing?.by?.orgType ?? ['']);
  score?.dimensions.forEach(({ items }) =>
    items.forEach(({ appliesTo }) => appliesTo?.orgType?.forEach((type) => types.add(type))),
  );
  return [...types].map((orgType) => ({ orgType, orgForm: '', orgLevel: '' }));
}

/** Share of the items for which `test` holds, by points or by number, for each kind of organisation; in percent. */
function shares(definition: Definition, test: (item: Item) => boolean, byPoints: boolean): number[] {
  const { score } = definition;
  if (!score || score.over) return [];
  const weight = (item: Item) => (byPoints ? item.max : 1);
  return kindsOf(definition).map((kind) => {
    const items = itemsInForce(score, kind).filter(({ dimension }) => score.dimensions[dimension]?.adjust !== true);
    const all = items.reduce((sum, { item }) => sum + weight(item), 0);
    return all === 0
      ? 0
      : Math.round((items.reduce((sum, { item }) => sum + (test(item) ? weight(item) : 0), 0) / all) * 1000) / 10;
  });
}

/** Items of a score card that people answer: yes or no is a choice, points are a number. */
function answeredItems(definition: Definition): {
  readonly count: number;
  readonly seconds: number;
  readonly all: number;
} {
  const { score } = definition;
  if (!score || score.over) return { count: 0, seconds: 0, all: 0 };
  const counts = kindsOf(definition).map((kind) => {
    const items = itemsInForce(score, kind).map(({ item }) => item);
    const answered = items.filter(({ value }) => value === undefined);
    return {
      count: answered.length,
      seconds: answered.reduce((sum, { method }) => sum + (method === 'boolean' ? SECONDS.choice : SECONDS.number), 0),
      all: items.length,
    };
  });
  return counts.reduce(
    (most, next) => (next.count > most.count ? next : most),
    counts[0] ?? { count: 0, seconds: 0, all: 0 },
  );
}
