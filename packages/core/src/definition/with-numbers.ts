import { isObject, own, type Json } from '../json/json.ts';
import { withValueAt } from '../json/pointer.ts';
import { textPlaces } from './text-places.ts';

/** A name in braces, as parameters may be called; other braces are only text. */
const NAME = /\{([A-Za-z_\u4e00-\u9fff][A-Za-z0-9_\u4e00-\u9fff]*)\}/g;

/**
 * The document with what its parameters stand at in place of their names in its texts: “不少于{days}天” reads “不少于5天”. A
 * number is written as it is in the parameter (percentages are 0–100), its unit stands in the text. Names that are
 * none, and parameters that are lists, stay as they are: the gate refuses them. The same object where nothing is to be
 * filled in; tolerates any content.
 */
export function withNumbers<T extends object>(document: T): T {
  const { parameters } = document as { readonly parameters?: unknown };
  if (!isObject(parameters)) return document;
  return textPlaces(document as unknown as Json).reduce((filled, { pointer, text }) => {
    const said = text.replace(NAME, (whole, name: string) => sayable(own(parameters, name)) ?? whole);
    return said === text ? filled : (withValueAt(filled as unknown as Json, pointer, said) as unknown as T);
  }, document);
}

/** Names in braces in a text, each once. */
export function namesInText(text: string): readonly string[] {
  return [...new Set((text.match(NAME) ?? []).map((found) => found.slice(1, -1)))];
}

/** What a parameter reads in a text; `undefined` for lists, tables and what is no parameter. */
export function sayable(parameter: unknown): string | undefined {
  const value = isObject(parameter) ? own(parameter, 'value') : undefined;
  return typeof value === 'number' || typeof value === 'string' ? String(value) : undefined;
}
