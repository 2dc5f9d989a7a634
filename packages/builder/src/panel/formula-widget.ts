import { NO } from '@jiceng/core/form/field.js';
import type { WidgetType } from '@jiceng/elements/widgets/widget.js';
import { registerWidget } from '@jiceng/elements/widgets/registry.js';
import { button, make } from '@jiceng/elements/internal/nodes.js';
import type { Condition } from '../condition/condition.ts';
import type { FormulaContext } from '../formula/formula-context.ts';
import type { DateRuleEditor } from '../formula/date-rule-editor.ts';
import { FormulaEditor } from '../formula/formula.ts';

/** What surrounds the formulas of one panel, and the editors that show them. */
export interface PanelFormulas {
  context: FormulaContext | undefined;
  rows: string | undefined;
  readonly editors: Set<FormulaEditor | Condition | DateRuleEditor>;
}

/** Panels by the id of their form's definition: a widget knows its form, and nothing else. */
const panels = new Map<string, PanelFormulas>();

const SET = {
  formula: { 'zh-CN': '设置公式', en: 'Set a formula' },
  condition: { 'zh-CN': '设置条件', en: 'Set a condition' },
  date: { 'zh-CN': '设置日期', en: 'Set a date' },
};

/** Properties whose formulas are conditions. */
const CONDITIONS: ReadonlySet<string> = new Set([
  'visible',
  'required',
  'readonly',
  'when',
  'check',
  'applicable',
  'where',
  'auto',
  'done',
  'count',
]);

/** Properties whose formulas give a day. */
const DATES: ReadonlySet<string> = new Set(['earliest', 'due', 'opens']);

/** The editor of each kind of formula. */
const EDITORS = { formula: 'jc-formula', condition: 'jc-condition', date: 'jc-date-rule' } as const;

export function offerFormulas(id: string, formulas: PanelFormulas): void {
  panels.set(id, formulas);
}

export function forgetFormulas(id: string): void {
  panels.delete(id);
}

/** Gives the editors of a panel what now surrounds them. */
export function refreshFormulas({ context, rows, editors }: PanelFormulas): void {
  for (const editor of editors) {
    editor.context = context;
    editor.rows = rows;
  }
}

/** The editors of conditions, days and other formulas as a widget of the panel's form. In forms that are no panel it suits nothing. */
const formulaWidget: WidgetType = {
  name: 'formula',
  rank: ({ node, form }) =>
    node.schema['x-formula'] === true &&
    node.schema['x-shape'] === undefined &&
    panels.get(form.compiled.definition.id)?.context
      ? 5
      : 0,
  create(field, context) {
    const formulas = panels.get(field.form.compiled.definition.id);
    const { key } = field.node;
    const kind = CONDITIONS.has(key) ? 'condition' : DATES.has(key) ? 'date' : 'formula';
    const editor = document.createElement(EDITORS[kind]);
    if (!(editor instanceof FormulaEditor)) editor.optional = field.required === NO;
    if (formulas) {
      formulas.editors.add(editor);
      context.onDispose(() => formulas.editors.delete(editor));
      editor.context = formulas.context;
      editor.rows = formulas.rows;
    }
    editor.addEventListener('jc-formula-change', (event) => {
      field.set((event as CustomEvent<string>).detail || undefined);
      field.touched.value = true;
      context.committed(field);
    });
    // Most properties have no formula: the editor comes when one is wanted.
    const opener = button(SET[kind][context.language], () => focus());
    const node = make('div', { role: 'group' }, opener, editor);
    const open = (on: boolean) => {
      [opener.hidden, editor.hidden] = [on, !on];
    };
    const focus = () => {
      open(true);
      void editor.updateComplete.then(() =>
        editor.shadowRoot?.querySelector<HTMLElement>('select, textarea, button')?.focus(),
      );
    };
    open(false);
    return {
      node,
      control: node,
      group: true,
      focus,
      show(value) {
        editor.formula = typeof value === 'string' ? value : '';
        if (editor.formula !== '') open(true);
      },
      disable(on) {
        editor.readonly = on;
        opener.disabled = on;
      },
    };
  },
};

registerWidget(formulaWidget);
