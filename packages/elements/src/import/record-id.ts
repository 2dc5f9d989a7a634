/** An id for a record that is made here: 24 hexadecimal digits by chance. */
export function newRecordId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
