import type { Definition } from '../generated/definition.ts';
import type { OrgKind } from '../score/plan.ts';
import { burdenOf, setMinutes } from './calendar.ts';

/** One kind of organisation with its name in the report. */
export interface ReportedKind extends OrgKind {
  readonly title: string;
}

/** A village's limits in minutes (burden rules, acceptance tests). */
export const LIMITS = { month: 60, quarter: 120 } as const;

const HEAD = [
  '组织 organisation',
  '表 forms',
  '每月必报 monthly',
  '季报 quarterly',
  '半年报 half-yearly',
  '年报 yearly',
  '最忙月 busiest month',
  '最闲月 quietest month',
  '全年分钟 minutes a year',
  '手填项 typed fields a year',
  '自动取数 prefilled %',
];

/** The burden of all definitions, as Markdown: a row for each kind of organisation, and a row for each form. */
export function burdenReport(definitions: readonly Definition[], kinds: readonly ReportedKind[]): string {
  const costs = kinds.map((kind) => ({ kind, cost: burdenOf(definitions, kind) }));
  const rows = costs.map(({ kind, cost }) => [
    kind.title,
    cost.forms.length,
    setMinutes(cost, 'month'),
    setMinutes(cost, 'quarter'),
    setMinutes(cost, 'halfYear'),
    setMinutes(cost, 'year'),
    Math.max(...cost.months),
    Math.min(...cost.months),
    cost.minutesPerYear,
    cost.typedFieldsPerYear,
    cost.prefillShare ?? '—',
  ]);
  const used = new Map(
    costs
      .flatMap(({ kind, cost }) => cost.forms.map((form) => [form, kind] as const))
      .map(([form, kind]) => [`${form.definition.id}`, { form, kinds: [] as string[], kind }]),
  );
  for (const { kind, cost } of costs)
    for (const { definition } of cost.forms) used.get(definition.id)?.kinds.push(kind.title.split(' ')[0] as string);
  const forms = [...used.values()]
    .sort((a, b) => (a.form.definition.id < b.form.definition.id ? -1 : 1))
    .map(({ form: { definition, rhythm, perYear, minutes, typedFields, prefillShare }, kinds: by }) => [
      definition.title,
      RHYTHM[rhythm] ?? rhythm,
      perYear,
      minutes,
      typedFields,
      prefillShare,
      by.join('、'),
    ]);
  return `${table(HEAD, rows)}\n\n${table(['表 form', '频次 rhythm', '每年次数 times a year', '每次分钟 minutes', '手填 typed', '自动取数 prefilled %', '填报组织 filled in by'], forms)}\n`;
}

const RHYTHM: Readonly<Record<string, string>> = {
  month: '月 month',
  quarter: '季 quarter',
  halfYear: '半年 half-year',
  year: '年 year',
  event: '有事才填 as it happens',
};

function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]) =>
    `| ${cells.map((cell) => String(cell).replace(/\|/g, '\\|')).join(' | ')} |`;
  return [line(head), line(head.map((_, at) => (at === 0 ? '---' : '---:'))), ...rows.map(line)].join('\n');
}
