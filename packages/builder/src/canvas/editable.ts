const known = new Map<string, (pointer: string) => boolean>();

/**
 * Tells which fields are filled in; the same function for the same fields, since a new one makes the form begin anew.
 */
export function editable(computed: readonly string[]): (pointer: string) => boolean {
  const key = JSON.stringify(computed);
  let found = known.get(key);
  if (!found) known.set(key, (found = (pointer) => !computed.includes(pointer)));
  return found;
}
