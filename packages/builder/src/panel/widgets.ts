import { own } from '@jiceng/core/json/json.js';

/** Widgets that suit a kind of field, beside the one that is taken by itself. */
export const WIDGETS: Readonly<Record<string, readonly (readonly [name: string, zh: string, en: string])[]>> = {
  text: [['longText', '多行输入', 'several lines']],
  longText: [['text', '单行输入', 'one line']],
  boolean: [
    ['yesNo', '是 / 否两个按钮', 'two buttons'],
    ['checkbox', '勾选框', 'tick box'],
    ['switch', '开关', 'switch'],
  ],
  choice: [
    ['select', '下拉列表', 'list'],
    ['radio', '单选按钮', 'buttons'],
    ['search', '可搜索的列表', 'list with search'],
  ],
  choices: [
    ['checkboxes', '勾选框', 'tick boxes'],
    ['search', '可搜索的列表', 'list with search'],
  ],
  number: [
    ['money', '金额', 'money'],
    ['percent', '百分比', 'percentage'],
  ],
  integer: [['percent', '百分比', 'percentage']],
};

const OURS: ReadonlySet<string> = new Set(Object.values(WIDGETS).flatMap((widgets) => widgets.map(([name]) => name)));

/**
 * Whether a widget of ours does not suit a kind of field, so that forms take another; those of portals are not known
 * here.
 */
export function isMisfit(kind: string, widget: unknown): boolean {
  return (
    typeof widget === 'string' &&
    OURS.has(widget) &&
    widget !== kind &&
    !(own(WIDGETS, kind) ?? []).some(([name]) => name === widget)
  );
}
