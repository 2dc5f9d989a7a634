import type { Compiled } from '@jiceng/core/definition/compiled.js';
import type { Organisation } from '@jiceng/core/generated/organisation.js';
import type { Person } from '@jiceng/core/generated/person.js';
import type { StoredRecord } from '@jiceng/core/generated/record.js';
import type { Json, JsonObject } from '@jiceng/core/json/json.js';
import { addDays, isDate } from '@jiceng/core/time/date.js';
import { draw } from './draw.ts';
import { plainSurroundings } from './places.ts';
import type { Random } from './random.ts';
import type { DirtRecipe } from './recipe.ts';

/**
 * A record as people leave it: something missing, out of date, too long, in the wrong order, with spaces. What is
 * computed and what is a choice stays.
 */
export function soiled(
  record: StoredRecord,
  compiled: Compiled,
  dirt: DirtRecipe,
  today: string,
  random: Random,
): StoredRecord {
  const data: Record<string, Json> = { ...(record.data as JsonObject) };
  const required = new Set((compiled.definition.record['required'] ?? []) as readonly string[]);
  const computed = new Set([
    ...(compiled.definition.rules ?? []).flatMap((rule) =>
      'field' in rule && rule.value !== undefined ? [rule.field] : [],
    ),
    ...Object.values(compiled.definition.score?.outputs ?? {}),
  ]);
  const typed = Object.keys(data).filter(
    (name) => !computed.has(`/${name}`) && name !== compiled.definition.score?.entries?.slice(1),
  );
  const happens = (share: number): boolean => random.next() < share;
  const one = (names: readonly string[]): string | undefined => (names.length > 0 ? random.pick(names) : undefined);
  const lose = (names: readonly string[]): void => {
    const name = one(names);
    if (name !== undefined) delete data[name];
  };

  if (happens(dirt.missingOptional)) lose(typed.filter((name) => !required.has(name)));
  if (record.filing?.status === 'draft' && happens(dirt.missingRequiredInDraft))
    lose(typed.filter((name) => required.has(name)));
  if (happens(dirt.stale.share)) {
    const days = Number(draw(dirt.stale.days, plainSurroundings(random)));
    for (const pointer of dirt.stale.fields)
      if (isDate(data[pointer.slice(1)])) data[pointer.slice(1)] = addDays(today, -days);
  }
  const texts = typed.filter((name) => typeof data[name] === 'string' && isFreeText(compiled, name));
  const long = happens(dirt.longText.share)
    ? one(texts.filter((name) => longestOf(compiled, name) >= dirt.longText.length))
    : undefined;
  if (long !== undefined)
    data[long] = String(data[long])
      .repeat(Math.ceil(dirt.longText.length / String(data[long]).length))
      .slice(0, longestOf(compiled, long));
  const spaced = happens(dirt.spacesAndWideDigits) ? one(texts) : undefined;
  if (spaced !== undefined)
    data[spaced] = ` ${wideDigits(String(data[spaced]))} `.slice(0, longestOf(compiled, spaced));
  const [first, second] = happens(dirt.dateOrder) ? typed.filter((name) => isDate(data[name])) : [];
  if (first !== undefined && second !== undefined)
    [data[first], data[second]] = [data[second] as Json, data[first] as Json];
  return { ...record, data };
}

/** The same thing entered once more under another name; `undefined` for most. */
export function doubled(record: StoredRecord, { duplicate }: DirtRecipe, random: Random): StoredRecord | undefined {
  const data = record.data as JsonObject;
  const field = duplicate.fields.map((pointer) => pointer.slice(1)).find((name) => typeof data[name] === 'string');
  if (field === undefined || random.next() >= duplicate.share) return undefined;
  const name = String(data[field]);
  const other = name.includes(duplicate.from) ? name.replace(duplicate.from, duplicate.to) : `${name}（旧）`;
  return { ...record, id: `${record.id}-d`, links: [], data: { ...data, [field]: other } };
}

/** Organisations of which some have been dissolved and are still referred to. */
export function partlyDissolved(
  organisations: readonly Organisation[],
  { dissolved }: DirtRecipe,
  random: Random,
): readonly Organisation[] {
  return organisations.map((organisation) =>
    organisation.parentOrgId !== undefined && random.next() < dissolved
      ? { ...organisation, isActive: false }
      : organisation,
  );
}

/** People of whom some have a name with a rare character. */
export function rarelyNamed(
  people: readonly Person[],
  { rareCharacter: { share, characters } }: DirtRecipe,
  random: Random,
): readonly Person[] {
  return people.map((person) =>
    random.next() < share
      ? { ...person, personName: `${person.personName.slice(0, 1)}某${random.pick(characters)}` }
      : person,
  );
}

function isFreeText(compiled: Compiled, name: string): boolean {
  const schema = compiled.field(`/${name}`)?.schema as JsonObject | undefined;
  return (
    schema?.['type'] === 'string' &&
    schema['format'] === undefined &&
    schema['oneOf'] === undefined &&
    schema['enum'] === undefined &&
    schema['pattern'] === undefined
  );
}

function longestOf(compiled: Compiled, name: string): number {
  const longest = (compiled.field(`/${name}`)?.schema as JsonObject | undefined)?.['maxLength'];
  return typeof longest === 'number' ? longest : 1000;
}

const wideDigits = (text: string): string =>
  text.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
