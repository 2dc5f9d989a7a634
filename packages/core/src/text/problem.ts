/** The languages in which Jiceng speaks by itself. Definitions may bring more. */
export type Language = 'zh-CN' | 'en';

/** One text in each language; shown as text, never parsed again. */
export type Bilingual = Readonly<Record<Language, string>>;

/** Something wrong at one place of a document: what admit, validation, formulas and the engine answer with. */
export interface Problem {
  /** JSON Pointer of the place; `''` is the whole document. */
  readonly pointer: string;
  /** Stable kebab-case name of the rule that was broken, for programs and tests. */
  readonly code: string;
  /** What is wrong and what to do, in both languages. */
  readonly reason: Bilingual;
}

/** A result or the problems that prevent it. Gates return this; they never throw. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** A problem from its parts. */
export function problem(pointer: string, code: string, zh: string, en: string): Problem {
  return { pointer, code, reason: { 'zh-CN': zh, en } };
}
