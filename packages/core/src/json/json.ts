/** Any JSON value. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

/** A JSON object. Its keys come from data: read them with `own`, never by plain indexing. */
export interface JsonObject {
  readonly [key: string]: Json;
}

/** Whether `value` is a plain JSON object (not null, not an array). */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The own property `key` of `object`, or `undefined`; `__proto__` and `toString` are only names here. */
export function own<T>(object: { readonly [key: string]: T } | undefined | null, key: string): T | undefined {
  return object != null && Object.prototype.hasOwnProperty.call(object, key) ? object[key] : undefined;
}
