import { admit } from '@jiceng/core/admit/admit.js';
import type { IdsByName } from '@jiceng/core/org/ids-by-name.js';
import { problem, type Result } from '@jiceng/core/text/problem.js';
import type { Workbook } from '../book/workbook.ts';
import { columnValues, type Found } from '../draft/column-values.ts';
import { sortRows } from '../draft/data-rows.ts';
import { SheetView } from '../draft/view.ts';
import { isFilledIn, templateColumns } from './template.ts';
import { atOnce, inSlices, type Steps, type Watch } from '../read/pace.ts';
import { readMeta } from './import-meta.ts';
import { Finder, keysOf, SUBJECT, Twins, uniqueFields } from './find-record.ts';
import { matchColumns } from './match-columns.ts';
import { plannedRow, type PlannedRow, type Read } from './planned-row.ts';
import { readCell } from './read-cell.ts';
import { namingColumns, RowOrganisations } from './row-organisation.ts';
import { RowPeople } from './row-person.ts';
import { ledgerSource, type LedgerInput } from './source.ts';

/** What an import would do; nothing has been done yet. */
export interface ImportPlan {
  readonly rows: readonly PlannedRow[];
  /** Headings of the sheet that no field has, and fields without a column. */
  readonly unknownColumns: readonly string[];
  readonly missingColumns: readonly string[];
  /** Rows that are no records: totals, notes, signatures. */
  readonly leftOut: readonly { readonly row: number; readonly text: string }[];
  /** Columns that may name the organisation of new records, by their place in the sheet, and the one that does. */
  readonly orgColumns: readonly { readonly at: number; readonly title: string }[];
  readonly orgColumn?: number;
  /** Addresses of the columns that the sheet has, in its order. */
  readonly columns: readonly { readonly pointer: string; readonly title: string }[];
  /** The same, before them whom a row is about: what may tell records apart. */
  readonly keyColumns: readonly { readonly pointer: string; readonly title: string }[];
  /** Whether rows carry record ids; if not, and without keys, every row is a new record. */
  readonly hasIds: boolean;
  readonly keys: readonly string[];
  /** The template belongs to another version of the definition. */
  readonly isOtherVersion: boolean;
}

export interface ImportInput extends LedgerInput {
  /**
   * Addresses whose values together tell records apart, for sheets without record ids; by default the first `unique` of
   * fields.
   */
  readonly keys?: readonly string[];
  readonly ids?: IdsByName;
  /** Column of the sheet that names the organisation of new records, from 0; `null`: none; absent: it is found. */
  readonly orgColumn?: number | null;
}

const NO_IDS: IdsByName = { organisation: () => [], person: () => [] };

/**
 * Compares a filled-in sheet with the records: which rows are new, which cells change, what does not fit, where others
 * were faster.
 */
export function planImport(book: Workbook, input: ImportInput): Result<ImportPlan> {
  return atOnce(planSteps(book, input));
}

/** The same in slices, with progress and a way to cancel. */
export async function planInSlices(book: Workbook, input: ImportInput, watch: Watch): Promise<Result<ImportPlan>> {
  const done = await inSlices(planSteps(book, input), watch);
  return done.ok ? done.value : done;
}

function* planSteps(book: Workbook, input: ImportInput): Steps<Result<ImportPlan>> {
  const admitted = admit(input.definition);
  if (!admitted.ok)
    return {
      ok: false,
      problems: admitted.problems.slice(0, 5).map(({ pointer, code, reason }) => ({
        pointer,
        code,
        reason: {
          'zh-CN': `台账定义有误（${pointer || '/'}）：${reason['zh-CN']}`,
          en: `The definition is faulty (${pointer || '/'}): ${reason.en}`,
        },
      })),
    };
  const source = ledgerSource(input);
  const { compiled } = source;
  const meta = readMeta(book);
  if (meta && meta.id !== compiled.definition.id)
    return {
      ok: false,
      problems: [
        problem(
          '',
          'sheet-other-definition',
          `这张表是“${meta.id}”的模板，不是“${compiled.definition.title}”的。`,
          `This is a template of ${meta.id}, not of ${compiled.definition.id}.`,
        ),
      ],
    };
  const columns = templateColumns(source);
  const matched = book.sheets
    .filter(({ hidden }) => !hidden)
    .map((sheet) => ({ view: new SheetView(book, sheet), sheet }))
    .map(({ view }) => ({ view, match: matchColumns(view, columns) }))
    .sort((a, b) => b.match.columns.size - a.match.columns.size)[0];
  if (!matched || matched.match.columns.size === 0)
    return {
      ok: false,
      problems: [
        problem(
          '',
          'sheet-no-columns',
          `没有找到与“${compiled.definition.title}”对应的列。`,
          `No column belongs to ${compiled.definition.title}.`,
        ),
      ],
    };
  const { view, match } = matched;
  const { data, left } = yield* sortRows(view, match.header, match.headings, match.numberColumn, true);
  const filled = [...match.columns].filter(([, column]) => isFilledIn(column)).sort(([a], [b]) => a - b);
  const values = new Map<number, Map<number, Found>>(
    filled.map(([at]) => [at, new Map(columnValues(view, at, data).map((found) => [found.row, found]))]),
  );
  const keys = input.keys ?? keysOf(compiled);
  const ids = input.ids ?? NO_IDS;
  const organisations = new RowOrganisations(view, namingColumns(match), data, ids, input.orgColumn);
  const people = new RowPeople(view, match, compiled, ids, input.person);
  const finder = new Finder(source.records, keys);
  const twins = new Twins([keys, ...uniqueFields(compiled)]);
  const seen = new Set<string>();
  const rowOf = (row: number): PlannedRow => {
    const organisation = organisations.of(row);
    const readFor = (orgId: string | undefined): Read[] =>
      filled.map(([at, column]) => ({
        at,
        column,
        found: values.get(at)!.get(row),
        cell: readCell(values.get(at)!.get(row), column, ids, orgId),
      }));
    let read = readFor(organisation?.orgId);
    const id = match.idColumn === undefined ? '' : view.text(row, match.idColumn);
    const after = new Map(read.map(({ column, cell }) => [column.pointer!, cell.ok ? cell.value : undefined]));
    const person = people.of(row, organisation?.orgId);
    after.set(SUBJECT, person?.subject?.id);
    const target = finder.find(id, after);
    const place = row + 1;
    if (target === 'unknown' || target === 'ambiguous')
      return {
        row: place,
        status: target,
        cells: [],
        problems: [
          target === 'unknown'
            ? { 'zh-CN': `找不到编号为“${id}”的记录，可能已被删除`, en: `there is no record ${id}` }
            : { 'zh-CN': '有几条记录与这一行对应，请核对关键列', en: 'several records fit this row' },
        ],
      };
    if (target && seen.has(target.id))
      return {
        row: place,
        status: 'repeated',
        record: target,
        cells: [],
        problems: [{ 'zh-CN': '前面已有一行是同一条记录', en: 'a row before is the same record' }],
      };
    if (target) {
      seen.add(target.id);
      if (read.some(({ cell }) => !cell.ok && cell.several)) read = readFor(target.orgId);
      return plannedRow(place, target, read, source, meta?.base.get(target.id), meta);
    }
    const twin = twins.before(place, after);
    if (twin !== undefined)
      return {
        row: place,
        status: 'repeated',
        cells: [],
        problems: [
          {
            'zh-CN': `与第 ${twin} 行重复，按定义只能登记一次`,
            en: `it is the same as row ${twin}, and may be there once`,
          },
        ],
      };
    const planned = plannedRow(place, undefined, read, source, undefined, meta);
    if (planned.cells.length === 0) return planned;
    const named = [organisation, person].flatMap((one) => (one?.problem ? [one.problem] : []));
    return {
      ...planned,
      ...(organisation ? { organisation } : {}),
      ...(person ? { person } : {}),
      problems: [...planned.problems, ...named],
    };
  };
  const rows: PlannedRow[] = [];
  for (const row of data) {
    if (rows.length % 50 === 0) yield rows.length / data.length;
    const planned = rowOf(row);
    // nothing in our columns
    if (planned.status === 'new' && planned.cells.length === 0)
      left.push({
        row,
        fate: 'note',
        text: view.sheet.rows[row]!.values.filter((value) => value !== null)
          .join(' ')
          .slice(0, 500),
      });
    else rows.push(planned);
  }
  const given = filled.map(([, { pointer, title }]) => ({ pointer: pointer!, title }));
  const pointers = new Set(given.map(({ pointer }) => pointer));
  return {
    ok: true,
    value: {
      rows,
      orgColumns: organisations.columns,
      ...(organisations.column === undefined ? {} : { orgColumn: organisations.column }),
      columns: given,
      keyColumns: [...(people.title === undefined ? [] : [{ pointer: SUBJECT, title: people.title }]), ...given],
      hasIds: match.idColumn !== undefined,
      keys,
      unknownColumns: match.unknown.filter((title) => title !== organisations.title && title !== people.title),
      missingColumns: columns
        .filter((column) => isFilledIn(column) && !pointers.has(column.pointer!))
        .map(({ title }) => title),
      leftOut: left.map(({ row, text }) => ({ row: row + 1, text })),
      isOtherVersion:
        meta !== undefined && (meta.version !== compiled.definition.version || meta.hash !== compiled.hash),
    },
  };
}
