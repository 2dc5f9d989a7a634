import { isObject, type Json } from './json.ts';
import { pointerParts, toPointer, valueAt } from './pointer.ts';

/** One place that a field address stands for, and the row it is in. */
export interface Place {
  readonly pointer: string;
  /** The innermost row; `undefined` where the address has no `*`. */
  readonly row: Json | undefined;
}

/**
 * The places of a field address in the data: one, or one for each row that `*` stands for. Fields that are not there
 * yet count.
 */
export function placesIn(data: Json | undefined, pattern: string): readonly Place[] {
  if (!pattern.includes('*')) return [{ pointer: pattern, row: undefined }];
  let found: { parts: (string | number)[]; value: Json | undefined; row: Json | undefined }[] = [
    { parts: [], value: data, row: undefined },
  ];
  for (const part of pointerParts(pattern)) {
    found = found.flatMap(({ parts, value, row }) => {
      if (part !== '*') return [{ parts: [...parts, part], value: valueAt(value, toPointer([part])), row }];
      const keys: readonly (string | number)[] = Array.isArray(value)
        ? value.map((_, at) => at)
        : isObject(value)
          ? Object.keys(value)
          : [];
      return keys.map((key) => {
        const item = valueAt(value, toPointer([key]));
        return { parts: [...parts, key], value: item, row: item };
      });
    });
  }
  return found.map(({ parts, row }) => ({ pointer: toPointer(parts), row }));
}
