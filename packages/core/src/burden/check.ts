import type { Definition } from '../generated/definition.ts';
import type { Problem } from '../text/problem.ts';
import type { DateText } from '../time/date.ts';
import { BURDEN_RULES } from './catalogue.ts';
import type { Findings } from './findings.ts';
import { countsBuyNothing, shortCards, tracesEarnNothing } from './rules-card.ts';
import {
  bothCoverages,
  computedTotals,
  namedUse,
  noBoards,
  optionalEvidence,
  ownedMeasures,
  phoneSize,
  reusedData,
  shortForms,
  topics,
} from './rules-form.ts';
import { admitted, enoughNotice, verifiedClosing, workOfLevels } from './rules-life.ts';
import { askedOnce, boundedTotal, smallLocalPart, stableVersions } from './rules-set.ts';

/** The rules that can be measured on one definition, or on one among others. */
const CHECKS: Readonly<
  Record<string, (definition: Definition, others: readonly Definition[], today?: DateText) => Findings>
> = {
  B01: namedUse,
  B02: shortCards,
  B03: shortForms,
  B04: optionalEvidence,
  B05: countsBuyNothing,
  B06: tracesEarnNothing,
  B07: askedOnce,
  B08: reusedData,
  B09: computedTotals,
  B10: noBoards,
  B12: verifiedClosing,
  B13: workOfLevels,
  B14: stableVersions,
  B17: phoneSize,
  B18: bothCoverages,
  B20: ownedMeasures,
  B24: smallLocalPart,
  B25: topics,
  B26: boundedTotal,
  B27: enoughNotice,
  B28: admitted,
};

/** One line of the publish check. A rule that found several things has several lines. */
export interface BurdenFinding {
  readonly rule: string;
  /** `judged`: no program can tell; the rule's text says what a person looks at. */
  readonly status: 'passed' | 'warned' | 'blocked' | 'judged';
  /** `null` when passed or left to people. */
  readonly problem: Problem | null;
}

/**
 * The publish check of an admitted definition, against the other definitions in force. Every rule has at least one
 * line, in their order. `today`: the day for which admission is judged; without it only that there is one.
 */
export function checkBurden(
  definition: Definition,
  others: readonly Definition[] = [],
  today?: DateText,
): BurdenFinding[] {
  return BURDEN_RULES.flatMap(({ id: rule }): BurdenFinding[] => {
    const check = CHECKS[rule];
    if (!check) return [{ rule, status: 'judged', problem: null }];
    const { blocked = [], warned = [] } = check(definition, others, today);
    if (blocked.length + warned.length === 0) return [{ rule, status: 'passed', problem: null }];
    return [
      ...blocked.map((problem): BurdenFinding => ({ rule, status: 'blocked', problem })),
      ...warned.map((problem): BurdenFinding => ({ rule, status: 'warned', problem })),
    ];
  });
}
