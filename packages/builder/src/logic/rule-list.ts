import { rowsOf } from '@jiceng/core/definition/places.js';
import type { CheckRule } from '@jiceng/core/generated/definition.js';
import type { Definition } from '@jiceng/core/generated/definition.js';
import { isObject, own, type Json } from '@jiceng/core/json/json.js';
import { fieldsIn } from '@jiceng/core/logic/reads-fields.js';
import { checkText, effectText, EFFECTS, sectionText, type Effect } from '@jiceng/core/logic/rule-text.js';
import { wordsOf } from '@jiceng/core/logic/words.js';
import type { FormulaContext } from '../formula/formula-context.ts';

/** One thing that a rule does, as a line of the list. */
export interface RuleLine {
  /** JSON Pointer of the rule or section. */
  readonly rule: string;
  /** JSON Pointer of the formula. */
  readonly pointer: string;
  readonly effect: Effect | 'check' | 'section';
  readonly formula: string;
  /** The field that the rule is about; `undefined` for checks and sections. */
  readonly field: string | undefined;
  readonly rows: string | undefined;
  readonly sentence: string;
  /** Addresses of all fields concerned. */
  readonly fields: readonly string[];
}

/** All rules of a definition that may be half made, in its order, and the conditions of its sections behind them. */
export function ruleLines(
  value: Json,
  { compiled, words }: FormulaContext,
  definitions: readonly Definition[] = [],
): RuleLine[] {
  const lines: RuleLine[] = [];
  const inRows = (rows: string | undefined) =>
    rows === undefined ? words : wordsOf(compiled, { language: words.language, rows, definitions });
  listAt(value, 'rules').forEach((rule, at) => {
    const pointer = `/rules/${at}`;
    const check = text(rule, 'check');
    if (check !== undefined) {
      const level = (text(rule, 'level') ?? 'error') as CheckRule['level'];
      const message = text((compiled.definition.rules as unknown as readonly Json[] | undefined)?.[at], 'message');
      const said = checkText({ check, level }, words);
      lines.push({
        rule: pointer,
        pointer: `${pointer}/check`,
        effect: 'check',
        formula: check,
        field: undefined,
        rows: undefined,
        sentence: message ? `${said}${words.language === 'en' ? `: “${message}”` : `（提示：${message}）`}` : said,
        fields: fieldsIn({ compiled }, check),
      });
      return;
    }
    const field = text(rule, 'field');
    if (field === undefined) return;
    const rows = rowsOf(field);
    for (const effect of EFFECTS) {
      const formula = text(rule, effect);
      if (formula !== undefined)
        lines.push({
          rule: pointer,
          pointer: `${pointer}/${effect}`,
          effect,
          formula,
          field,
          rows,
          sentence: effectText(field, effect, formula, inRows(rows)),
          fields: [...new Set([field, ...fieldsIn({ compiled }, formula, rows)])],
        });
    }
  });
  listAt(value, 'view').forEach((section, at) => {
    const when = text(section, 'when');
    const title = text((compiled.definition.view as unknown as readonly Json[] | undefined)?.[at], 'section') ?? '';
    if (when !== undefined)
      lines.push({
        rule: `/view/${at}`,
        pointer: `/view/${at}/when`,
        effect: 'section',
        formula: when,
        field: undefined,
        rows: undefined,
        sentence: sectionText(title, when, words),
        fields: fieldsIn({ compiled }, when),
      });
  });
  return lines;
}

function listAt(value: Json, key: string): readonly Json[] {
  const list = isObject(value) ? own(value, key) : undefined;
  return Array.isArray(list) ? list : [];
}

function text(holder: Json | undefined, key: string): string | undefined {
  const found = isObject(holder) ? own(holder, key) : undefined;
  return typeof found === 'string' ? found : undefined;
}

/** The lines that concern a field; all of them for `''`. */
export function linesAbout(lines: readonly RuleLine[], field: string): readonly RuleLine[] {
  return field === ''
    ? lines
    : lines.filter(({ fields }) => fields.some((each) => each === field || each.startsWith(`${field}/`)));
}
