import type { Tone } from '@jiceng/core/generated/definition.js';
import type { Report } from '@jiceng/core/generated/report.js';
import type { BlockResult, HeadCell, NumberCell, ReportResult, TableModel } from '@jiceng/core/report/model.js';
import { namesText, plainBlock, type PlainWords } from '@jiceng/core/report/words/plain.js';
import { columnName, type Area } from '../book/address.ts';
import type { CellValue } from '../book/workbook.ts';
import { looksLikeFormula } from '../text/guard.ts';
import type { Look, WrittenBook, WrittenCell, WrittenRow } from '../write/book.ts';
import { sheetName } from '../write/write-sheets.ts';

/** What files of a report are made of. */
export interface FileInput {
  readonly report: Report;
  readonly result: ReportResult;
  readonly words: PlainWords & { readonly notes: string; readonly printedOn: string };
  /** Day of the export, for the end of the signature line. */
  readonly today: string;
}

const TITLE: Look = { bold: true, size: 18, align: 'center' };
const BLOCK: Look = { bold: true, size: 12 };
const HEAD: Look = { bold: true, border: true, fill: 'E8EEF7', align: 'center', wrap: true };
const NAME: Look = { border: true, wrap: true };
/** Fills of thresholds, light enough for black letters; the word stands behind the number. */
const FILLS: Readonly<Record<Tone, string | undefined>> = {
  positive: 'D9F2E0',
  notice: 'FDECC8',
  negative: 'FAD4D4',
  info: 'D6E6F7',
  neutral: undefined,
};

/** A report as a book: all blocks below each other as on the page, and the notes on method on a sheet of their own. */
export function reportBook({ report, result, words, today }: FileInput): WrittenBook {
  const page = new Page();
  page.row([{ value: result.title, look: TITLE }], 32);
  if (result.subtitle !== '')
    page.row([text(result.print.unit === undefined ? result.subtitle : `${result.print.unit}：${result.subtitle}`)]);
  const additive = additiveMeasures(report);
  for (const block of result.blocks) addBlock(page, block, words, additive);
  const { signatures = [], date = true } = result.print;
  if (signatures.length > 0) {
    page.row([]);
    page.row([
      text(
        [...signatures.map((name) => `${name}：`), ...(date ? [`${words.printedOn}：${today}`] : [])].join(
          '　　　　　　',
        ),
      ),
    ]);
  }
  const width = Math.max(page.width, 1);
  const name = sheetName(result.title);
  const notes = sheetName(words.notes);
  return {
    sheets: [
      {
        name,
        columns: Array.from({ length: width }, (_, at) => ({ width: at === 0 ? 28 : 13 })),
        rows: page.rows,
        count: page.rows.length,
        merges: [{ top: 0, left: 0, bottom: 0, right: width - 1 }, ...page.merges].filter(
          ({ top, left, bottom, right }) => top < bottom || left < right,
        ),
        landscape: result.print.orientation === 'landscape',
        titleRows: [0, 0],
      },
      {
        name: notes === name ? `${notes}2` : notes,
        columns: [{ width: 110, look: { wrap: true } }],
        rows: result.notes.map((note) => ({ cells: [text(note)] })),
        count: result.notes.length,
      },
    ],
  };
}

/** A sheet that grows downwards. */
class Page {
  readonly rows: WrittenRow[] = [];
  readonly merges: Area[] = [];
  width = 0;

  row(cells: WrittenRow['cells'], height?: number): void {
    this.width = Math.max(this.width, cells.length);
    this.rows.push({ cells, ...(height === undefined ? {} : { height }) });
  }
}

/** Measures whose parts add up to the whole: numbers of things, and sums. */
function additiveMeasures({ measures = [] }: Report): ReadonlySet<string> {
  return new Set(
    measures
      .filter((measure) =>
        'filing' in measure
          ? measure.filing === 'expected' || measure.filing === 'reported'
          : 'num' in measure && !measure.den && ('count' in measure.num || 'sum' in measure.num),
      )
      .map(({ id }) => id),
  );
}

function addBlock(page: Page, block: BlockResult, words: PlainWords, additive: ReadonlySet<string>): void {
  const { title } = block;
  page.row([]);
  if (title !== '') page.row([{ value: title, look: BLOCK }], 20);
  if (block.empty) return page.row([text(words[block.empty])]);
  addModel(page, block, words, additive);
  if (block.silent.length > 0)
    page.row([text(`${words.silent(block.silent.length)}${namesText(block.silent, words)}`)]);
}

function addModel(page: Page, block: BlockResult, words: PlainWords, additive: ReadonlySet<string>): void {
  const { model } = block;
  if (model.kind === 'table') return addTable(page, model, words, additive);
  if (model.kind === 'cards') {
    for (const card of model.cards)
      page.row([
        name(card.title),
        numberCell(card.cell),
        name(card.cell.unit),
        ...card.compare.flatMap((other) => [name(other.title), numberCell(other.cell)]),
      ]);
    return;
  }
  const { heads, rows, paragraphs } = plainBlock(block, words);
  for (const sentence of paragraphs) page.row([text(sentence)]);
  addHeads(
    page,
    heads.map((line) => line.map(({ text: shown, ...spans }) => ({ title: shown, ...spans }))),
  );
  const numbers = numbersOf(model);
  rows.forEach((row, at) =>
    page.row(
      row.map((shown, column) => {
        const cell = numbers?.[at]?.[column];
        return cell ? numberCell(cell) : name(shown);
      }),
    ),
  );
}

/** The numbers of a block where its plain rows have their texts. */
function numbersOf(model: BlockResult['model']): readonly (readonly (NumberCell | undefined)[])[] | undefined {
  switch (model.kind) {
    case 'board':
      return model.groups.flatMap(({ rows }) => rows.map(({ cells }) => [undefined, undefined, ...cells]));
    case 'lights':
      return model.rows.map(({ cells }) => [undefined, ...cells]);
    case 'chart':
      return model.categories.map((_, at) => [undefined, ...model.series.map(({ cells }) => cells[at])]);
    default:
      return undefined;
  }
}

function addTable(page: Page, model: TableModel, words: PlainWords, additive: ReadonlySet<string>): void {
  const shift = model.hasSerial ? 2 : 1;
  const height = model.head.length;
  const corner: HeadCell[] = [
    ...(model.hasSerial ? [{ title: words.serial, columnSpan: 1, rowSpan: height }] : []),
    {
      title: [model.corner.rows, model.corner.columns].filter((part) => part !== '').join('＼'),
      columnSpan: 1,
      rowSpan: height,
    },
  ];
  if (model.unit !== '') page.row([text(`${model.unit}`)]);
  addHeads(
    page,
    model.head.map((line, at) => (at === 0 ? [...corner, ...line] : line)),
  );
  const first = page.rows.length;
  model.rows.forEach((row, at) => {
    const below = model.rows.flatMap((other, place) =>
      other.kind !== 'total' && (row.kind === 'total' ? other.parent < 0 : other.parent === at) ? [place] : [],
    );
    const bold = row.kind !== 'member';
    page.row([
      ...(model.hasSerial ? [{ value: row.serial, look: { ...NAME, align: 'center' as const } }] : []),
      name(`${'　'.repeat(row.depth)}${row.title}`, bold),
      ...model.columns.map((_, column): WrittenCell => {
        const cell = row.cells[column];
        if (!cell) return { value: null, look: NAME };
        const written = numberCell(cell, bold);
        const isSum =
          below.length > 0 &&
          additive.has(cell.place.measure) &&
          typeof cell.value === 'number' &&
          sum(below.map((place) => model.rows[place]?.cells[column]?.value)) === cell.value;
        return isSum
          ? {
              ...written,
              formula: `SUM(${ranges(
                below.map((place) => first + place),
                columnName(column + shift),
              )})`,
            }
          : written;
      }),
    ]);
  });
}

/** Numbers that are there, added; a difference in the last places of binary fractions is none. */
function sum(values: readonly (number | string | null | undefined)[]): number | undefined {
  const known = values.filter((value): value is number => typeof value === 'number');
  return known.length === 0 ? undefined : Number(known.reduce((total, value) => total + value, 0).toPrecision(15));
}

/** `C5:C7,C9` of zero-based rows in ascending order. */
function ranges(rows: readonly number[], letters: string): string {
  const parts: string[] = [];
  for (let from = 0, to = 0; from < rows.length; from = to + 1) {
    for (to = from; rows[to + 1] === (rows[to] ?? 0) + 1; to++);
    parts.push(
      from === to
        ? `${letters}${(rows[from] ?? 0) + 1}`
        : `${letters}${(rows[from] ?? 0) + 1}:${letters}${(rows[to] ?? 0) + 1}`,
    );
  }
  return parts.join(',');
}

/** Headings of several rows, each cell in the first free place of its row, merged as on the page. */
function addHeads(page: Page, heads: readonly (readonly HeadCell[])[]): void {
  const taken = heads.map(() => new Map<number, WrittenCell>());
  heads.forEach((line, at) => {
    let column = 0;
    for (const { title, columnSpan, rowSpan } of line) {
      while (taken[at]?.has(column)) column++;
      for (let down = 0; down < rowSpan; down++)
        for (let across = 0; across < columnSpan; across++)
          taken[at + down]?.set(column + across, { value: down + across === 0 ? title : null, look: HEAD });
      const top = page.rows.length + at;
      if (columnSpan > 1 || rowSpan > 1)
        page.merges.push({ top, left: column, bottom: top + rowSpan - 1, right: column + columnSpan - 1 });
      column += columnSpan;
    }
  });
  for (const cells of taken)
    page.row(
      [...cells].sort(([a], [b]) => a - b).map(([, cell]) => cell),
      22,
    );
}

/** A number as a number, shown as on the page: places, the word of its threshold, what is missing of it. */
function numberCell({ value, text: shown, tone, word, coverage }: NumberCell, bold = false): WrittenCell {
  const look: Look = { border: true, ...(bold ? { bold } : {}), ...(tone && FILLS[tone] ? { fill: FILLS[tone] } : {}) };
  if (typeof value !== 'number')
    return { value: value ?? (shown === '—' ? '—' : shown), look: { ...look, align: 'right' } };
  const places = /\.(\d+)$/.exec(shown)?.[1]?.length ?? 0;
  const behind = [word, coverage?.text]
    .filter((part) => part !== undefined)
    .map((part) => ` ${part}`)
    .join('')
    .replace(/["\\]/g, '');
  return {
    value,
    look: {
      ...look,
      format: `${shown.startsWith('+') ? '"+"' : ''}#,##0${places > 0 ? `.${'0'.repeat(places)}` : ''}${behind === '' ? '' : `"${behind}"`}`,
    },
  };
}

const text = (value: string): CellValue | WrittenCell =>
  looksLikeFormula(value) ? { value, look: { quoted: true } } : value;
const name = (value: string, bold = false): WrittenCell => ({
  value,
  look: { ...NAME, ...(bold ? { bold } : {}), ...(looksLikeFormula(value) ? { quoted: true } : {}) },
});
