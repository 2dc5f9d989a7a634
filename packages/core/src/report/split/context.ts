import { compile } from '../../definition/compile.ts';
import type { Compiled } from '../../definition/compiled.ts';
import { evaluate } from '../../formula/evaluate.ts';
import { parseFormula } from '../../formula/parse.ts';
import type { Value } from '../../formula/value.ts';
import type { Definition } from '../../generated/definition.ts';
import type { Dimension } from '../../generated/report.ts';
import type { Json } from '../../json/json.ts';
import { reportNames, type Chosen } from '../chosen.ts';
import type { ReportSources } from '../sources.ts';
import type { Member } from './members.ts';
import { messages, type ReportWords } from '../words/report.messages.ts';
import type { ReportIndex } from '../document/report-index.ts';
import { periodsShown } from './shown-periods.ts';

type Choices = readonly { readonly value: Json; readonly title: string; readonly tone?: Member['tone'] }[];

/** What splitting and measuring need besides rows: the report, what was chosen, and words. */
export class SplitContext {
  readonly index: ReportIndex;
  readonly sources: ReportSources;
  readonly chosen: Chosen;
  readonly locale: string;
  readonly words: ReportWords;
  private readonly names: ReadonlyMap<string, Value | readonly Value[]>;
  private readonly options = new Map<Dimension, Choices>();
  private readonly parsed = new Map<string, ReturnType<typeof parseFormula>>();
  private readonly numbers = new Map<string, number | null>();
  private readonly periods = new Map<Dimension, readonly string[] | undefined>();

  constructor(index: ReportIndex, sources: ReportSources, chosen: Chosen, locale: string) {
    this.index = index;
    this.sources = sources;
    this.chosen = chosen;
    this.locale = locale;
    this.words = messages(locale);
    this.names = reportNames(index.report, chosen);
  }

  /** The same, with another period chosen; with `since`, rows from that day on count. */
  at(period: string, since?: string): SplitContext {
    return new SplitContext(
      this.index,
      this.sources,
      { ...this.chosen, period, ...(since === undefined ? {} : { since }) },
      this.locale,
    );
  }

  /** A number, or what a formula over parameters gives; `null` where that is no number. */
  number(given: number | string | undefined): number | null {
    if (typeof given === 'number' || given === undefined) return given ?? null;
    let number = this.numbers.get(given);
    if (number === undefined) {
      const value = this.value(given);
      this.numbers.set(given, (number = typeof value === 'number' ? value : null));
    }
    return number;
  }

  /** The periods that a dimension shows; undefined for all that occur. */
  periodsOf(dimension: Dimension): readonly string[] | undefined {
    if (!this.periods.has(dimension))
      this.periods.set(dimension, periodsShown(dimension, this.chosen.period, this.sources.now.slice(0, 10)));
    return this.periods.get(dimension);
  }

  /** What a formula over parameters, and what `more` names, gives. */
  value(formula: string, more?: (name: string) => Value | undefined): Value {
    const parsed = this.parsed.get(formula) ?? parseFormula(formula);
    this.parsed.set(formula, parsed);
    if (!parsed.ok) return null;
    return evaluate(parsed.value, {
      today: this.sources.now.slice(0, 10),
      now: this.sources.now,
      isWorkday: this.sources.isWorkday,
      name: (name) => {
        const given = more?.(name);
        return given === undefined ? this.names.get(name) : given;
      },
      column: (list, column) => {
        const found = this.names.get(`${list}.${column}`);
        return Array.isArray(found) ? found : undefined;
      },
    });
  }

  /** A definition made ready for use. */
  compiled(definition: Definition): Compiled {
    return compile(definition);
  }

  organisationTitle(id: string): string | undefined {
    return this.sources.organisations.organisation(id)?.orgShortName;
  }

  optionsOf(dimension: Dimension, make: () => Choices): Choices {
    let options = this.options.get(dimension);
    if (!options) this.options.set(dimension, (options = make()));
    return options;
  }

  /** Whether organisations stand where they stood in the period of a row, or where they stand today. */
  get isAsThen(): boolean {
    return this.index.report.choices?.organisation?.as !== 'now';
  }
}
