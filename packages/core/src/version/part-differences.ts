import { translated } from '../definition/translated.ts';
import type { Definition } from '../generated/definition.ts';
import { sameJson } from '../json/changes.ts';
import { isObject, own, type Json, type JsonObject } from '../json/json.ts';
import { childPointer, valueAt } from '../json/pointer.ts';
import type { Difference, Part } from './difference.ts';
import { say, type Named } from './difference.messages.ts';
import { propertyName } from './property-names.ts';
import { withRenamed, type Rename } from './renamed-references.ts';
import { entriesOf, SHELVES, type Entry, type Shelf } from './shelves.ts';

/** Objects whose members are told one by one, without what shelves tell. */
const HEADS: readonly { readonly part: Part; readonly at: string; readonly without: readonly string[] }[] = [
  {
    part: 'head',
    at: '',
    without: [
      '$schema',
      'version',
      'record',
      'texts',
      'parameters',
      'view',
      'rules',
      'score',
      'states',
      'moves',
      'ledger',
      'process',
      'filing',
      'facts',
      'prefill',
      'handovers',
      'migration',
    ],
  },
  { part: 'score', at: '/score', without: ['dimensions', 'veto', 'bands'] },
  { part: 'ledger', at: '/ledger', without: ['columns', 'lamp', 'counters'] },
  { part: 'process', at: '/process', without: ['stages'] },
  { part: 'filing', at: '/filing', without: [] },
];

/** Only read by people: a change of these alone asks for nothing but a look. */
const WORDS: ReadonlySet<string> = new Set([
  'title',
  'description',
  'help',
  'message',
  'rule',
  'does',
  'actorTitle',
  'source',
  'tone',
  '$comment',
  'section',
  'numTitle',
  'denTitle',
  'unit',
  'serves',
  'group',
  'validUntil',
  'decision',
]);

/** What happened to everything but the fields. */
export function partDifferences(earlier: Definition, after: Definition, renames: readonly Rename[]): Difference[] {
  const before =
    renames.length === 0
      ? earlier
      : { ...(withRenamed(parts(earlier), renames) as unknown as Definition), record: earlier.record };
  const sides: Sides = { before: side(before), after: side(after) };
  return [
    ...SHELVES.flatMap((shelf) => shelfDifferences(shelf, sides)),
    ...HEADS.flatMap((head) => headDifferences(head, sides)),
    ...textDifferences(before, after),
  ];
}

const parts = ({ record: _, ...rest }: Definition): Json => rest as unknown as Json;

interface Side {
  readonly zh: Json;
  readonly en: Json;
}
interface Sides {
  readonly before: Side;
  readonly after: Side;
}

const side = (definition: Definition): Side => ({
  zh: definition as unknown as Json,
  en: translated(definition, 'en') as unknown as Json,
});

function shelfDifferences(shelf: Shelf, sides: Sides): Difference[] {
  const { part } = shelf;
  const [old, now] = [entriesOf(sides.before.zh, shelf), entriesOf(sides.after.zh, shelf)];
  const isState = part === 'state';
  // what a record holds of it goes by its id
  const held = isState ? 'state' : part === 'step' ? 'steps' : undefined;
  const found: Difference[] = [];
  for (const entry of old.filter(({ key }) => !now.some((each) => each.key === key))) {
    found.push({
      part,
      happening: 'removed',
      pointer: entry.pointer,
      text: say.plain(part, nameOf(sides.before, entry), 'removed'),
      touch: held !== undefined ? 'migrate' : part === 'item' ? 'check' : 'none',
      leap: isState ? 'major' : 'minor',
      ...(held === undefined ? {} : { data: { from: held, codes: [{ from: entry.key }] } }),
    });
  }
  for (const entry of now) {
    const was = old.find(({ key }) => key === entry.key);
    const name = nameOf(sides.after, entry);
    if (!was)
      found.push({
        part,
        happening: 'added',
        pointer: entry.pointer,
        text: say.plain(part, name, 'added'),
        touch: 'none',
        leap: 'minor',
      });
    else found.push(...memberDifferences(part, name, was, entry, shelf.inner ?? [], nameOf(sides.before, was)));
  }
  const kept = (list: readonly Entry[], others: readonly Entry[]): readonly string[] =>
    list.map(({ key }) => key).filter((key) => others.some((each) => each.key === key));
  if (!shelf.isMap && !sameJson(kept(old, now) as string[], kept(now, old) as string[]))
    found.push({
      part,
      happening: 'order',
      pointer: shelf.at.replace(/\/\*.*/, ''),
      text: say.plain(part, { zh: '全部', en: 'all' }, 'order'),
      touch: 'none',
      leap: 'patch',
    });
  return found;
}

function memberDifferences(
  part: Part,
  name: Named,
  was: Entry,
  now: Entry,
  without: readonly string[],
  oldName: Named,
): Difference[] {
  const [a, b] = [membersOf(was.value), membersOf(now.value)];
  const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])].filter(
    (key) => !without.includes(key) && !sameJson(own(a, key), own(b, key)),
  );
  const found: Difference[] = [];
  for (const key of keys) {
    const isWords = WORDS.has(key);
    const pointer = own(b, key) === undefined ? now.pointer : childPointer(now.pointer, key);
    const text =
      key === 'title' && name.zh !== oldName.zh
        ? say.retitled(part, name, oldName)
        : say.property(part, name, propertyName(key), own(a, key), own(b, key));
    found.push({
      part,
      happening: isWords ? 'words' : 'changed',
      pointer,
      text,
      touch: 'none',
      leap: isWords ? 'patch' : 'minor',
    });
  }
  return found;
}

function headDifferences({ part, at, without }: (typeof HEADS)[number], { before, after }: Sides): Difference[] {
  const [old, now] = [valueAt(before.zh, at), valueAt(after.zh, at)];
  const isThere = (value: Json | undefined): boolean =>
    isObject(value) && Object.keys(value).some((key) => !without.includes(key));
  const title: Named = { zh: titleOf(after.zh, '') ?? '', en: titleOf(after.en, '') ?? '' };
  if (old === undefined || now === undefined) {
    if (!isThere(old) && !isThere(now)) return [];
    return [
      {
        part,
        happening: now === undefined ? 'removed' : 'added',
        pointer: at,
        text: say.plain(part, title, now === undefined ? 'removed' : 'added'),
        touch: 'none',
        leap: 'minor',
      },
    ];
  }
  return memberDifferences(
    part,
    title,
    { key: '', value: old, pointer: at },
    { key: '', value: now, pointer: at },
    without,
    { zh: titleOf(before.zh, '') ?? '', en: titleOf(before.en, '') ?? '' },
  );
}

function textDifferences({ texts: old = {} }: Definition, { texts: now = {} }: Definition): Difference[] {
  return [...new Set([...Object.keys(old), ...Object.keys(now)])].flatMap((language): Difference[] => {
    const [a, b] = [own(old, language) ?? {}, own(now, language) ?? {}];
    const changed = [...new Set([...Object.keys(a), ...Object.keys(b)])].filter(
      (pointer) => own(a, pointer) !== own(b, pointer),
    );
    return changed.length === 0
      ? []
      : [
          {
            part: 'text',
            happening: 'words',
            pointer: own(now, language) ? `/texts/${language}` : '/texts',
            text: say.texts(language, changed.length),
            touch: 'none',
            leap: 'patch',
          },
        ];
  });
}

const membersOf = (value: Json): JsonObject => (isObject(value) ? value : { value });

function nameOf({ zh, en }: Side, { pointer, key }: Entry): Named {
  const name = (document: Json): string => titleOf(document, pointer) ?? fieldTitle(document, key) ?? key;
  return { zh: name(zh), en: name(en) };
}

function titleOf(document: Json, pointer: string): string | undefined {
  const entry = valueAt(document, pointer);
  if (!isObject(entry)) return undefined;
  for (const key of ['title', 'section', 'message']) {
    const text = own(entry, key);
    if (typeof text === 'string') return text;
  }
  return undefined;
}

/** The title of the field that a rule, prefill or column names. */
function fieldTitle(document: Json, address: string): string | undefined {
  if (!address.startsWith('/')) return undefined;
  const place = address
    .replace(/ \d+$/, '')
    .replace(/\/\*/g, '/items')
    .replace(/\/([^/]+)/g, (_, part: string) => (part === 'items' ? '/items' : `/properties/${part}`));
  const title = valueAt(document, `/record${place}/title`);
  return typeof title === 'string' ? title : undefined;
}
