import { textPlaces } from '@jiceng/core/definition/text-places.js';
import { translationsOf } from '@jiceng/core/definition/translations.js';
import { own, type Json } from '@jiceng/core/json/json.js';

/** How many texts have no English; none are missing in a definition that speaks Chinese only. */
export function countMissing(document: Json): number {
  const english = translationsOf(document, 'en');
  return Object.keys(english).length === 0
    ? 0
    : textPlaces(document).filter(({ pointer }) => own(english, pointer) === undefined).length;
}
