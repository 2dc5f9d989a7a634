import { compile } from '@jiceng/core/definition/compile.js';
import { placesOf } from '@jiceng/core/definition/places.js';
import { readsOf } from '@jiceng/core/definition/reads.js';
import type { Definition } from '@jiceng/core/generated/definition.js';
import type { Json } from '@jiceng/core/json/json.js';
import { pointerParts, toPointer } from '@jiceng/core/json/pointer.js';
import type { Language } from '@jiceng/core/text/problem.js';
import { wordsOf } from './meta-schema.ts';
import { specOf, thingAt, type Thing } from './thing.ts';

/**
 * The things of an admitted definition that name a field or read it in a formula, besides the layout; each once, in the
 * order of the document.
 */
export function usagesOf(definition: Definition, address: string): Thing[] {
  const { fields, formulas } = placesOf(definition);
  const parts = pointerParts(address);
  const name = parts[0] ?? '';
  const column = parts.length === 3 && parts[1] === '*' ? parts[2] : undefined;
  const isAt = ({ field, rows = '' }: { readonly field: string; readonly rows?: string }) =>
    field === address || (rows !== '' && `${rows}/*${field}` === address);
  const { formula } = compile(definition);
  const reads = ({ text, rows }: { readonly text: string; readonly rows?: string }) => {
    const { names, columns, cells } = readsOf(formula(text));
    return column === undefined
      ? names.has(name) || [...columns].some((read) => read.startsWith(`${name}.`))
      : columns.has(`${name}.${column}`) || (rows === `/${name}` && cells.has(column));
  };
  const places = [...fields.filter(isAt), ...formulas.filter(reads)]
    .map(({ pointer }) => pointer)
    .filter((pointer) => !pointer.startsWith('/view/'));
  const found = new Map<string, Thing>();
  for (const place of places) {
    const thing = ownerOf(definition as unknown as Json, place);
    if (thing && !found.has(thing.pointer)) found.set(thing.pointer, thing);
  }
  return [...found.values()];
}

/** The smallest thing around a place that can be chosen on its own. */
export function ownerOf(document: Json, pointer: string): Thing | undefined {
  for (let parts = pointerParts(pointer); parts.length > 0; parts = parts.slice(0, -1)) {
    const at = toPointer(parts);
    const thing = thingAt(document, at);
    if (thing && thing.pointer === at) return thing;
  }
  return undefined;
}

/** What the property at a place is called, by the thing that has it; `undefined` where nobody has said. */
export function propertyWord(document: Json, pointer: string, language: Language): string | undefined {
  const thing = ownerOf(document, pointer);
  const [key] = thing ? pointerParts(pointer.slice(thing.pointer.length)) : [];
  return thing && key !== undefined ? wordsOf(specOf(thing.kind).part, key)?.[language === 'zh-CN' ? 0 : 1] : undefined;
}
