import { isObject, own, type Json } from '../json/json.ts';
import { childPointer, valueAt } from '../json/pointer.ts';
import type { Part } from './difference.ts';

/** A list or map of things with names, wherever in the definition. */
export interface Shelf {
  readonly part: Part;
  /** Pointer of the list; `*` stands for every entry of the list before it. */
  readonly at: string;
  /** What tells entries apart: the first of these keys that an entry has. */
  readonly keys: readonly string[];
  /** Lists inside an entry that are shelves of their own. */
  readonly inner?: readonly string[];
  /** Entries of a map are told apart by their key. */
  readonly isMap?: true;
}

/** Every list and map whose entries are told one by one. */
export const SHELVES: readonly Shelf[] = [
  { part: 'parameter', at: '/parameters', keys: [], isMap: true },
  { part: 'section', at: '/view', keys: ['section'] },
  { part: 'rule', at: '/rules', keys: ['field', 'message', 'check'] },
  { part: 'dimension', at: '/score/dimensions', keys: ['id'], inner: ['items'] },
  { part: 'item', at: '/score/dimensions/*/items', keys: ['id'] },
  { part: 'veto', at: '/score/veto', keys: ['id'] },
  { part: 'band', at: '/score/bands', keys: ['id'] },
  { part: 'state', at: '/states', keys: ['id'] },
  { part: 'move', at: '/moves', keys: ['id'] },
  { part: 'column', at: '/ledger/columns', keys: ['field', 'title'] },
  { part: 'lamp', at: '/ledger/lamp', keys: ['id', 'title', 'when'] },
  { part: 'counter', at: '/ledger/counters', keys: ['id', 'title', 'when'] },
  { part: 'stage', at: '/process/stages', keys: ['id'], inner: ['steps'] },
  { part: 'step', at: '/process/stages/*/steps', keys: ['id'] },
  { part: 'fact', at: '/facts', keys: ['id'] },
  { part: 'prefill', at: '/prefill', keys: ['field'] },
  { part: 'handover', at: '/handovers', keys: ['id'] },
];

/** One thing of a shelf, by what tells it apart from the others there. */
export interface Entry {
  readonly key: string;
  readonly value: Json;
  readonly pointer: string;
}

/** The entries of a shelf. Those that share a key are told apart by their number. */
export function entriesOf(document: Json, { at, keys, isMap }: Shelf): readonly Entry[] {
  const [outer, inner] = at.split('/*');
  const holder = valueAt(document, outer ?? '');
  if (isMap)
    return Object.entries(isObject(holder) ? holder : {}).map(([key, value]) => ({
      key,
      value,
      pointer: childPointer(at, key),
    }));
  const lists =
    inner === undefined
      ? [{ list: holder, pointer: at }]
      : (Array.isArray(holder) ? holder : []).map((entry: Json, index) => ({
          list: valueAt(entry, inner),
          pointer: `${outer}/${index}${inner}`,
        }));
  const seen = new Map<string, number>();
  return lists.flatMap(({ list, pointer }) =>
    (Array.isArray(list) ? list : []).map((value: Json, index): Entry => {
      const named = isObject(value) ? keys.map((key) => own(value, key)).find((each) => each !== undefined) : value;
      const base = typeof named === 'string' ? named : `#${index}`;
      const count = seen.get(base) ?? 0;
      seen.set(base, count + 1);
      return { key: count === 0 ? base : `${base} ${count}`, value, pointer: `${pointer}/${index}` };
    }),
  );
}
