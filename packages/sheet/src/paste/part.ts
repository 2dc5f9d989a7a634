import { fieldSchema, codesOf } from '../draft/fields.ts';
import { generatedName } from '../draft/names.ts';
import { guess } from '../draft/guess.ts';
import type { JsonObject } from '@jiceng/core/json/json.js';
import { ownKey } from './own-key.ts';
import type { PastedField, PastedGroup, PastedItem } from './result.ts';

// What a builder needs of pasted texts; loaded when somebody pastes, and brought along by jiceng-sheet.js.
export { readPaste } from './read-paste.ts';
export { generatedId } from '../draft/names.ts';

/** The schema of a field that was pasted. */
export function pastedSchema({ key, title, kind, options, unit, help }: PastedField): JsonObject {
  const sure = <T>(value: T) => guess(value, 1, '', '');
  return fieldSchema(
    {
      column: 0,
      name: sure(key),
      title: sure(title),
      groups: [],
      kind: sure(kind),
      required: sure(false),
      options: sure(options),
      unit,
      help,
      formula: undefined,
      words: undefined,
      skipped: false,
    },
    codesOf(kind, options, title),
    0,
    undefined,
  );
}

/** A name for a field that people gave another title. */
export const keyFor = (title: string): string => ownKey(generatedName(title), title);

const ALL = 100;

/** Points for the items of which the text said nothing: what is left of a hundred, in equal whole parts. */
export function withPoints(groups: readonly PastedGroup[]): PastedGroup[] {
  const items = groups.flatMap((group) => group.items);
  const unknown = items.filter(({ max }) => max === null).length;
  const left = Math.max(unknown, ALL - items.reduce((sum, { max, adjust }) => sum + (adjust ? 0 : (max ?? 0)), 0));
  let at = 0;
  const next = (): number => {
    at += 1;
    return Math.floor((left * at) / unknown) - Math.floor((left * (at - 1)) / unknown);
  };
  return groups.map((group) => ({
    ...group,
    items: group.items.map((item) => (item.max === null ? { ...item, max: next() } : item)),
  }));
}

/**
 * Dimensions of a score out of pasted groups, with ids that are not in `taken`. What is added or taken off stands in
 * dimensions of its own, which do not belong to the maximum.
 */
export function pastedDimensions(groups: readonly PastedGroup[], taken: ReadonlySet<string>): JsonObject[] {
  const ids = new Set(taken);
  const id = (title: string): string => {
    const key = keyFor(title).replace(/^f_field$/, 'item');
    let name = key;
    for (let copy = 2; ids.has(name); copy++) name = `${key}${copy}`;
    ids.add(name);
    return name;
  };
  const dimension = (title: string, items: readonly PastedItem[], adjust: boolean): JsonObject[] =>
    items.length === 0
      ? []
      : [
          {
            id: id(title),
            title,
            ...(adjust ? { adjust: true } : {}),
            items: items.map((item) => itemOf(item, id(item.title))),
          },
        ];
  return withPoints(groups).flatMap(({ title, items }, at) => {
    const name = title === '' ? (groups.length === 1 ? '考核指标' : `第 ${at + 1} 部分`) : title;
    const extra = items.filter(({ adjust }) => adjust);
    const minus = extra.filter(({ method }) => method === 'deduct');
    const plus = extra.filter(({ method }) => method !== 'deduct');
    const own = (word: string, few: readonly PastedItem[]) =>
      few.length === items.length && title !== '' ? title : word;
    return [
      ...dimension(
        name,
        items.filter(({ adjust }) => !adjust),
        false,
      ),
      ...dimension(own('加分项', plus), plus, true),
      ...dimension(own('扣分项', minus), minus, true),
    ];
  });
}

function itemOf({ title, rule, code, method, max, per }: PastedItem, id: string): JsonObject {
  const points = max ?? 0;
  return {
    id,
    ...(code === '' ? {} : { code }),
    title,
    ...(rule === '' ? {} : { rule }),
    max: points,
    method,
    ...(method === 'countCap' ? { required: per > 0 ? Math.max(1, Math.round(points / per)) : 1, unit: '次' } : {}),
    ...(method === 'deduct' ? { per: per > 0 ? per : 1, unit: '次' } : {}),
    source: 'O',
  };
}
