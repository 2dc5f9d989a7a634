import { definitionSchema } from '../generated/schemas.ts';
import { isObject, own, type Json } from '../json/json.ts';
import { valueAt } from '../json/pointer.ts';
import type { Part } from './difference.ts';
import type { Named } from './difference.messages.ts';

/** Where the schema of definitions describes each part. */
const SCHEMAS: Partial<Readonly<Record<Part, readonly string[]>>> = {
  head: ['', '/$defs/purpose'], parameter: ['/$defs/parameter'], section: ['/$defs/section'], rule: ['/$defs/fieldRule', '/$defs/checkRule'], dimension: ['/$defs/scoreDimension'], item: ['/$defs/scoreItem'], veto: ['/$defs/scoreVeto'], band: ['/$defs/scoreBand'], score: ['/$defs/score'],
  state: ['/$defs/state'], move: ['/$defs/move'], column: ['/$defs/ledgerField', '/$defs/ledgerGroup'], lamp: ['/$defs/lampRule'], counter: ['/$defs/counter'], ledger: ['/$defs/ledger'], stage: ['/$defs/processStage'], step: ['/$defs/processStep'], process: ['/$defs/process'], filing: ['/$defs/filing'],
  fact: ['/$defs/fact'], prefill: ['/$defs/prefill'], handover: ['/$defs/handover'],
};

/** What a property of a part is called: as the schema of definitions calls it in Chinese, and by its own key in words in English. */
export function propertyName(part: Part, key: string): Named {
  const schema = definitionSchema as unknown as Json;
  for (const place of SCHEMAS[part] ?? []) {
    const properties = valueAt(schema, `${place}/properties`);
    const found = isObject(properties) ? own(properties, key) : undefined;
    const reference = isObject(found) ? own(found, '$ref') : undefined;
    const title = isObject(found) ? own(found, 'title') ?? (typeof reference === 'string' ? valueAt(schema, `${reference.slice(1)}/title`) : undefined) : undefined;
    if (typeof title === 'string') return { zh: title, en: inWords(key) };
  }
  return { zh: `“${key}”`, en: inWords(key) };
}

const inWords = (key: string): string => key.replace(/^x-/, '').replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
