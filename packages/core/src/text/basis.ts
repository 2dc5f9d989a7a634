import { PUNCTUATION } from './punctuation.ts';
import type { Bilingual, Language } from './problem.ts';

/** Words by the first letter of a basis mark. The marks themselves are for those who write definitions. */
const KINDS: Readonly<Record<'S' | 'R' | 'P' | 'O', Bilingual>> = {
  S: { 'zh-CN': '上级文件', en: 'a document from above' },
  R: { 'zh-CN': '党内法规或公开规定', en: 'Party or public regulations' },
  P: { 'zh-CN': '地方做法', en: 'local practice' },
  O: { 'zh-CN': '本级自定', en: 'set here' },
};

const MARK = /^(?:([SR])(?:\d+|-.+)|([PO]))$/;

/**
 * The basis of a rule or number in words, each once: `S002,O` → 上级文件、本级自定. What is no known mark is shown as it is
 * written.
 */
export function basisText(source: string, language: Language): string {
  const words = source
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      const mark = MARK.exec(part);
      return mark ? KINDS[(mark[1] ?? mark[2]) as keyof typeof KINDS][language] : part;
    });
  return [...new Set(words)].join(PUNCTUATION[language].list);
}
