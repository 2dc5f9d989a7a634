import { computed, signal, type ReadonlySignal, type Signal } from '@preact/signals-core';
import type { Definition } from '@jiceng/core/generated/definition.js';
import type { Report } from '@jiceng/core/generated/report.js';
import { isObject, own, type Json } from '@jiceng/core/json/json.js';
import { admitReport } from '@jiceng/core/report/admit.js';
import type { Language, Problem } from '@jiceng/core/text/problem.js';
import { splicesOf } from '../document/apply.ts';
import type { Edit } from '../document/edit.ts';
import type { Intent, KeptDocument } from '../document/json-document.ts';
import { spliced } from '../document/splice.ts';
import { DocumentSession } from '../session/document-session.ts';
import { textsAlong } from '../session/texts-along.ts';
import { offersOf, type Offer } from './model/offers.ts';

/**
 * One report being drawn. Pointers of the selection: `/blocks/1`, `/measures/3`, `/dimensions/0`, `/data/0`; `''` is
 * the report itself.
 */
export class ReportSession extends DocumentSession<Report> {
  /** Definitions whose records can be counted. */
  readonly definitions: Signal<readonly Definition[]>;
  /** Definitions that were asked for in addition to those that the report uses. */
  readonly added = signal<readonly string[]>([]);
  /** What can be put into the report. */
  readonly offers: ReadonlySignal<readonly Offer[]>;
  private readonly found: ReadonlySignal<ReadonlyMap<string, Definition>>;

  constructor(kept: string | KeptDocument, definitions: readonly Definition[], language: Language) {
    const held = signal(definitions);
    const found = computed(() => new Map(held.value.map((definition) => [definition.id, definition])));
    super(kept, (content) => admitReport(content, (id) => found.value.get(id)), language);
    this.definitions = held;
    this.found = found;
    this.offers = computed(() =>
      offersOf(
        [...new Set([...usedDefinitions(this.value.value), ...this.added.value])].flatMap(
          (id) => found.value.get(id) ?? [],
        ),
        this.language.value,
        this.definitions.value,
      ),
    );
  }

  /** What would be wrong after `edits` that is not wrong now; `undefined` where they do no harm. */
  objection(edits: readonly Edit[]): Problem | undefined {
    const text = this.document.text.peek();
    const content = JSON.parse(spliced(text, splicesOf(text, edits))) as Json;
    const result = admitReport(content, (id) => this.found.peek().get(id));
    if (result.ok) return undefined;
    const known = new Set(this.problems.peek().map(({ code, pointer }) => `${code} ${pointer}`));
    return result.problems.find(({ code, pointer }) => !known.has(`${code} ${pointer}`));
  }

  /**
   * Makes `edits` unless they would break the report; then says why not, and answers false. `behind` is done once
   * translations have gone along.
   */
  attempt(
    intent: Intent,
    edits: readonly Edit[] | undefined,
    select?: readonly string[],
    behind: readonly Edit[] = [],
  ): boolean {
    if (!edits) return false;
    const objection = this.document.broken.peek()
      ? undefined
      : this.objection([...edits, ...textsAlong(this.value.peek(), edits), ...behind]);
    if (!objection) return this.edit(intent, edits, select, behind);
    this.said.value = objection.reason[this.language.peek()];
    return false;
  }
}

/** Ids of the definitions that the report's data sets take, in order. */
export function usedDefinitions(report: Json): readonly string[] {
  const data = isObject(report) ? own(report, 'data') : undefined;
  return (Array.isArray(data) ? data : []).flatMap((set: Json) => {
    if (!isObject(set)) return [];
    const facts = own(set, 'facts');
    const lists = [own(set, 'records'), own(set, 'filings')].flatMap((list) => (Array.isArray(list) ? list : []));
    return [
      ...lists,
      ...(Array.isArray(facts) ? facts.map((fact: Json) => String(fact).split('/')[0] ?? '') : []),
    ].filter((id): id is string => typeof id === 'string');
  });
}
