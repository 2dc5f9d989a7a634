import { problem, type Bilingual, type Problem, type Result } from '../text/problem.ts';
import { thrownText } from '../text/thrown.ts';

/** At most so many problems are told at once; more help nobody. */
export const MOST_PROBLEMS = 100;

/**
 * The document, when `judge` finds nothing wrong with it; a document that cannot even be judged is called unreadable.
 * Never throws.
 */
export function gate<T>(document: unknown, name: Bilingual, judge: () => readonly Problem[]): Result<T> {
  try {
    const problems = judge();
    return problems.length === 0
      ? { ok: true, value: document as T }
      : { ok: false, problems: problems.slice(0, MOST_PROBLEMS) };
  } catch (error) {
    const what = thrownText(error);
    return {
      ok: false,
      problems: [
        problem('', 'unreadable', `${name['zh-CN']}无法读取：${what}`, `the ${name.en} cannot be read: ${what}`),
      ],
    };
  }
}
