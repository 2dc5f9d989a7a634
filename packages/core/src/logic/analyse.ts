import type { Definition } from '../generated/definition.ts';
import { formulaFindings } from './analyse-formulas.ts';
import { lifeFindings } from './analyse-life.ts';
import { numberFindings } from './analyse-numbers.ts';
import { conditionFindings, doubleValues } from './analyse-rules.ts';
import { scoreFindings } from './analyse-score.ts';
import { visibilityFindings } from './analyse-visibility.ts';
import { Study, type Finding } from './finding.ts';

export type { Finding } from './finding.ts';

/**
 * What cannot be meant in a definition's logic: circles, conditions that never or always hold, demands that contradict
 * each other, rules about what is gone, moves and points that are out of reach, texts that tell a number which has been
 * changed. Only what is certain from types, options and limits is told. The definition need not be admitted; what is
 * too broken to be read is left to the gate, and each part is judged by itself.
 */
export function analyse(definition: Definition): Finding[] {
  const study = attempt(() => [new Study(definition)])[0];
  if (!study) return [];
  const found = [
    formulaFindings,
    conditionFindings,
    doubleValues,
    visibilityFindings,
    lifeFindings,
    scoreFindings,
    numberFindings,
  ].flatMap((look) => attempt(() => look(study)));
  const seen = new Set<string>();
  return found.filter(({ pointer, reason }) => {
    const key = `${pointer} ${reason['zh-CN']}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** A draft may have any shape; what cannot be looked at is not judged. */
function attempt<T>(look: () => T[]): T[] {
  try {
    return look();
  } catch {
    return [];
  }
}
