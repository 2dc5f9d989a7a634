import type { BlockResult, NumberCell, ReportResult } from '@jiceng/core/report/model.js';
import { guarded } from '../text/guard.ts';

/** One number with where it stands. */
interface Entry {
  readonly block: string;
  readonly row: string;
  readonly column: string;
  readonly cell: NumberCell;
}

/** Headings of the lines. */
export interface CsvWords {
  readonly block: string;
  readonly row: string;
  readonly column: string;
  readonly value: string;
  readonly unit: string;
  readonly remark: string;
}

/** Every number of a report in a line of its own, for further work with it: exact values, empty where there is none. */
export function reportCsv(result: ReportResult, words: CsvWords): Uint8Array {
  const lines = [[words.block, words.row, words.column, words.value, words.unit, words.remark]];
  for (const block of result.blocks) {
    for (const { row, column, cell } of entriesOf(block)) {
      lines.push([
        block.title || block.id,
        row,
        column,
        cell.value === null ? '' : String(cell.value),
        cell.unit,
        [cell.word, cell.coverage?.text, cell.missing?.text].filter(Boolean).join(' '),
      ]);
    }
  }
  return new TextEncoder().encode(
    `\ufeff${lines.map((line) => line.map((text, at) => `"${(at === 3 ? text : guarded(text)).replace(/"/g, '""')}"`).join(',')).join('\r\n')}\r\n`,
  );
}

function entriesOf({ id, model }: BlockResult): readonly Entry[] {
  const entry = (row: string, column: string, cell: NumberCell | null | undefined): readonly Entry[] =>
    cell ? [{ block: id, row, column, cell }] : [];
  switch (model.kind) {
    case 'cards':
      return model.cards.flatMap(({ title, cell, compare }) => [
        ...entry('', title, cell),
        ...compare.flatMap((other) => entry(title, other.title, other.cell)),
      ]);
    case 'table': {
      const path = (at: number): string => {
        const row = model.rows[at];
        return row ? `${row.parent < 0 ? '' : `${path(row.parent)} / `}${row.title}` : '';
      };
      const groups = columnGroups(model.head);
      return model.rows.flatMap((row, at) =>
        row.cells.flatMap((cell, column) =>
          entry(path(at), groups[column] ?? model.columns[column]?.title ?? '', cell),
        ),
      );
    }
    case 'board':
      return model.groups.flatMap((group) =>
        group.rows.flatMap((row) =>
          row.cells.flatMap((cell, at) =>
            entry(
              [group.title, row.title].filter((part) => part !== '').join(' / '),
              model.columns[at]?.title ?? '',
              cell,
            ),
          ),
        ),
      );
    case 'lights':
      return model.rows.flatMap((row) =>
        row.cells.flatMap((cell, at) => entry(row.title, model.columns[at] ?? '', cell)),
      );
    case 'chart':
      return [
        ...model.series.flatMap((series) =>
          series.cells.flatMap((cell, at) => entry(model.categories[at]?.title ?? '', series.title, cell)),
        ),
        ...model.points.flatMap((points, at) =>
          points.flatMap((point) => entry(model.categories[at]?.title ?? '', point.title, point.cell)),
        ),
      ];
    case 'text':
      return model.paragraphs.flatMap((parts) =>
        parts.flatMap((part) =>
          part.kind === 'number'
            ? entry('', part.cell.place.measure, part.cell)
            : part.kind === 'members'
              ? part.members.flatMap((member) => entry(member.title, member.cell?.place.measure ?? '', member.cell))
              : [],
        ),
      );
    case 'coverage':
      return [];
  }
}

/** For each column its headings from the top down, ` / ` between. */
function columnGroups(
  head: readonly (readonly { readonly title: string; readonly columnSpan: number; readonly rowSpan: number }[])[],
): readonly string[] {
  const titles: string[][] = [];
  const until: number[] = [];
  head.forEach((line, at) => {
    let column = 0;
    for (const { title, columnSpan, rowSpan } of line) {
      while ((until[column] ?? 0) > at) column++;
      for (let end = column + columnSpan; column < end; column++) {
        (titles[column] ??= []).push(title);
        until[column] = at + rowSpan;
      }
    }
  });
  return titles.map((parts) => parts.join(' / '));
}
