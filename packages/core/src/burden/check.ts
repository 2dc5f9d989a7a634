import type { Definition } from '../generated/definition.ts';
import type { Problem } from '../text/problem.ts';
import {
  askedOnce, countsBuyNothing, optionalEvidence, ownedMeasures, shortCards, shortForms, smallLocalPart, stableVersions, verifiedClosing, type Findings,
} from './rules.ts';

/** The rules that can be measured on one definition, or on one among others. */
const RULES: Readonly<Record<string, (definition: Definition, others: readonly Definition[]) => Findings>> = {
  B02: shortCards,
  B03: shortForms,
  B04: optionalEvidence,
  B05: countsBuyNothing,
  B07: askedOnce,
  B12: verifiedClosing,
  B14: stableVersions,
  B20: ownedMeasures,
  B24: smallLocalPart,
};

/** One line of the publish check. A rule that found several things has several lines. */
export interface BurdenFinding {
  readonly rule: string;
  readonly status: 'passed' | 'warned' | 'blocked';
  /** `null` when passed. */
  readonly problem: Problem | null;
}

/** The publish check of an admitted definition, against the other definitions in force. Every rule has at least one line. */
export function checkBurden(definition: Definition, others: readonly Definition[] = []): BurdenFinding[] {
  return Object.entries(RULES).flatMap(([rule, check]): BurdenFinding[] => {
    const { blocked = [], warned = [] } = check(definition, others);
    if (blocked.length + warned.length === 0) return [{ rule, status: 'passed', problem: null }];
    return [
      ...blocked.map((problem): BurdenFinding => ({ rule, status: 'blocked', problem })),
      ...warned.map((problem): BurdenFinding => ({ rule, status: 'warned', problem })),
    ];
  });
}
