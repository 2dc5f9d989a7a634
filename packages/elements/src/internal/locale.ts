import type { Language } from '@jiceng/core/text/problem.js';

/** A tag that `Intl` accepts: pages also write `zh_CN` or nothing, on which `Intl` throws. */
export function toLocale(lang: string | null | undefined, fallback = 'zh-CN'): string {
  if (!lang) return fallback;
  try {
    return Intl.getCanonicalLocales(lang.replace(/_/g, '-'))[0] ?? fallback;
  } catch {
    return fallback;
  }
}

/** The language of ours that serves `locale`: Chinese for any Chinese, English for the rest. */
export function languageOf(locale: string): Language {
  return /^zh\b/i.test(locale) ? 'zh-CN' : 'en';
}

/**
 * Makes the texts of one element: `const messages = messagesIn({ 'zh-CN': …, en: … })`, then `messages(locale).save`.
 */
export function messagesIn<T>(texts: Readonly<Record<Language, T>>): (locale: string) => T {
  return (locale) => texts[languageOf(locale)];
}
