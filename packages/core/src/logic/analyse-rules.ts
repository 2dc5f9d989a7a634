import { rowsOf } from '../definition/places.ts';
import { isCheck } from '../definition/rules.ts';
import type { CheckRule, FieldRule } from '../generated/definition.ts';
import type { FindingCode } from './analyse.messages.ts';
import type { Finding, Study } from './finding.ts';
import { fieldsIn } from './reads-fields.ts';

/** Codes for conditions that never or always hold, by what they do. */
const CODES = {
  visible: ['never-visible', 'always-visible'],
  required: ['never-required', 'always-required'],
  readonly: ['never-readonly', 'always-readonly'],
} as const satisfies Record<string, readonly [FindingCode, FindingCode]>;

/** Whether a condition is just yes or no: somebody meant it. */
export const isPlain = (formula: string): boolean => /^=?\s*(true|false)(\(\))?\s*$/i.test(formula);

/** Conditions of fields and groups that never or always hold, and checks that cannot be passed or do nothing. */
export function conditionFindings(study: Study): Finding[] {
  const { definition } = study;
  const found: Finding[] = [];
  (definition.rules ?? []).forEach((rule, at) => {
    if (isCheck(rule)) return found.push(...checkFindings(study, rule, `/rules/${at}`));
    for (const [effect, [never, always]] of Object.entries(CODES) as [
      keyof typeof CODES,
      readonly [FindingCode, FindingCode],
    ][]) {
      const formula = rule[effect];
      if (formula === undefined || isPlain(formula)) continue;
      const rows = rowsOf(rule.field);
      const outcome = study.outcomes(formula, rows);
      const code = outcome && !outcome.holds ? never : outcome && !outcome.fails ? always : undefined;
      if (code)
        found.push(
          study.found(
            code,
            `/rules/${at}/${effect}`,
            [rule.field, ...fieldsIn(study, formula, rows)],
            (_, say) => [say.field(rule.field), say.condition(formula)],
            rows,
          ),
        );
    }
    return undefined;
  });
  (definition.view ?? []).forEach(({ section, when }, at) => {
    const outcome = when === undefined || isPlain(when) ? undefined : study.outcomes(when);
    const code = outcome && !outcome.holds ? 'section-never' : outcome && !outcome.fails ? 'section-always' : undefined;
    if (code && when !== undefined)
      found.push(
        study.found(code, `/view/${at}/when`, fieldsIn(study, when), (words, say) => [
          section === '' ? '' : study.titled(words, ({ view }) => view?.[at]?.section),
          say.condition(when),
        ]),
      );
  });
  return [...found, ...contradictingChecks(study)];
}

function checkFindings(study: Study, { check }: CheckRule, pointer: string): Finding[] {
  const outcome = study.outcomes(check);
  const code = outcome && !outcome.holds ? 'check-impossible' : outcome && !outcome.fails ? 'check-idle' : undefined;
  return code
    ? [study.found(code, `${pointer}/check`, fieldsIn(study, check), (_, say) => [say.condition(check)])]
    : [];
}

/** Two checks that stop a record, each of which can be passed, but not both. */
function contradictingChecks(study: Study): Finding[] {
  const checks = (study.definition.rules ?? []).flatMap((rule, at) =>
    isCheck(rule) && rule.level === 'error'
      ? [
          {
            rule,
            at,
            tree: study.tree(rule.check),
            fields: fieldsIn(study, rule.check),
            isEasy: study.holdsAtFirst(rule.check),
          },
        ]
      : [],
  );
  return checks.flatMap((one, index) =>
    checks.slice(index + 1).flatMap((other) => {
      if ((one.isEasy && other.isEasy) || !one.fields.some((field) => other.fields.includes(field))) return [];
      if (
        !study.excluded([one.tree, other.tree]) ||
        ![one, other].every(({ rule }) => study.outcomes(rule.check)?.holds)
      )
        return [];
      return [
        study.found(
          'checks-contradict',
          `/rules/${other.at}/check`,
          [...new Set([...one.fields, ...other.fields])],
          (_, say) => [say.condition(one.rule.check), say.condition(other.rule.check)],
        ),
      ];
    }),
  );
}

/** Fields that get their value in two places. */
export function doubleValues(study: Study): Finding[] {
  const { definition } = study;
  const seen = new Set<string>();
  const found: Finding[] = [];
  const look = (field: string, pointer: string): void => {
    if (seen.has(field))
      found.push(study.found('two-values', pointer, [field], (_, say) => [say.field(field)], rowsOf(field)));
    seen.add(field);
  };
  for (const output of Object.values(definition.score?.outputs ?? {})) if (typeof output === 'string') seen.add(output);
  (definition.rules ?? []).forEach((rule, at) => {
    if (!isCheck(rule) && rule.value !== undefined) look(rule.field, `/rules/${at}/value`);
  });
  (definition.prefill ?? []).forEach(({ field }, at) => look(field, `/prefill/${at}`));
  return found;
}

/** The rules on fields with their places. */
export function fieldRules(study: Study): { readonly rule: FieldRule; readonly at: number }[] {
  return (study.definition.rules ?? []).flatMap((rule, at) => (isCheck(rule) ? [] : [{ rule, at }]));
}
