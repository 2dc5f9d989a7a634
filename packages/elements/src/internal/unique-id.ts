let count = 0;

/** An id that no other element of this page's bundle has. Never made from a field's name. */
export function uniqueId(prefix = 'jc'): string {
  count += 1;
  return `${prefix}-${count}`;
}
