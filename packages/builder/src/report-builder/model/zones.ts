import { isObject, own, type Json, type JsonObject } from '@jiceng/core/json/json.js';
import { childPointer, valueAt } from '@jiceng/core/json/pointer.js';
import type { Bilingual } from '@jiceng/core/text/problem.js';

/** What goes into a zone: a dimension (what numbers are split by) or a measure (a number). */
export type PartKind = 'dimension' | 'measure';

/** A place in a block for dimensions or measures. */
export interface Zone {
  /** Property of the block. */
  readonly key: string;
  readonly takes: PartKind;
  /** A list; otherwise the property holds one id, and a new one takes the place of the old. */
  readonly many: boolean;
  /** The block cannot be without. */
  readonly required: boolean;
  readonly title: Bilingual;
}

const rows: Zone = {
  key: 'rows',
  takes: 'dimension',
  many: true,
  required: true,
  title: { 'zh-CN': '行', en: 'Rows' },
};
const measures: Zone = {
  key: 'measures',
  takes: 'measure',
  many: true,
  required: true,
  title: { 'zh-CN': '数值', en: 'Values' },
};

/** The zones of each kind of block, in the order in which people think of them. */
export const ZONES: Readonly<Record<string, readonly Zone[]>> = {
  cards: [measures],
  table: [rows, { ...measures, key: 'columns', title: { 'zh-CN': '列（数值）', en: 'Columns (values)' } }],
  cross: [rows, { ...rows, key: 'columns', title: { 'zh-CN': '列', en: 'Columns' } }, measures],
  board: [
    { ...rows, many: false, title: { 'zh-CN': '排名对象', en: 'Ranked' } },
    { ...measures, title: { 'zh-CN': '数值（按第一个排名）', en: 'Values (ranked by the first)' } },
    { ...rows, key: 'within', many: false, required: false, title: { 'zh-CN': '分类排名', en: 'Ranked apart by' } },
  ],
  lights: [
    rows,
    { ...rows, key: 'columns', many: false, title: { 'zh-CN': '列', en: 'Columns' } },
    { ...measures, key: 'measure', many: false, title: { 'zh-CN': '亮灯指标', en: 'Measure with thresholds' } },
  ],
  chart: [
    { ...rows, key: 'by', many: false, title: { 'zh-CN': '横轴（分类）', en: 'Axis (categories)' } },
    measures,
    { ...rows, key: 'series', many: false, required: false, title: { 'zh-CN': '分系列', en: 'Series' } },
    {
      ...rows,
      key: 'spread',
      many: false,
      required: false,
      title: { 'zh-CN': '每个点（箱线图）', en: 'Each point (boxes, dots)' },
    },
  ],
  coverage: [rows],
  text: [{ ...measures, key: 'values', required: false, title: { 'zh-CN': '文中的数', en: 'Numbers in it' } }],
};

export const zonesOf = (block: Json | undefined): readonly Zone[] =>
  isObject(block) ? (own(ZONES, String(own(block, 'block'))) ?? []) : [];

/** Something in a zone. */
export interface Chip {
  /** Id of the dimension or measure. */
  readonly id: string;
  /** JSON Pointer of the place in the report. */
  readonly pointer: string;
}

/** What stands in a zone of the block at `pointer`; header groups of a table are looked through. */
export function chipsOf(report: Json, pointer: string, zone: Zone): readonly Chip[] {
  const place = childPointer(pointer, zone.key);
  const value = valueAt(report, place);
  // Numbers of a text stand under the names by which its sentences call them.
  if (zone.key === 'values')
    return isObject(value)
      ? Object.keys(value).flatMap((name) => chipsAt(own(value, name), childPointer(place, name)))
      : [];
  return chipsAt(value, place);
}

function chipsAt(value: Json | undefined, pointer: string): readonly Chip[] {
  if (typeof value === 'string') return [{ id: value, pointer }];
  if (Array.isArray(value)) return value.flatMap((entry: Json, at) => chipsAt(entry, childPointer(pointer, at)));
  if (!isObject(value)) return [];
  const measure = own(value, 'measure');
  if (typeof measure === 'string') return [{ id: measure, pointer }];
  return chipsAt(own(value, 'columns'), childPointer(pointer, 'columns'));
}

/** The list of dimensions or measures of a report, as far as it is readable. */
export function partsOf(report: Json, kind: PartKind): readonly JsonObject[] {
  const list = isObject(report) ? own(report, kind === 'dimension' ? 'dimensions' : 'measures') : undefined;
  return Array.isArray(list) ? list.filter(isObject) : [];
}

/** The part with this id and its pointer; `undefined` where there is none. */
export function partOf(
  report: Json,
  kind: PartKind,
  id: string,
): { readonly part: JsonObject; readonly pointer: string } | undefined {
  const list = isObject(report) ? own(report, kind === 'dimension' ? 'dimensions' : 'measures') : undefined;
  const at = Array.isArray(list) ? list.findIndex((entry: Json) => isObject(entry) && own(entry, 'id') === id) : -1;
  return at < 0
    ? undefined
    : {
        part: (list as Json[])[at] as JsonObject,
        pointer: `/${kind === 'dimension' ? 'dimensions' : 'measures'}/${at}`,
      };
}

/** What people call a part. */
export function titleOf(report: Json, kind: PartKind, id: string): string {
  const found = partOf(report, kind, id);
  const title = found && own(found.part, 'title');
  return typeof title === 'string' && title !== '' ? title : id;
}
