import { admit } from '@jiceng/core/admit/admit.js';
import { compile } from '@jiceng/core/definition/compile.js';
import type { Json, JsonObject } from '@jiceng/core/json/json.js';
import { violationReason } from '@jiceng/core/schema/messages.js';
import type { Result } from '@jiceng/core/text/problem.js';
import { cellName } from '../book/address.ts';
import type { Sheet, Workbook } from '../book/workbook.ts';
import { atOnce, inSlices, type Steps, type Watch } from '../read/pace.ts';
import { findComputed } from './computed.ts';
import { convert } from './convert.ts';
import { sortRows, textOf, type LeftRow } from './data-rows.ts';
import { makeDefinition } from './definition.ts';
import { draftColumns, runningNumberColumn, type ColumnWork } from './draft-columns.ts';
import { codesOf } from './fields.ts';
import { findHeader, headCells, type HeaderArea } from './find-header.ts';
import { guess } from './guess.ts';
import { readHeadings } from './headings.ts';
import { termOf } from './names.ts';
import type { Draft, DraftRow, LeftOut, SheetChoice, SheetDraft } from './result.ts';
import { withListsBelow } from './side-by-side.ts';
import { findTitle } from './title.ts';
import { SheetView } from './view.ts';
import { headingLikeness } from './words.ts';

export interface DraftOptions {
  /** Name of the file, for ledgers without a title. */
  readonly fileName?: string;
  /** What people decided, by the sheet's name; guessed again with it. */
  readonly choices?: ReadonlyMap<string, SheetChoice>;
  /** Name of the only sheet that is wanted; the others are passed over without a word. */
  readonly sheet?: string;
}

/**
 * A definition with its records for every sheet that holds a ledger. Each guess says how sure it is and why; to change
 * one, call again with choices. Never throws: sheets that cannot be read as a ledger are passed over with a reason.
 */
export function draftDefinition(book: Workbook, options: DraftOptions = {}): Draft {
  return atOnce(draftSteps(book, options));
}

/** The same in slices, with progress; answers with a reason only when it is cancelled. */
export function draftInSlices(book: Workbook, options: DraftOptions, watch: Watch): Promise<Result<Draft>> {
  return inSlices(draftSteps(book, options), watch);
}

function* draftSteps(given: Workbook, options: DraftOptions): Steps<Draft> {
  const book = withListsBelow(given);
  const sheets: SheetDraft[] = [];
  const passedOver: Draft['passedOver'][number][] = [];
  const ids = new Set<string>();
  for (const sheet of book.sheets) {
    if (options.sheet !== undefined && sheet.name !== options.sheet) continue;
    const choice = options.choices?.get(sheet.name);
    if (sheet.hidden && !choice) {
      passedOver.push({
        sheet: sheet.name,
        reason: { 'zh-CN': '隐藏的工作表，只用作下拉列表的来源', en: 'hidden; used for drop-down lists only' },
      });
      continue;
    }
    try {
      const draft = unlike(yield* draftSheet(book, sheet, options, choice ?? {}), ids);
      if (!draft) {
        passedOver.push({ sheet: sheet.name, reason: { 'zh-CN': '没有找到表头', en: 'no headings were found' } });
        continue;
      }
      const result = admit(draft.definition);
      if (result.ok) sheets.push(draft);
      else
        passedOver.push({
          sheet: sheet.name,
          reason: { 'zh-CN': '生成的定义没有通过检查', en: 'the definition was not admitted' },
          problems: result.problems,
        });
    } catch (error) {
      const what = error instanceof Error ? error.message : String(error);
      passedOver.push({
        sheet: sheet.name,
        reason: { 'zh-CN': `读不懂这张表（${what}）`, en: `the sheet could not be understood (${what})` },
      });
    }
  }
  return { book, sheets, passedOver };
}

function* draftSheet(
  book: Workbook,
  sheet: Sheet,
  { fileName }: DraftOptions,
  choice: SheetChoice,
): Steps<SheetDraft | undefined> {
  const view = new SheetView(book, sheet);
  const found = findHeader(view);
  const header: HeaderArea | undefined = choice.headerRows
    ? {
        left: found?.left ?? 0,
        right: found?.right ?? view.width - 1,
        top: choice.headerRows[0],
        bottom: choice.headerRows[1],
        confidence: 1,
      }
    : found;
  if (!header) return;
  const headings = readHeadings(view, header);
  const running = runningNumberColumn(view, header, headings);
  const { data, left } = withChoices(yield* sortRows(view, header, headings, running), view, header, choice.rows);
  if (!choice.headerRows && isForm(view, header, data)) return;
  const { title, above } = findTitle(view, header, fileName);
  const works = yield* draftColumns(book, view, header, headings, data, running, choice.columns ?? new Map());
  const leftOut: LeftOut[] = [
    ...above,
    ...left.map(leftLine),
    ...beside(view, header),
    ...works
      .filter(
        ({ draft, found: values }) => draft.skipped && values.length > 0 && choice.columns?.get(draft.column)?.skipped,
      )
      .map(({ draft }): LeftOut => ({
        code: 'column',
        place: cellName(header.bottom, draft.column),
        text: draft.title.value,
        reason: { 'zh-CN': '不要的列', en: 'an unwanted column' },
      })),
  ];
  const rows = yield* readRows(works, data, leftOut);
  const computed = findComputed(view, works, data, rows);
  leftOut.push(...computed.left);
  const finished = works.map((work): ColumnWork => {
    const formula = computed.formulas.get(work.draft.name.value);
    if (!formula || choice.columns?.get(work.draft.column)?.computed === false) return work;
    return {
      ...work,
      draft: {
        ...work.draft,
        formula: guess(
          formula.text,
          formula.confidence,
          '单元格是公式，算出的值与文件一致',
          'its cells are formulas, which give the values of the file',
        ),
      },
    };
  });
  const parts = { title: choice.title ?? title.value, id: choice.id, sheet, works: finished, left };
  const definition = makeDefinition({ ...parts, parameters: computed.parameters });
  return {
    sheet: sheet.name,
    title: choice.title === undefined ? title : guess(choice.title, 1, '由您指定', 'chosen by you'),
    headerRows: guess(
      [header.top, header.bottom] as const,
      header.confidence,
      choice.headerRows ? '由您指定' : '这几行最像表头',
      choice.headerRows ? 'chosen by you' : 'these rows look most like headings',
    ),
    columns: finished.map(({ draft }) => draft),
    definition,
    rows,
    leftOut,
    incomplete: yield* incompleteRows(definition, rows),
  };
}

/** Whether headings stand among the values too: a form with labels beside its fields is no table. */
function isForm(view: SheetView, header: HeaderArea, rows: readonly number[]): boolean {
  const likeness = (text: string): number => headingLikeness(text, termOf(text) !== undefined);
  const heads = headCells(view, header.bottom);
  // Among the headings is a day or a number, or every other one is what belongs to the label before it.
  const isMixed =
    heads.some((head) => head.likeness < -0.5) ||
    (heads.length >= 4 && heads.every((head, at) => head.likeness >= 1.5 === (at % 2 === 0)));
  const texts: string[] = [];
  for (const row of rows.slice(0, 20)) {
    for (let column = header.left; column <= header.right; column += 1) {
      const value = view.ownValue(row, column);
      if (typeof value === 'string') texts.push(value);
    }
  }
  const terms = texts.filter((text) => termOf(text)).length;
  if (terms >= 2 && terms >= texts.length * 0.25) return true;
  const different = [...new Set(texts)];
  return (
    isMixed &&
    rows.length <= 15 &&
    different.filter((text) => text.length <= 8 && likeness(text) >= 1.5).length >= Math.max(3, different.length * 0.3)
  );
}

/** The draft with an id and a title that no sheet before has: twelve months of one ledger have the same. */
function unlike(draft: SheetDraft | undefined, ids: Set<string>): SheetDraft | undefined {
  if (!draft) return;
  const { definition, sheet } = draft;
  let id = definition.id;
  for (let copy = 2; ids.has(id); copy += 1) id = `${definition.id}-${copy}`;
  ids.add(id);
  if (id === definition.id) return draft;
  const title = `${definition.title.slice(0, 40)}（${sheet.slice(0, 18)}）`;
  return {
    ...draft,
    definition: { ...definition, id, title, ...(definition.ledger ? { ledger: { ...definition.ledger, title } } : {}) },
  };
}

/** The records, and a line in `leftOut` for every cell that does not fit its column. */
function* readRows(works: readonly ColumnWork[], data: readonly number[], leftOut: LeftOut[]): Steps<DraftRow[]> {
  const records = new Map<number, Record<string, Json>>(
    data.map((row) => [row, Object.create(null) as Record<string, Json>]),
  );
  for (const [at, { draft, found }] of works.entries()) {
    yield at / works.length;
    if (draft.skipped) continue;
    const target = {
      kind: draft.kind.value,
      codes: codesOf(draft.kind.value, draft.options.value, draft.title.value),
      unit: draft.unit,
    };
    for (const one of found) {
      const converted = convert(one, target);
      if (!converted.ok)
        leftOut.push({
          code: 'unfit',
          place: cellName(one.row, draft.column),
          text: one.text.slice(0, 200),
          reason: converted.reason,
        });
      else if (converted.value !== undefined) records.get(one.row)![draft.name.value] = converted.value;
      if (
        draft.kind.value === 'text' &&
        (typeof one.value === 'number' ? Math.abs(one.value) >= 1e15 : /^\d(\.\d+)?E\+1\d$/i.test(one.text))
      )
        leftOut.push({
          code: 'rounded',
          place: cellName(one.row, draft.column),
          text: one.text,
          reason: {
            'zh-CN': '号码在 Excel 里存成了数字，15 位以后已经失真，请核对',
            en: 'Excel stored this as a number and lost the digits behind the fifteenth; check it',
          },
        });
    }
  }
  return [...records]
    .map(([row, values]) => ({ row: row + 1, data: { ...values } as JsonObject }))
    .filter(({ data: values }) => Object.keys(values).length > 0);
}

const FATES: Readonly<Record<LeftRow['fate'], { 'zh-CN': string; en: string }>> = {
  totals: { 'zh-CN': '合计行，由系统计算', en: 'totals, which the system computes' },
  footer: { 'zh-CN': '落款', en: 'a signature line' },
  note: { 'zh-CN': '填表说明', en: 'a note' },
  sample: { 'zh-CN': '示例行', en: 'an example' },
  repeated: { 'zh-CN': '重复的表头', en: 'headings once more' },
  unwanted: { 'zh-CN': '您不要的行', en: 'a row that you left out' },
  numbers: { 'zh-CN': '栏次行', en: 'numbers of columns' },
  section: { 'zh-CN': '分节标题', en: 'a heading between rows' },
  another: {
    'zh-CN': '同一工作表里的另一张表，请放到单独的工作表再导入',
    en: 'another table on the sheet; put it on a sheet of its own',
  },
};

const leftLine = ({ row, fate, text }: LeftRow): LeftOut => ({
  code: fate,
  place: String(row + 1),
  text,
  reason: FATES[fate],
});

/** Texts beside the table, such as a block of notes. */
function beside(view: SheetView, header: HeaderArea): LeftOut[] {
  const found: LeftOut[] = [];
  for (let row = header.top; row < view.height && found.length < 50; row += 1) {
    for (let column = 0; column < view.width; column += 1) {
      if (column >= header.left && column <= header.right) {
        column = header.right;
        continue;
      }
      const value = view.ownValue(row, column);
      if (value !== null)
        found.push({
          code: 'beside',
          place: cellName(row, column),
          text: String(value).trim().slice(0, 500),
          reason: { 'zh-CN': '表格旁边的内容', en: 'beside the table' },
        });
    }
  }
  return found;
}

function* incompleteRows(
  definition: SheetDraft['definition'],
  rows: readonly DraftRow[],
): Steps<SheetDraft['incomplete']> {
  const compiled = compile(definition);
  const validator = compiled.validator();
  const incomplete: SheetDraft['incomplete'][number][] = [];
  for (const [at, { row, data }] of rows.entries()) {
    if (at % 200 === 0) yield at / rows.length;
    const problems = validator
      .validate(data)
      .slice(0, 10)
      .map((violation) => violationReason(violation, compiled.field(violation.pointer)?.title ?? ''));
    if (problems.length > 0) incomplete.push({ row, problems });
  }
  return incomplete;
}

/** Rows that people took or left out, whatever they look like. */
function withChoices(
  sorted: { readonly data: readonly number[]; readonly left: readonly LeftRow[] },
  view: SheetView,
  header: HeaderArea,
  choices: SheetChoice['rows'],
): { data: readonly number[]; left: readonly LeftRow[] } {
  if (!choices || choices.size === 0) return sorted;
  const taken = [...choices]
    .filter(([row, isTaken]) => isTaken && row > header.bottom && row < view.height)
    .map(([row]) => row);
  const data = [...new Set([...sorted.data.filter((row) => choices.get(row) !== false), ...taken])].sort(
    (a, b) => a - b,
  );
  const unwanted = sorted.data
    .filter((row) => choices.get(row) === false)
    .map((row): LeftRow => ({ row, fate: 'unwanted', text: textOf(view, header, row) }));
  return {
    data,
    left: [...sorted.left.filter(({ row }) => choices.get(row) !== true), ...unwanted].sort((a, b) => a.row - b.row),
  };
}
