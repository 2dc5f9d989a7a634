import { own, type Json, type JsonObject } from '@jiceng/core/json/json.js';
import type { Language } from '@jiceng/core/text/problem.js';
import { derivedTexts } from './derived.messages.ts';
import type { Offer } from './offers.ts';
import { partOf, partsOf } from './zones.ts';

/**
 * Numbers that can be made of a measure: what part of the whole it is, how it changed, where it stands, how it adds up
 * over the year, the mean over organisations, how many reach its target.
 */
export function derivedOffers(report: Json, id: string, language: Language): readonly Offer[] {
  const measure = partOf(report, 'measure', id)?.part;
  if (!measure || own(measure, 'of') !== undefined) return [];
  const texts = derivedTexts(language);
  const title = String(own(measure, 'title') ?? id);
  const offer = (part: string, words: string, body: JsonObject): Offer => ({
    key: `derived/${part}/${id}`,
    kind: 'measure',
    group: '',
    title: words,
    id: `${id}${part}`,
    body,
  });
  const target = own(measure, 'target');
  const isDown = own(measure, 'direction') === 'down';
  const place = partsOf(report, 'dimension').find((dimension) => {
    const levels = own(dimension, 'levels');
    return Array.isArray(levels) && levels.length === 1;
  });
  return [
    ...(isAdditive(measure) ? [offer('Share', texts.share(title), { of: id, derive: 'share' })] : []),
    offer('Change', texts.change(title), { of: id, derive: 'change' }),
    offer('Year', texts.year(title), { of: id, derive: 'change', against: 'lastYear' }),
    offer('Rank', texts.rank(title), { of: id, derive: 'rank' }),
    ...(own(measure, 'fact') === undefined
      ? [offer('Running', texts.running(title), { of: id, derive: 'running' })]
      : []),
    ...(place && own(measure, 'den') !== undefined
      ? [
          offer('Mean', texts.mean(title, String(own(place, 'title'))), {
            title,
            over: own(place, 'id') as Json,
            take: 'mean',
            value: id,
          }),
        ]
      : []),
    ...(target === undefined ? [] : [offer('Gap', texts.gap(title), { of: id, derive: 'gap' })]),
    ...(target === undefined || !place
      ? []
      : [
          offer('Met', texts.met(title, String(own(place, 'title'))), {
            over: own(place, 'id') as Json,
            having: `${id}${isDown ? '<=' : '>='}${typeof target === 'number' ? target : `(${String(target)})`}`,
          }),
        ]),
    offer('Formula', texts.formula(title), { type: 'number', formula: id }),
  ];
}

/** Whether parts of it add up to the whole. */
function isAdditive(measure: JsonObject): boolean {
  const num = own(measure, 'num');
  return (
    num !== undefined &&
    own(measure, 'den') === undefined &&
    (own(num as JsonObject, 'count') !== undefined || own(num as JsonObject, 'sum') !== undefined)
  );
}
