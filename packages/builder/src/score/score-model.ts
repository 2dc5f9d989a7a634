import { isObject, own, type Json, type JsonObject } from '@jiceng/core/json/json.js';
import { valueAt } from '@jiceng/core/json/pointer.js';
import type { Edit } from '../document/edit.ts';
import { ownName } from '../document/own-name.ts';
import { insertFields } from '../structure/insert.ts';
import { added, freshId, idsOf, listAt, textOf, type ListChange } from '../lists/list-edits.ts';

/** One item as the outline shows it. */
export interface ItemLine {
  readonly pointer: string;
  readonly title: string;
  /** Points; `undefined` while there are none. */
  readonly max: number | undefined;
  readonly method: string;
  /** Stands in for another item, so that it does not count twice. */
  readonly isReplacement: boolean;
}

export interface DimensionLine {
  readonly pointer: string;
  readonly title: string;
  readonly adjust: boolean;
  readonly cap: number | undefined;
  /** Points of its items, at most the cap. */
  readonly sum: number;
  readonly items: readonly ItemLine[];
}

/** A score that may be half made. */
export interface ScoreOutline {
  readonly dimensions: readonly DimensionLine[];
  /** Points of all dimensions that belong to the maximum. */
  readonly sum: number;
  readonly max: number | undefined;
  /** Points come from many records: they are not added up here. */
  readonly isOver: boolean;
}

const number = (thing: Json | undefined, key: string): number | undefined => {
  const value = isObject(thing) ? own(thing, key) : undefined;
  return typeof value === 'number' ? value : undefined;
};
/** Sums of decimals that people typed: without the noise of binary fractions. */
const clean = (value: number): number => Number(value.toFixed(4));

export function scoreOutline(document: Json): ScoreOutline {
  const dimensions = listAt(document, '/score/dimensions').map((dimension, at): DimensionLine => {
    const pointer = `/score/dimensions/${at}`;
    const items = listAt(document, `${pointer}/items`).map((item, index): ItemLine => ({
      pointer: `${pointer}/items/${index}`,
      title: textOf(item, 'title'),
      max: number(item, 'max'),
      method: textOf(item, 'method'),
      isReplacement: isObject(item) && own(item, 'replaces') !== undefined,
    }));
    const cap = number(dimension, 'cap');
    const sum = clean(items.reduce((total, { max = 0, isReplacement }) => total + (isReplacement ? 0 : max), 0));
    return {
      pointer,
      title: textOf(dimension, 'title'),
      adjust: isObject(dimension) && own(dimension, 'adjust') === true,
      cap,
      sum: cap === undefined ? sum : Math.min(sum, cap),
      items,
    };
  });
  return {
    dimensions,
    sum: clean(dimensions.reduce((total, { adjust, sum }) => total + (adjust ? 0 : sum), 0)),
    max: number(valueAt(document, '/score'), 'max'),
    isOver: valueAt(document, '/score/over') !== undefined,
  };
}

/** Every id in the score. */
export function idsInScore(document: Json): Set<string> {
  const dimensions = listAt(document, '/score/dimensions');
  return new Set([
    ...idsOf(dimensions),
    ...dimensions.flatMap((_, at) => idsOf(listAt(document, `/score/dimensions/${at}/items`))),
    ...idsOf(listAt(document, '/score/veto')),
    ...idsOf(listAt(document, '/score/bands')),
  ]);
}

/** What people enter for one item of a score. */
const ENTRY: JsonObject = {
  type: 'object',
  additionalProperties: false,
  properties: {
    answer: { type: ['boolean', 'number'], title: '填报值' },
    selfScore: { type: 'number', minimum: 0, title: '自评得分' },
    evidenceNote: { type: 'string', maxLength: 500, title: '佐证说明' },
    attachments: {
      type: 'array',
      maxItems: 3,
      items: { type: 'string', format: 'file', maxLength: 80 },
      title: '佐证材料',
      description: '可不附，最多3个。',
    },
    reviewScore: { type: 'number', title: '上级评分' },
    deductReason: { type: 'string', maxLength: 500, title: '扣分原因' },
  },
};

/** A score with one dimension and one item, the field for what people enter, and fields for the results. */
export function newScore(document: Json): ListChange {
  const properties = valueAt(document, '/record/properties');
  const taken = new Set(isObject(properties) ? Object.keys(properties) : []);
  const key = (name: string) => (taken.has(name) ? freshId(name, taken) : name);
  const [entries, total] = [key('scoreEntries'), key('totalScore')];
  const edits: Edit[] = [
    { set: `/record/properties/${entries}`, value: { type: 'object', title: '评分录入', additionalProperties: ENTRY } },
    { set: `/record/properties/${total}`, value: { type: 'number', title: '总分', readOnly: true } },
    {
      set: '/score',
      value: {
        max: 100,
        entries: `/${entries}`,
        dimensions: [{ id: 'dimension1', title: '第一部分', items: [item('item1', '第一项指标', 100)] }],
        outputs: { total: `/${total}` },
      },
      after: 'rules',
    },
  ];
  return { edits, select: ['/score/dimensions/0/items/0'] };
}

const item = (id: string, title: string, max: number): JsonObject => ({
  id,
  title,
  max,
  method: 'manual',
  source: 'O',
});

export function newDimension(document: Json): ListChange {
  const ids = idsInScore(document);
  const id = freshId(ownName(document, 'dimension'), ids);
  return added(document, '/score/dimensions', {
    id,
    title: '新维度',
    items: [item(freshId(ownName(document, 'item'), ids), '新指标', 0)],
  });
}

/** A new item at the end of a dimension, with the points that are left to full marks. */
export function newItem(document: Json, dimension: string): ListChange {
  const { sum, max = 0 } = scoreOutline(document);
  return added(
    document,
    `${dimension}/items`,
    item(freshId(ownName(document, 'item'), idsInScore(document)), '新指标', Math.max(0, clean(max - sum))),
  );
}

export function newBand(document: Json): ListChange {
  return added(document, '/score/bands', { id: freshId('band', idsInScore(document)), title: '新档次', min: 0 });
}

export function newVeto(document: Json): ListChange {
  return added(document, '/score/veto', {
    id: freshId('veto', idsInScore(document)),
    title: '新的否决情形',
    when: 'FALSE',
    source: 'O',
  });
}

/** A veto that people tick: a yes-or-no field of this title behind the others, and the veto that it brings. */
export function newTickedVeto(document: Json, title: string): ListChange {
  const field = insertFields(document, [{ key: 'vetoCase', schema: { type: 'boolean', title } }], undefined);
  const [pointer = ''] = field.select;
  const veto = added(document, '/score/veto', {
    id: freshId('veto', idsInScore(document)),
    title,
    when: pointer.slice(pointer.lastIndexOf('/') + 1),
    source: 'O',
  });
  return { edits: [...field.edits, ...veto.edits], select: veto.select };
}

/**
 * Pasted dimensions put into a score: the items of the first that counts go to `dimension`, what stood under other
 * headings, and what is added or taken off, becomes dimensions of its own.
 */
export function withPasted(document: Json, dimension: string, pasted: readonly JsonObject[]): ListChange {
  const first = pasted.find((each) => own(each, 'adjust') !== true);
  const items = first ? listAt(first, '/items') : [];
  const list = `${dimension}/items`;
  const { length } = listAt(document, list);
  const dimensions = listAt(document, '/score/dimensions').length;
  return {
    edits: [
      ...items.map((value, at) => ({ insert: `${list}/${length + at}`, value })),
      ...pasted
        .filter((each) => each !== first)
        .map((value, at) => ({ insert: `/score/dimensions/${dimensions + at}`, value })),
    ],
    select: items.map((_, at) => `${list}/${length + at}`),
  };
}
