import { sameJson } from '../json/changes.ts';
import { own, type Json } from '../json/json.ts';
import type { FieldNode } from '../schema/fields/field-node.ts';
import type { FieldOption } from '../schema/fields/kinds.ts';
import type { Difference } from './difference.ts';
import { KINDS, LIMITS, REQUIRED, say, type Named } from './difference.messages.ts';
import { bestPairs, likeness } from './likeness.ts';

/** Where a field that stayed stands in both versions. */
export interface FieldPlace {
  /** Address in records of the earlier version. */
  readonly field: string;
  /** Where its values stand after earlier steps. */
  readonly at: string;
  readonly pointer: string;
  readonly name: Named;
  readonly oldName: Named;
  readonly optionName: (option: FieldOption, isOld: boolean) => Named;
}

/** Keywords that people only read. */
const WORDS: ReadonlySet<string> = new Set(['description', 'examples', '$comment']);
/** Keywords that are told otherwise. */
const TOLD: ReadonlySet<string> = new Set([
  'title',
  'enum',
  'const',
  'required',
  '$ref',
  'properties',
  'x-order',
  ...Object.keys(LIMITS),
  ...WORDS,
]);

/** What changed in a field that is still there. */
export function fieldChanges(old: FieldNode, now: FieldNode, place: FieldPlace): Difference[] {
  const { pointer, field, name } = place;
  const base = { part: 'field', pointer, field } as const;
  const found: Difference[] = [];
  if (old.title !== now.title)
    found.push({
      ...base,
      happening: 'words',
      text: say.retitled('field', name, place.oldName),
      touch: 'none',
      leap: 'patch',
    });
  const [a, b] = [old.schema, now.schema] as unknown as readonly { readonly [key: string]: Json }[];
  if (old.kind !== now.kind && !(isText(old) && isText(now)))
    found.push({
      ...base,
      happening: 'retyped',
      text: say.retyped(name, kindName(old), kindName(now)),
      touch: 'migrate',
      leap: 'major',
      data: { from: place.at, types: [old.kind, now.kind] },
    });
  if (old.required !== now.required)
    found.push(limited(base, now.required, say.limit(name, REQUIRED, old.required, now.required, now.required)));
  for (const [limit, { stricter, ...words }] of Object.entries(LIMITS)) {
    const [was, is] = [own(a, limit), own(b, limit)];
    if (!sameJson(was, is)) {
      const narrower = isNarrower(was, is, stricter);
      found.push(limited(base, narrower, say.limit(name, words, was, is, narrower)));
    }
  }
  found.push(...choiceChanges(old, now, place));
  const others = [...new Set([...Object.keys(a ?? {}), ...Object.keys(b ?? {})])].filter(
    (key) => !sameJson(own(a, key), own(b, key)),
  );
  if (others.some((key) => WORDS.has(key)) && old.title === now.title)
    found.push({ ...base, happening: 'words', text: say.plain('field', name, 'words'), touch: 'none', leap: 'patch' });
  for (const key of others.filter((each) => !TOLD.has(each) && !(each === 'type' && old.kind !== now.kind)))
    found.push({
      ...base,
      happening: 'changed',
      text: say.property(
        'field',
        name,
        { zh: OTHERS[key]?.zh ?? `“${key}”`, en: OTHERS[key]?.en ?? `“${key}”` },
        own(a, key),
        own(b, key),
      ),
      touch: key === 'type' ? 'check' : 'none',
      leap: 'minor',
    });
  return found;
}

const OTHERS: Readonly<Record<string, Named>> = {
  type: { zh: '取值类型', en: 'the type' },
  default: { zh: '默认值', en: 'the default' },
  readOnly: { zh: '只读', en: 'read-only' },
  'x-unit': { zh: '单位', en: 'the unit' },
  'x-source': { zh: '依据', en: 'the basis' },
  items: { zh: '每行的内容', en: 'what a row holds' },
  additionalProperties: { zh: '其余内容', en: 'further content' },
};

const isText = ({ kind }: FieldNode): boolean => kind === 'text' || kind === 'longText';
const kindName = ({ kind }: FieldNode): Named => KINDS[kind] ?? { zh: kind, en: kind };

function limited(
  base: Pick<Difference, 'part' | 'pointer' | 'field'>,
  isNarrow: boolean,
  text: Difference['text'],
): Difference {
  return {
    ...base,
    happening: isNarrow ? 'narrowed' : 'widened',
    text,
    touch: isNarrow ? 'check' : 'none',
    leap: isNarrow ? 'major' : 'minor',
  };
}

function isNarrower(was: Json | undefined, now: Json | undefined, stricter: 'up' | 'down' | 'any'): boolean {
  if (now === undefined || now === false) return false;
  if (was === undefined || stricter === 'any' || typeof was !== 'number' || typeof now !== 'number') return true;
  return stricter === 'up' ? now > was : now < was;
}

function choiceChanges(old: FieldNode, now: FieldNode, place: FieldPlace): Difference[] {
  const { name, pointer, field, at, optionName } = place;
  const gone = old.options.filter(({ value }) => !now.options.some((each) => sameJson(each.value, value)));
  const come = now.options.filter(({ value }) => !old.options.some((each) => sameJson(each.value, value)));
  if (old.options.length === 0 || now.options.length === 0) return [];
  const pairs = bestPairs(gone, come, (a, b) => likeness(a.title, b.title), 0.6);
  const base = { part: 'choice', pointer, field } as const;
  const found: Difference[] = pairs.map(([a, b]) => ({
    ...base,
    happening: 'recoded',
    text: say.recoded(name, optionName(b, false)),
    touch: 'migrate',
    leap: 'major',
    data: { from: at, codes: [{ from: a.value, to: b.value }] },
  }));
  for (const option of gone)
    if (!pairs.some(([a]) => a === option))
      found.push({
        ...base,
        happening: 'removed',
        text: say.choice(name, optionName(option, true), 'removed'),
        touch: 'migrate',
        leap: 'major',
        data: { from: at, codes: [{ from: option.value }] },
      });
  for (const option of come)
    if (!pairs.some(([, b]) => b === option))
      found.push({
        ...base,
        happening: 'added',
        text: say.choice(name, optionName(option, false), 'added'),
        touch: 'none',
        leap: 'minor',
      });
  for (const option of now.options) {
    const was = old.options.find(({ value }) => sameJson(value, option.value));
    if (was && was.title !== option.title)
      found.push({
        ...base,
        happening: 'words',
        text: say.choiceTitle(name, optionName(option, false), optionName(was, true)),
        touch: 'none',
        leap: 'patch',
      });
    else if (was && was.description !== option.description)
      found.push({
        ...base,
        happening: 'words',
        text: say.plain('choice', optionName(option, false), 'words'),
        touch: 'none',
        leap: 'patch',
      });
  }
  const order = (options: readonly FieldOption[], others: readonly FieldOption[]): Json[] =>
    options.map(({ value }) => value).filter((value) => others.some((each) => sameJson(each.value, value)));
  if (!sameJson(order(old.options, now.options), order(now.options, old.options)))
    found.push({ ...base, happening: 'order', text: say.plain('choice', name, 'order'), touch: 'none', leap: 'patch' });
  return found;
}
