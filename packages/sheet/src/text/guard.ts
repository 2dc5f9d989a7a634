/** Signs at which spreadsheets take a text for a formula, full-width forms too. */
const SIGN = /^'*[=+\-@\t\r\n＝＋－＠]/;

/**
 * A text that spreadsheets take as text when it comes from a plain file: formula signs get an apostrophe before them.
 */
export const guarded = (text: string): string => (SIGN.test(text) ? `'${text}` : text);

/** What `guarded` was given. */
export const unguarded = (text: string): string =>
  text.charCodeAt(0) === 39 && SIGN.test(text) ? text.slice(1) : text;

/** Whether spreadsheets would take a typed text for a formula. */
export function looksLikeFormula(text: string): boolean {
  const first = text.charCodeAt(0);
  return (first < 0x40 || first > 0xff00 || first === 0x40) && SIGN.test(text);
}
