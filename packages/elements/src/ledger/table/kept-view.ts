import { isObject, own, type Json, type JsonObject } from '@jiceng/core/json/json.js';
import { layoutToJson } from '@jiceng/core/table/column-layout.js';
import { viewFromJson, viewToJson, type KeptView } from '@jiceng/core/table/kept-view.js';
import type { RowFilter } from '@jiceng/core/table/row-source.js';
import type { Sight } from '../../record/sight.ts';
import { ledgerColumns } from './columns.ts';
import { ledgerLayoutFrom, type LedgerLayout } from './kept-layout.ts';
import { queryOf } from './paged-table.ts';
import type { ColumnFilter } from './row-tests.ts';
import type { LedgerWish } from './wish.ts';

/** Rows, order, groups and columns under a name. */
export interface NamedView {
  readonly name: string;
  readonly view: KeptView;
  readonly layout: LedgerLayout;
}

const MOST_VIEWS = 50;
const keyOf = (definitionId: string, personId: string) => `jiceng.view.${definitionId}.${personId}`;

/**
 * What this browser keeps of a person's views of one ledger. Where it keeps nothing, or may not, there is none; nor for
 * nobody, as in previews.
 */
export class KeptViews {
  private readonly key: string | undefined;
  private readonly read: (json: unknown) => KeptView | undefined;

  constructor({ compiled: { definition } }: Sight, personId: string, columns: ReadonlySet<string>) {
    this.key = personId === '' ? undefined : keyOf(definition.id, personId);
    this.read = (json) => viewFromJson(json, (id) => columns.has(id), definition.ledger?.counters?.length ?? 0);
  }

  /** As it was left. */
  get last(): KeptView | undefined {
    return this.read(this.part('last'));
  }

  get named(): readonly NamedView[] {
    const list = this.part('named');
    return (Array.isArray(list) ? list : []).slice(0, MOST_VIEWS).flatMap((each: Json): NamedView[] => {
      const json = isObject(each) ? each : {};
      const name = own(json, 'name');
      const view = this.read(own(json, 'view'));
      return typeof name === 'string' && view ? [{ name, view, layout: ledgerLayoutFrom(own(json, 'layout')) }] : [];
    });
  }

  /** `undefined`: as the definition has it. */
  leave(view: KeptView | undefined): void {
    this.write(view, this.named);
  }

  /** In place of one of the same name. */
  save(view: NamedView): void {
    this.write(this.last, [view, ...this.named.filter(({ name }) => name !== view.name)].slice(0, MOST_VIEWS));
  }

  remove(name: string): void {
    this.write(
      this.last,
      this.named.filter((view) => view.name !== name),
    );
  }

  private part(name: string): Json | undefined {
    if (this.key === undefined) return undefined;
    try {
      const json = JSON.parse(localStorage.getItem(this.key) ?? 'null') as Json;
      return isObject(json) ? own(json, name) : undefined;
    } catch {
      return undefined;
    }
  }

  private write(last: KeptView | undefined, named: readonly NamedView[]): void {
    if (this.key === undefined) return;
    const json: JsonObject = {
      ...(last ? { last: viewToJson(last) } : {}),
      named: named.map(({ name, view, layout }) => ({
        name,
        view: viewToJson(view),
        layout: { ...(layoutToJson(layout) as JsonObject), stroke: layout.stroke },
      })),
    };
    try {
      if (!last && named.length === 0) localStorage.removeItem(this.key);
      else localStorage.setItem(this.key, JSON.stringify(json));
    } catch {
      /* Storage may be off or full: views last as long as the page. */
    }
  }
}

/** The views of a ledger that is not drawn yet. */
export const keptViews = (sight: Sight, personId: string): KeptViews =>
  new KeptViews(sight, personId, new Set(ledgerColumns(sight).map(({ id }) => id)));

/** What is kept of a wish; searching is of the moment, and so is folding. */
export function viewOf(wish: LedgerWish): KeptView {
  const { filters, counters, sort, groupBy } = queryOf(wish, '');
  return { filters, counters, sort, groupBy };
}

export const sameView = (a: KeptView, b: KeptView): boolean =>
  JSON.stringify(viewToJson(a)) === JSON.stringify(viewToJson(b));

/** A wish for what was kept. */
export function wishFor({
  filters,
  counters,
  sort,
  groupBy,
}: KeptView): Pick<LedgerWish, 'filters' | 'counters' | 'sort' | 'groupBy' | 'folded'> {
  return {
    filters: new Map(filters.map((filter) => [filter.column, columnFilter(filter)])),
    counters: new Set(counters),
    sort,
    groupBy,
    folded: new Set(),
  };
}

function columnFilter({ values, text, from, to, under }: RowFilter): ColumnFilter {
  return {
    ...(values ? { values: new Set(values) } : {}),
    ...(text === undefined ? {} : { text }),
    ...(under === undefined ? {} : { under }),
    ...(typeof from === 'number' ? { least: from } : from === undefined ? {} : { from }),
    ...(typeof to === 'number' ? { most: to } : to === undefined ? {} : { to }),
  };
}
