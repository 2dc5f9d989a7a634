import { isObject, own, type Json, type JsonObject } from '@jiceng/core/json/json.js';
import type { Pasted, PastedField } from '@jiceng/sheet/paste/result.js';
import type { Edit } from '../document/edit.ts';
import { JsonDocument } from '../document/json-document.ts';
import { idsInScore, newScore, scoreOutline } from '../score/score-model.ts';
import { insertFields } from '../structure/insert.ts';

/** What is made of pasted parts; the Excel code brings it (`@jiceng/sheet/paste/part.js`). */
export interface PasteMaking {
  pastedSchema(field: PastedField): JsonObject;
  pastedDimensions(groups: Extract<Pasted, { as: 'items' }>['groups'], taken: ReadonlySet<string>): JsonObject[];
}

/** Points that everybody has before anything is added or taken off. */
const BASE: JsonObject = {
  id: 'baseDimension',
  title: '基础分',
  items: [{ id: 'basePoints', title: '基础分', max: 100, method: 'auto', value: 'TRUE', source: 'O' }],
};

/** What becomes of the items that a score has when others are pasted: they stay before them, or go. */
export type PasteMode = 'add' | 'replace';

/**
 * The edits that put pasted fields behind the selected one, or pasted items into the score, and what is selected then.
 */
export function pasteEdits(
  value: Json,
  pasted: Pasted,
  making: PasteMaking,
  behind?: string,
  mode: PasteMode = 'add',
): { readonly edits: readonly Edit[]; readonly select: readonly string[] } {
  if (pasted.as === 'fields') {
    const made = insertFields(
      value,
      pasted.fields.map((field) => ({ key: field.key, schema: making.pastedSchema(field) })),
      behind,
    );
    const required = made.select
      .filter((_, at) => pasted.fields[at]?.required)
      .map((pointer) => pointer.slice(pointer.lastIndexOf('/') + 1));
    return { ...made, edits: [...made.edits, ...requiredEdits(value, made.select[0], required)] };
  }
  const dimensions = making.pastedDimensions(
    pasted.groups,
    mode === 'replace' ? idsInScore(withoutItems(value)) : idsInScore(value),
  );
  const { dimensions: there, max = 0 } = scoreOutline(value);
  const points = pointsOf(dimensions);
  if (dimensions.length === 0) return { edits: [], select: [] };
  if (there.length === 0) {
    // With nothing but plus and minus points everybody starts with full marks.
    const all = points > 0 ? dimensions : [BASE, ...dimensions];
    return {
      edits: [
        ...newScore(value).edits,
        { set: '/score/dimensions', value: all },
        { set: '/score/max', value: points > 0 ? points : 100 },
      ],
      select: ['/score/dimensions/0'],
    };
  }
  const gone =
    mode === 'replace' ? there.map((_, at): Edit => ({ remove: `/score/dimensions/${there.length - 1 - at}` })) : [];
  const start = there.length - gone.length;
  const all = start === 0 && points === 0 ? [BASE, ...dimensions] : dimensions;
  const sum = start > 0 ? max + points : points || 100;
  return {
    edits: [
      ...gone,
      ...all.map((dimension, at): Edit => ({ insert: `/score/dimensions/${start + at}`, value: dimension })),
      ...(sum !== max ? [{ set: '/score/max', value: sum }] : []),
    ],
    select: all.map((_, at) => `/score/dimensions/${start + at}`),
  };
}

/** The content with a score that has no items yet. */
function withoutItems(value: Json): Json {
  const score = isObject(value) ? own(value, 'score') : undefined;
  return isObject(score) ? { score: { ...score, dimensions: [] } } : {};
}

/** The text with pasted parts put in. */
export function withPasted(text: string, pasted: Pasted, making: PasteMaking): string {
  const document = new JsonDocument(text);
  document.edit({ title: { 'zh-CN': '粘贴', en: 'Paste' } }, pasteEdits(document.value.peek(), pasted, making).edits);
  return document.text.peek();
}

/** Adds names to the list of what must be filled in, where fields were added to the record itself. */
function requiredEdits(value: Json, first: string | undefined, names: readonly string[]): Edit[] {
  if (names.length === 0 || first === undefined || !/^\/record\/properties\/[^/]+$/.test(first)) return [];
  const record = isObject(value) ? own(value, 'record') : undefined;
  const list = isObject(record) ? own(record, 'required') : undefined;
  if (!Array.isArray(list)) return [{ set: '/record/required', value: names, after: 'type' }];
  return names
    .filter((name) => !list.includes(name))
    .map((name): Edit => ({ insert: '/record/required/-', value: name }));
}

/** Points of dimensions that belong to the maximum. */
export const pointsOf = (dimensions: readonly JsonObject[]): number =>
  Number(
    dimensions
      .reduce((sum, dimension) => {
        const items = own(dimension, 'items');
        return own(dimension, 'adjust') === true || !Array.isArray(items)
          ? sum
          : items.reduce(
              (total: number, item: Json) => total + (isObject(item) ? Number(own(item, 'max') ?? 0) : 0),
              sum,
            );
      }, 0)
      .toFixed(4),
  );
