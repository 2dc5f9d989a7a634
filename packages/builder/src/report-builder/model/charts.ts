import { isObject, own, type Json, type JsonObject } from '@jiceng/core/json/json.js';
import { valueAt } from '@jiceng/core/json/pointer.js';
import { chipsOf, partOf, zonesOf, type PartKind } from './zones.ts';

/**
 * The drawings that suit what a chart block shows, the best first: time runs in lines, rates do not stack, shares need
 * parts of a whole, boxes need something spread.
 */
export function chartsFor(report: Json, pointer: string): readonly string[] {
  const block = valueAt(report, pointer);
  const parts = (kind: PartKind, key: string): JsonObject[] =>
    zonesOf(block)
      .filter((zone) => zone.key === key)
      .flatMap((zone) => chipsOf(report, pointer, zone))
      .flatMap(({ id }): JsonObject[] => {
        const found = partOf(report, kind, id);
        return found ? [found.part] : [];
      });
  const [by] = parts('dimension', 'by');
  const [series] = parts('dimension', 'series');
  const [spread] = parts('dimension', 'spread');
  const measures = parts('measure', 'measures');
  if (!by || measures.length === 0) return [];
  const has = (part: JsonObject, key: string): boolean => own(part, key) !== undefined;
  if (spread) return ['box', 'dot'];
  const isTime = has(by, 'period');
  const areCounts = measures.every((measure) => own(measure, 'type') === 'count' && !has(measure, 'den'));
  const areRates = measures.every((measure) => own(measure, 'type') === 'percent' || has(measure, 'filing'));
  if (isTime)
    return series || measures.length > 1
      ? ['line', 'groupedBar', ...(areCounts ? ['stackedBar'] : [])]
      : ['line', 'bar'];
  if (series) return areCounts ? ['stackedBar', 'groupedBar'] : ['groupedBar', 'line'];
  if (measures.length > 1)
    return areRates && measures.length > 2 && !has(by, 'levels')
      ? ['radar', 'groupedBar']
      : areCounts && measures.length > 2
        ? ['groupedBar', 'funnel']
        : ['groupedBar', 'bar'];
  return areCounts ? ['bar', 'share', 'funnel'] : ['bar', 'line'];
}

/** The drawing of a chart block; `undefined` for other blocks. */
export function chartOf(report: Json, pointer: string): string | undefined {
  const block = valueAt(report, pointer);
  const chart = isObject(block) && own(block, 'block') === 'chart' ? own(block, 'chart') : undefined;
  return typeof chart === 'string' ? chart : undefined;
}
