import type { Language } from '../text/problem.ts';

/** A period as people say it: 2025年第三季度. What is no period's code stays as it is. */
export function periodWords(code: string, language: Language): string {
  if (language === 'en') return code;
  const found = /^T?(\d{4})(?:-(?:Q([1-4])|H([12])|(\d{2})|(\d{4})))?$/.exec(code);
  if (!found) return code;
  const [, year, quarter, half, month, until] = found;
  if (until) return `${year}—${until}年${code.startsWith('T') ? '届期' : ''}`;
  if (quarter) return `${year}年第${'一二三四'[Number(quarter) - 1]}季度`;
  if (half) return `${year}年${half === '1' ? '上半年' : '下半年'}`;
  return month ? `${year}年${Number(month)}月` : `${year}年`;
}
