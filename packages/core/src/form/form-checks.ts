import { computed, type ReadonlySignal } from '@preact/signals-core';
import { checksOf } from '../definition/rules.ts';
import type { CheckRule } from '../generated/definition.ts';
import { TEXTS } from '../record/texts.ts';
import { brokenCheck } from '../record/judge.ts';
import type { Bilingual } from '../text/problem.ts';
import type { FieldProblem } from './contract.ts';
import type { FormModel } from './form.ts';

interface CheckState {
  readonly rule: CheckRule;
  /** Addresses of the fields at which it is said; the first counts it. */
  readonly fields: readonly string[];
  /** What to say while it is broken. */
  readonly broken: ReadonlySignal<Bilingual | undefined>;
}

/** The checks over several fields. */
export class FormChecks {
  private readonly byField = new Map<string, CheckState[]>();
  private readonly byExplanation = new Map<string, CheckState[]>();
  private readonly all: readonly CheckState[];

  constructor(form: FormModel) {
    const { compiled } = form;
    this.all = checksOf(compiled.definition).map((rule) => {
      const formula = compiled.formula(rule.check);
      const fields =
        rule.fields ?? formula.names.filter((name) => compiled.names.get(name) === 'field').map((name) => `/${name}`);
      const broken = computed(() => brokenCheck(rule, form.formulas.value(rule.check)));
      const state = { rule, fields, broken };
      for (const field of fields) push(this.byField, field, state);
      if (rule.level === 'explain' && rule.explainIn !== undefined) push(this.byExplanation, rule.explainIn, state);
      return state;
    });
  }

  /** Problems that broken checks mean for a field. */
  at(pattern: string, pointer: string): FieldProblem[] {
    const found: FieldProblem[] = [];
    for (const { rule, broken } of this.byField.get(pattern) ?? []) {
      const reason = broken.value;
      if (reason) found.push({ pointer, code: 'check', reason, level: rule.level === 'error' ? 'error' : 'warning' });
    }
    return found;
  }

  /** Broken checks that no field of the form shows. */
  elsewhere(shows: (pattern: string) => boolean): FieldProblem[] {
    return this.all.flatMap(({ rule, fields, broken }) => {
      const reason = broken.value;
      return reason && !fields.some(shows)
        ? [
            {
              pointer: '',
              code: 'check',
              reason,
              level: rule.level === 'error' ? ('error' as const) : ('warning' as const),
            },
          ]
        : [];
    });
  }

  /** Whether any check is said at a field below `prefix`. */
  within(prefix: string): boolean {
    return [...this.byField.keys()].some((field) => field.startsWith(prefix));
  }

  /** Whether the field takes explanations of checks. */
  explains(pattern: string): boolean {
    return this.byExplanation.has(pattern);
  }

  /** What has to be explained in this field now. */
  mustExplain(pattern: string): Bilingual | undefined {
    for (const { broken } of this.byExplanation.get(pattern) ?? []) {
      const reason = broken.value;
      if (reason) return { 'zh-CN': TEXTS.explain(reason['zh-CN'])['zh-CN'], en: TEXTS.explain(reason.en).en };
    }
    return undefined;
  }
}

function push<T>(map: Map<string, T[]>, key: string, item: T): void {
  const list = map.get(key);
  if (list) list.push(item);
  else map.set(key, [item]);
}
