import { siblingUses, textUses, usesOf } from '@jiceng/core/definition/uses.js';
import type { Definition } from '@jiceng/core/generated/definition.js';
import { isObject, type Json } from '@jiceng/core/json/json.js';
import { pointerParts, toPointer, valueAt } from '@jiceng/core/json/pointer.js';
import type { Edit } from '../document/edit.ts';
import { removals } from './arrange.ts';
import { addressesOf, addressOf, placeOfField } from './field-places.ts';
import { listAt } from './structure.ts';

/** Something outside a field that does not work without it. */
export interface User {
  /** Pointer of the part that uses it, such as a rule: what can be gone to, and removed. */
  readonly pointer: string;
  /** Which kind of part: the name of its list in the definition, such as `rules`. */
  readonly kind: string;
}

/**
 * The part that goes when what stands at a place cannot stay: the smallest that means something without it. `*` is any
 * one part, a trailing `**` the deepest numbered part. The first that fits counts; places that fit none go alone.
 */
const PARTS: readonly (readonly [pattern: string, length: number | 'deepest'])[] = [
  ['rules', 2],
  ['prefill', 2],
  ['unique', 2],
  ['facts', 2],
  ['view/*/when', 3],
  ['view', 'deepest'],
  ['ledger/columns', 'deepest'],
  ['ledger/groupBy', 2],
  ['ledger', 3],
  ['moves/*/guard', 4],
  ['moves/*/ask', 'deepest'],
  ['moves/*/set', 4],
  ['moves/*/by', 4],
  ['moves', 3],
  ['states/*/edit/*/fields', 6],
  ['states/*/edit', 6],
  ['create', 2],
  ['score/dimensions/*/items/*/steps', 7],
  ['score/dimensions', 6],
  ['score/outputs', 3],
  ['score/veto', 3],
  ['score/bands', 4],
  ['score', 2],
  ['handovers/*/map', 4],
  ['handovers', 2],
  ['process/stages/*/steps/*/fields', 'deepest'],
  ['process/stages/*/steps/*/check', 7],
  ['process/stages', 6],
  ['process/warnings', 3],
  ['filing/reviewFields', 3],
  ['filing', 2],
];

function partOf(pointer: string): string {
  const parts = pointerParts(pointer);
  const found = PARTS.find(([pattern]) => pattern.split('/').every((part, at) => part === '*' || part === parts[at]));
  if (!found) return pointer;
  if (found[1] !== 'deepest') return toPointer(parts.slice(0, found[1]));
  let length = parts.length;
  while (length > 0 && !/^\d+$/.test(parts[length - 1] ?? '')) length--;
  return toPointer(parts.slice(0, length));
}

/** What a removal comes to. */
export interface Removal {
  /** Takes the parts away, with their mention in the layout and their translations. */
  readonly edits: readonly Edit[];
  /** What else uses them. */
  readonly users: readonly User[];
  /** The same and all users with them. */
  readonly withUsers: readonly Edit[];
}

/**
 * What removing sections (with the fields that stand only there) and fields comes to. Parts of other kinds are removed
 * as they are.
 */
export function removalOf(value: Json, pointers: readonly string[]): Removal {
  const sections = pointers.filter((pointer) => /^\/view\/\d+$/.test(pointer));
  const inside = sections.flatMap((section) => listAt(value, `${section}/fields`).map((ref) => addressOf(ref)));
  const elsewhere = new Set(
    listAt(value, '/view').flatMap((_, at) =>
      sections.includes(`/view/${at}`) ? [] : listAt(value, `/view/${at}/fields`).map(addressOf),
    ),
  );
  const gone = new Set(
    [
      ...pointers,
      ...inside.filter((address) => !elsewhere.has(address)).map((address) => placeOfField(value, address) ?? ''),
    ].filter((pointer) => pointer !== ''),
  );
  const certain = new Set<string>(gone);
  const users = new Map<string, User>();
  const definition = value as unknown as Definition;
  for (const pointer of gone) {
    const holder = toPointer(pointerParts(pointer).slice(0, -2));
    const key = pointerParts(pointer).pop() ?? '';
    for (const use of siblingUses(valueAt(value, holder), holder, key)) certain.add(use.pointer);
    for (const use of textUses(definition, pointer)) certain.add(use.pointer);
    for (const address of addressesOf(value, pointer)) {
      for (const use of usesOf(definition, address)) {
        const part = partOf(use.pointer);
        if (use.pointer.startsWith('/view/') && use.kind === 'field') certain.add(part);
        else users.set(part, { pointer: part, kind: pointerParts(part)[0] ?? '' });
      }
    }
  }
  const left = [...users.values()].filter(
    ({ pointer }) => ![...certain].some((one) => pointer === one || pointer.startsWith(`${one}/`)),
  );
  return {
    edits: removals([...certain]),
    users: left,
    withUsers: removals(whole(value, [...certain, ...left.map(({ pointer }) => pointer)])),
  };
}

/** Where every item of an optional list goes, the list goes. */
function whole(value: Json, pointers: readonly string[]): string[] {
  const lists = new Map<string, number>();
  for (const pointer of pointers) {
    const [name, at, ...more] = pointerParts(pointer);
    if (
      name !== undefined &&
      name !== 'view' &&
      at !== undefined &&
      more.length === 0 &&
      Array.isArray(valueAt(value, `/${name}`))
    )
      lists.set(name, (lists.get(name) ?? 0) + 1);
  }
  const all = [...lists]
    .filter(([name, count]) => count === listAt(value, `/${name}`).length)
    .map(([name]) => `/${name}`);
  return [...pointers, ...all];
}

/**
 * Dissolves a section: its fields go to the end of the one before it, or to the start of the next. `undefined`: it is
 * the only one.
 */
export function dissolve(value: Json, section: string): Edit[] | undefined {
  const at = Number(pointerParts(section)[1]);
  const sections = listAt(value, '/view');
  if (sections.length < 2 || !isObject(sections[at])) return undefined;
  const fields = listAt(value, `${section}/fields`);
  const to = at > 0 ? at - 1 : 1;
  const start = at > 0 ? listAt(value, `/view/${to}/fields`).length : 0;
  return [
    ...fields.map((_, index): Edit => ({ move: `${section}/fields/0`, to: `/view/${to}/fields/${start + index}` })),
    { remove: section },
  ];
}
