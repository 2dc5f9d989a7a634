import { isObject, own, type Json } from '../json/json.ts';
import { pointerParts } from '../json/pointer.ts';

/**
 * Every value that `pointer` addresses in `data`: `*` stands for each row, and a list at the end gives its elements.
 * Blanks are left out.
 */
export function valuesAt(data: Json | undefined, pointer: string): readonly Json[] {
  const only =
    pointer.indexOf('/', 1) < 0 && pointer.indexOf('~') < 0 && pointer !== '/*' && isObject(data)
      ? own(data, pointer.slice(1))
      : null;
  if (only !== null && typeof only !== 'object') return only === undefined || only === '' ? [] : [only];
  let values: (Json | undefined)[] = [data];
  for (const part of pointerParts(pointer)) {
    const next: (Json | undefined)[] = [];
    for (const value of values) {
      if (Array.isArray(value)) part === '*' ? next.push(...value) : next.push(value[Number(part)]);
      else if (isObject(value))
        part === '*' ? next.push(...Object.keys(value).map((key) => own(value, key))) : next.push(own(value, part));
    }
    values = next;
  }
  return values
    .reduce<Json[]>((all, value) => all.concat(value ?? []), [])
    .filter((value) => value !== null && value !== '');
}
