import { messagesIn } from '@jiceng/elements/internal/locale.js';

/** What numbers are called that are made of another one. */
export const derivedTexts = messagesIn({
  'zh-CN': {
    share: (title: string) => `${title}占比`,
    change: (title: string) => `${title}比上期`,
    year: (title: string) => `${title}比去年同期`,
    rank: (title: string) => `${title}位次`,
    gap: (title: string) => `${title}与目标的差距`,
    running: (title: string) => `本年累计${title}`,
    mean: (title: string, place: string) => `${title}：各${place}的平均`,
    met: (title: string, place: string) => `${title}达到目标的${place}数`,
    formula: (title: string) => `用${title}另算一个数`,
  },
  en: {
    share: (title: string) => `${title}, share`,
    change: (title: string) => `${title} against the period before`,
    year: (title: string) => `${title} against last year`,
    rank: (title: string) => `${title}, rank`,
    gap: (title: string) => `${title}, gap to the target`,
    running: (title: string) => `${title}, year to date`,
    mean: (title: string, place: string) => `${title}: mean by ${place}`,
    met: (title: string, place: string) => `${place}: how many reach ${title}`,
    formula: (title: string) => `A formula with ${title}`,
  },
});
