/** Whether `test` finds any key with its value, at any depth of a document whose structure has been checked. */
export function someKey(part: unknown, test: (key: string, value: unknown) => boolean): boolean {
  if (typeof part !== 'object' || part === null) return false;
  if (Array.isArray(part)) return part.some((item) => someKey(item, test));
  for (const key of Object.keys(part)) {
    const value = (part as Readonly<Record<string, unknown>>)[key];
    if (test(key, value) || someKey(value, test)) return true;
  }
  return false;
}
