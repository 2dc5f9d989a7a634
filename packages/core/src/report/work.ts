import { translated } from '../definition/translated.ts';
import type { Block, Measure, MeasureRef, Report } from '../generated/report.ts';
import { periodWords } from '../time/period-words.ts';
import type { Chosen } from './chosen.ts';
import type { ReportData } from './data.ts';
import { indexReport } from './document/report-index.ts';
import { allFilters } from './grid/filters.ts';
import { MeasureGrid } from './grid/measures.ts';
import type { NumberCell, Step } from './model.ts';
import { SplitContext } from './split/context.ts';
import { choices } from './split/split.ts';
import { measureText, measureWords, spoken, thresholdOf, type MeasureWords } from './words/numbers-text.ts';
import { languageOf } from './words/report.messages.ts';

/** What the blocks of one report share while it is computed. */
export class Work {
  readonly report: Report;
  readonly data: ReportData;
  readonly chosen: Chosen;
  readonly locale: string;
  readonly context: SplitContext;
  /** Order of titles in the page's language; 第2组 before 第10组. */
  readonly titles: Intl.Collator;
  private readonly words = new Map<string, MeasureWords>();

  constructor(report: Report, data: ReportData, chosen: Chosen, locale: string) {
    this.report = report;
    this.data = data;
    this.chosen = chosen;
    this.locale = locale;
    this.titles = new Intl.Collator(locale, { numeric: true });
    this.context = new SplitContext(indexReport(report), data.sources, chosen, locale);
  }

  /** Organisation and period that were chosen. */
  get subtitle(): string {
    return [this.organisationName, this.periodName].filter((text) => text !== '').join(' ');
  }

  get organisationName(): string {
    const { organisation } = this.chosen;
    return organisation === undefined
      ? ''
      : (this.data.sources.organisations.organisation(organisation)?.orgShortName ?? organisation);
  }

  get periodName(): string {
    return this.chosen.period === undefined ? '' : periodWords(this.chosen.period, languageOf(this.locale));
  }

  /** Members of the dimensions that the reader may restrict. */
  choosable(): ReadonlyMap<string, readonly { readonly id: string; readonly title: string }[]> {
    return new Map(
      (this.report.choices?.filters ?? []).map(
        ({ dimension }) => [dimension, choices(dimension, this.context)] as const,
      ),
    );
  }

  definitionTitle(id: string): string {
    const compiled = this.data.sources.definition(id);
    return compiled ? translated(compiled.definition, this.locale).title : id;
  }

  /** What a data set is called: its own title, or those of its definitions. */
  dataTitle(id: string): string {
    const { title, records, filings, facts = [] } = this.context.index.data.get(id) ?? {};
    return (
      title ??
      this.context.words.list(
        (records ?? filings ?? [...new Set(facts.map((fact) => fact.slice(0, fact.indexOf('/'))))]).map((each) =>
          this.definitionTitle(each),
        ),
      )
    );
  }

  grid(
    block: Block,
    rows: readonly string[],
    columns: readonly string[],
    measures: readonly string[],
    filter = block.filter,
  ): MeasureGrid {
    return new MeasureGrid(
      this.data,
      this.context,
      { rows, columns, filters: allFilters(filter, this.chosen.filters) },
      measures,
    );
  }

  measure(id: string): Measure {
    return this.context.index.measures.get(id) as Measure;
  }

  wordsOf(id: string): MeasureWords {
    let words = this.words.get(id);
    if (!words) this.words.set(id, (words = measureWords(this.measure(id), this.context)));
    return words;
  }

  /** The number of a measure at two nodes of a grid. */
  cell(block: string, grid: MeasureGrid, measureId: string, rowNode: number, columnNode: number): NumberCell {
    const found = grid.read(measureId, rowNode, columnNode);
    const measure = this.measure(measureId);
    const { unit, places } = this.wordsOf(measureId);
    const reached = typeof found.value === 'number' ? thresholdOf(found.value, measure, this.context) : undefined;
    const coverage =
      columnNode === 0 && 'data' in measure && this.context.index.data.get(measure.data)?.filings === undefined
        ? grid.grid.coverage(measure.data, rowNode)
        : undefined;
    const isPartial = coverage !== undefined && coverage.reported < coverage.expected;
    return {
      place: {
        block,
        measure: measureId,
        rows: steps(grid, 'rows', rowNode),
        columns: steps(grid, 'columns', columnNode),
      },
      value: found.value,
      text: measureText(found.value, measure, places),
      unit,
      ...(found.missing ? { missing: { kind: found.missing, text: this.context.words.missing[found.missing] } } : {}),
      ...(reached ? { tone: reached.tone, word: reached.title } : {}),
      ...(isPartial
        ? { coverage: { ...coverage, text: this.context.words.reported(coverage.reported, coverage.expected) } }
        : {}),
    };
  }

  /** The same inside a sentence, or behind a heading of its own. */
  spokenCell(...at: Parameters<Work['cell']>): NumberCell {
    return spoken(this.cell(...at), this.measure(at[2]), this.context.words);
  }
}

const known = new WeakMap<MeasureGrid, Record<'rows' | 'columns', (readonly Step[] | undefined)[]>>();

/** The way to a node; the same object for all cells of a row or column. */
export function steps(grid: MeasureGrid, side: 'rows' | 'columns', node: number): readonly Step[] {
  let bySide = known.get(grid);
  if (!bySide) known.set(grid, (bySide = { rows: [], columns: [] }));
  const found = (bySide[side][node] ??= grid
    .pathOf(side, node)
    .map(({ dimension, member }) => ({ dimension, member: member.id })));
  return found;
}

export function idOf(ref: MeasureRef): string {
  return typeof ref === 'string' ? ref : ref.measure;
}

/** The heading of a measure where it is shown. */
export function titleOf(ref: MeasureRef, work: Work): string {
  const { title, label } = work.wordsOf(idOf(ref));
  return typeof ref === 'string' || ref.title === undefined ? title : `${ref.title}${label}`;
}
