import { admit } from '@jiceng/core/admit/admit.js';
import type { Result } from '@jiceng/core/text/problem.js';
import { cellName } from '../book/address.ts';
import type { Sheet, Workbook } from '../book/workbook.ts';
import { atOnce, inSlices, type Steps, type Watch } from '../read/pace.ts';
import { findComputed } from './computed.ts';
import { sortRows, textOf, type LeftRow } from './data-rows.ts';
import { makeDefinition } from './definition.ts';
import { draftColumns, runningNumberColumn, type ColumnWork } from './draft-columns.ts';
import { findHeader, type HeaderArea } from './find-header.ts';
import { guess } from './guess.ts';
import { readHeadings } from './headings.ts';
import { isForm } from './is-form.ts';
import { beside, leftLine } from './left-out.ts';
import { incompleteRows, readRows } from './records.ts';
import type { Draft, LeftOut, SheetChoice, SheetDraft } from './result.ts';
import { withListsBelow } from './side-by-side.ts';
import { findTitle } from './title.ts';
import { SheetView } from './view.ts';

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
        const reason =
          sheet.rows.length === 0
            ? { 'zh-CN': '工作表是空的，请另选工作表或文件', en: 'the sheet is empty; choose another' }
            : { 'zh-CN': '没有找到表头', en: 'no headings were found' };
        passedOver.push({ sheet: sheet.name, reason });
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
