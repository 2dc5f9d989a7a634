import type { BlockModel, BlockResult, NumberCell, ReportResult, TableRow } from '../model.ts';

/** `withUnit`: outside tables, where — alone would say nothing. */
const number = ({ text, unit, value, word, coverage, missing }: NumberCell, withUnit: boolean): string =>
  [withUnit ? (value === null ? (missing?.text ?? text) : `${text}${unit}`) : text, word, coverage?.text]
    .filter(Boolean)
    .join(' ');

/** A block as rows of texts; the first `heads` rows are headings. */
export interface PlainBlock {
  readonly heads: readonly (readonly {
    readonly text: string;
    readonly columnSpan: number;
    readonly rowSpan: number;
  }[])[];
  readonly rows: readonly (readonly string[])[];
  readonly paragraphs: readonly string[];
  /** Behind the rows. */
  readonly after: readonly string[];
}

/** Headings of what is written as a table. */
export interface PlainWords {
  readonly serial: string;
  readonly rank: string;
  readonly row: string;
  readonly band: string;
  readonly moved: string;
  readonly reported: string;
  readonly expected: string;
  readonly missing: string;
  readonly noRows: string;
  readonly noneFits: string;
  /** Before the names of organisations of which nothing is known. */
  silent(count: number): string;
  /** Behind the first names of a long list. */
  more(count: number): string;
}

/** More names than this are no list that anybody reads on paper. */
const MOST_NAMES = 100;

/** Names in a row; of a long list the first, and how many there are in all. */
export function namesText(names: readonly string[], words: Pick<PlainWords, 'more'>, most = MOST_NAMES): string {
  return names.length <= most ? names.join('、') : `${names.slice(0, most).join('、')}${words.more(names.length)}`;
}

const cellOf = (text: string, columnSpan = 1, rowSpan = 1) => ({ text, columnSpan, rowSpan });

/** The same numbers as on screen, for reading aloud and for paper. */
export function plainBlock(block: BlockResult, words: PlainWords): PlainBlock {
  const after =
    block.silent.length === 0 ? [] : [`${words.silent(block.silent.length)}${namesText(block.silent, words)}`];
  return block.empty
    ? { heads: [], rows: [], paragraphs: [words[block.empty]], after }
    : { ...plainModel(block.model, words), after };
}

function plainModel(model: BlockModel, words: PlainWords): Omit<PlainBlock, 'after'> {
  const indented = (title: string, depth: number) => `${'　'.repeat(depth)}${title}`;
  switch (model.kind) {
    case 'cards':
      return {
        heads: [],
        rows: [],
        paragraphs: model.cards.map(({ title, cell, compare }) =>
          [
            `${title} ${number(cell, true)}`,
            ...compare.map((other) => `${other.title} ${number(other.cell, true)}`),
          ].join('，'),
        ),
      };
    case 'text':
      return {
        heads: [],
        rows: [],
        paragraphs: model.paragraphs.map((parts) =>
          parts
            .map((part) =>
              part.kind === 'words'
                ? part.text
                : part.kind === 'number'
                  ? number(part.cell, true)
                  : part.members
                      .map(({ title, cell }) => (cell ? `${title}（${number(cell, true)}）` : title))
                      .join('、'),
            )
            .join(''),
        ),
      };
    case 'table': {
      const corner = [
        ...(model.hasSerial ? [cellOf(words.serial, 1, model.head.length)] : []),
        cellOf(
          [model.corner.rows, model.corner.columns].filter((text) => text !== '').join('＼'),
          1,
          model.head.length,
        ),
      ];
      return {
        heads: model.head.map((line, at) => [
          ...(at === 0 ? corner : []),
          ...line.map(({ title, columnSpan, rowSpan }) => cellOf(title, columnSpan, rowSpan)),
        ]),
        paragraphs: [],
        rows: model.rows.map((row: TableRow) => [
          ...(model.hasSerial ? [String(row.serial ?? '')] : []),
          indented(row.title, row.depth),
          ...model.columns.map((_, at) => {
            const cell = row.cells[at];
            return cell ? number(cell, false) : '';
          }),
        ]),
      };
    }
    case 'board':
      return {
        heads: [
          [
            words.rank,
            words.row,
            ...model.columns.map(({ title, unit }) => (unit === '' ? title : `${title}（${unit}）`)),
            words.band,
            words.moved,
          ].map((text) => cellOf(text)),
        ],
        paragraphs: [],
        rows: model.groups.flatMap(({ rows }) =>
          rows.map((row) => [
            String(row.rank ?? '—'),
            row.title,
            ...row.cells.map((cell) => number(cell, false)),
            row.band?.title ?? '',
            row.moved === null ? '' : String(row.moved),
          ]),
        ),
      };
    case 'lights':
      return {
        heads: [
          [
            cellOf([model.corner.rows, model.corner.columns].join('＼')),
            ...model.columns.map((title) => cellOf(title)),
          ],
        ],
        rows: model.rows.map((row) => [
          indented(row.title, row.depth),
          ...row.cells.map((cell) => number(cell, false)),
        ]),
        paragraphs: model.legend.map(({ title, text }) => `${title} ${text}`.trim()),
      };
    case 'chart':
      return {
        heads: [
          [cellOf(''), ...model.series.map(({ title, unit }) => cellOf(unit === '' ? title : `${title}（${unit}）`))],
        ],
        rows: model.categories.map(({ title }, at) => [
          title,
          ...model.series.map(({ cells }) => {
            const cell = cells[at];
            return cell ? number(cell, false) : '';
          }),
        ]),
        paragraphs: [],
      };
    case 'coverage':
      return {
        heads: [[words.row, words.reported, words.expected, words.missing].map((text) => cellOf(text))],
        rows: model.data.flatMap(({ rows }) =>
          rows.map((row) => [
            indented(row.title, row.depth),
            String(row.reported),
            String(row.expected),
            row.missing
              .map(
                ({ title, organisations }) =>
                  `${title === '' ? '' : `${title}：`}${namesText(
                    organisations.map((organisation) => organisation.title),
                    words,
                  )}`,
              )
              .join('；'),
          ]),
        ),
        paragraphs: [],
      };
  }
}

/** The report as plain lines, in reading order. */
export function reportText(result: ReportResult, words: PlainWords): string {
  const lines = [result.title, result.subtitle];
  for (const block of result.blocks) {
    const { heads, rows, paragraphs, after } = plainBlock(block, words);
    lines.push(
      '',
      block.title,
      ...paragraphs,
      ...heads.map((line) => line.map(({ text }) => text).join('\t')),
      ...rows.map((row) => row.join('\t')),
      ...after,
    );
  }
  return [...lines, '', ...result.notes].join('\n');
}
