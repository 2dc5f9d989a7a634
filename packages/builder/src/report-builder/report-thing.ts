import { isObject, own, type Json, type JsonObject } from '@jiceng/core/json/json.js';
import { pointerParts, valueAt } from '@jiceng/core/json/pointer.js';

/**
 * What the panel shows of each part of the schema for reports. What is not named here is left to the zones and to the
 * JSON view.
 */
export const SHOWN: Readonly<Record<string, readonly string[]>> = {
  report: ['title', 'description', 'choices', 'print'],
  dataSet: ['title', 'on', 'always', 'states', 'where'],
  dimension: ['title', 'levels', 'period', 'span', 'value', 'buckets', 'show', 'order', 'blank'],
  countedMeasure: [
    'title',
    'unit',
    'type',
    'num',
    'den',
    'where',
    'places',
    'direction',
    'atLeast',
    'empty',
    'description',
  ],
  factMeasure: ['title', 'unit', 'fact', 'part', 'places', 'direction', 'description'],
  filingMeasure: ['title', 'filing', 'places', 'direction', 'description'],
  derivedMeasure: [
    'title',
    'of',
    'derive',
    'against',
    'as',
    'since',
    'within',
    'unit',
    'places',
    'direction',
    'description',
  ],
  memberMeasure: ['title', 'over', 'take', 'value', 'having', 'unit', 'places', 'direction', 'description'],
  computedMeasure: ['title', 'formula', 'type', 'unit', 'places', 'direction', 'description'],
  cardsBlock: ['title', 'help', 'width', 'newPage'],
  tableBlock: ['title', 'help', 'sort', 'top', 'bottom', 'totals', 'subtotals', 'folded', 'serial', 'width', 'newPage'],
  crossBlock: ['title', 'help', 'sort', 'top', 'bottom', 'totals', 'columnTotals', 'subtotals', 'width', 'newPage'],
  boardBlock: ['title', 'help', 'movement', 'bands', 'top', 'showBottom', 'smallest', 'width', 'newPage'],
  chartBlock: ['title', 'help', 'chart', 'sort', 'top', 'bottom', 'width', 'newPage'],
  lightsBlock: ['title', 'help', 'sort', 'legend', 'width', 'newPage'],
  coverageBlock: ['title', 'help', 'data', 'names', 'width', 'newPage'],
  textBlock: ['title', 'paragraphs', 'width', 'newPage'],
};

/** A part of a report that the panel can show. */
export interface ReportThing {
  readonly pointer: string;
  /** Its name in `$defs` of the schema for reports; `report` is the whole. */
  readonly part: string;
  readonly value: JsonObject;
}

/**
 * What stands at a pointer: the report itself, a data set, dimension, measure or block; `undefined` for anything else.
 */
export function reportThing(report: Json, pointer: string): ReportThing | undefined {
  const value = valueAt(report, pointer);
  if (!isObject(value)) return undefined;
  const [list, at, ...more] = pointerParts(pointer);
  if (list === undefined) return { pointer, part: 'report', value };
  if (at === undefined || more.length > 0) return undefined;
  const part =
    list === 'data'
      ? 'dataSet'
      : list === 'dimensions'
        ? 'dimension'
        : list === 'blocks'
          ? `${String(own(value, 'block'))}Block`
          : list === 'measures'
            ? measurePart(value)
            : undefined;
  return part !== undefined && own(SHOWN, part) ? { pointer, part, value } : undefined;
}

function measurePart(value: JsonObject): string {
  const has = (key: string): boolean => own(value, key) !== undefined;
  return has('of')
    ? 'derivedMeasure'
    : has('over')
      ? 'memberMeasure'
      : has('formula')
        ? 'computedMeasure'
        : has('fact')
          ? 'factMeasure'
          : has('filing')
            ? 'filingMeasure'
            : 'countedMeasure';
}
