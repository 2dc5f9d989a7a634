import { compute } from '@jiceng/core/report/compute.js';
import { admitReport } from '@jiceng/core/report/admit.js';
import { ReportData } from '@jiceng/core/report/data.js';
import type { TableModel } from '@jiceng/core/report/model.js';
import type { County } from './county.ts';
import type { CountyQuestion } from './question.ts';
import { reportOf } from './questions.ts';

/** Numbers by place: `(row member)…|(column member)…|measure`; fewer members on subtotals, none on totals. Places without a number are left out. */
export type Answers = Readonly<Record<string, number>>;

export const keyOf = (rows: readonly string[], columns: readonly string[], measure: string): string =>
  `${[rows, columns].map((ids) => ids.map((id) => `(${id})`).join('')).join('|')}|${measure}`;

/** Our answer to a question. Throws where the report is not admitted. */
export function ourAnswers(question: CountyQuestion, { sources, top }: County): Answers {
  const report = reportOf(question);
  const admitted = admitReport(report, (id) => sources.definition(id)?.definition);
  if (!admitted.ok)
    throw new Error(
      `${question.title}: ${admitted.problems.map(({ pointer, reason }) => `${pointer} ${reason.en}`).join('; ')}`,
    );
  const model = compute(report, new ReportData(report, sources), {
    period: String(question.year ?? 2025),
    organisation: top,
  }).blocks[0]?.model as TableModel;
  const answers: Record<string, number> = {};
  for (const { cells } of model.rows)
    for (const { place, value } of cells)
      if (value !== null)
        answers[
          keyOf(
            place.rows.map(({ member }) => member),
            place.columns.map(({ member }) => member),
            place.measure,
          )
        ] = Number(value);
  return answers;
}

/** Places on which two sets of answers differ: numbers to 12 digits, and what one has and the other has not. */
export function differences(ours: Answers, theirs: Answers): readonly string[] {
  const same = (a: number | undefined, b: number | undefined): boolean =>
    a === b || (a !== undefined && b !== undefined && Math.abs(a - b) <= 1e-12 * Math.max(Math.abs(a), Math.abs(b)));
  return [...new Set([...Object.keys(ours), ...Object.keys(theirs)])]
    .filter((key) => !same(ours[key], theirs[key]))
    .map((key) => `${key}: ours ${ours[key]}, theirs ${theirs[key]}`);
}
