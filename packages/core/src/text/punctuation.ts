import type { Language } from './problem.ts';

/** What stands between the parts of a line. */
export interface Punctuation {
  /** Between a label and what it labels. */
  readonly colon: string;
  /** Between names of a list. */
  readonly list: string;
  readonly comma: string;
  readonly semicolon: string;
  readonly stop: string;
  /** Between sentences. */
  readonly space: string;
  /** Between parts that stand on one line but in no sentence. */
  readonly gap: string;
  /** Around an aside, with the blanks that it needs. */
  readonly open: string;
  readonly close: string;
}

/** The punctuation of each language that Jiceng speaks. */
export const PUNCTUATION: Readonly<Record<Language, Punctuation>> = {
  'zh-CN': {
    colon: '：',
    list: '、',
    comma: '，',
    semicolon: '；',
    stop: '。',
    space: '',
    gap: '　',
    open: '（',
    close: '）',
  },
  en: {
    colon: ': ',
    list: ', ',
    comma: ', ',
    semicolon: '; ',
    stop: '. ',
    space: ' ',
    gap: '  ',
    open: ' (',
    close: ')',
  },
};
