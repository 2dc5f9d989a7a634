import { ordered, withMoved, withShown, withWidth } from '@jiceng/core/table/column-layout.js';
import type { Sight } from '../../record/sight.ts';
import { keepLayout, keptLayout, PLAIN_LAYOUT, type LedgerLayout } from '../table/kept-layout.ts';
import { keptViews, sameView, viewOf, wishFor, type KeptViews } from '../table/kept-view.ts';
import type { LedgerTable } from '../table/table.ts';
import type { LedgerWish } from '../table/wish.ts';
import { startingWish } from '../table/wish.ts';
import { workMessages } from './work.messages.ts';

/** The ledger as those see it who want it their own way. */
export interface WantedHost {
  readonly sight: Sight;
  readonly table: LedgerTable;
  readonly personId: string;
  readonly wish: LedgerWish;
  take(wish: Partial<LedgerWish>): void;
  say(text: string): void;
  redraw(): void;
}

/** A column in the panel, in its present order. */
export interface ListedColumn {
  readonly id: string;
  readonly title: string;
  readonly shown: boolean;
}

/**
 * How a person wants a ledger: its columns, which rows in which order, and views that they have named. Kept in this
 * browser.
 */
export class Wanted {
  private kept: { readonly of: string; readonly layout: LedgerLayout } | undefined;
  private views: { readonly sight: Sight; readonly personId: string; readonly list: KeptViews } | undefined;
  private readonly host: () => WantedHost;

  constructor(host: () => WantedHost) {
    this.host = host;
  }

  get layout(): LedgerLayout {
    const { sight, personId } = this.host();
    const of = this.name();
    if (this.kept?.of !== of) this.kept = { of, layout: keptLayout(sight.compiled.definition.id, personId) };
    return this.kept.layout;
  }

  get columns(): ListedColumn[] {
    return ordered(this.host().table.columns, this.layout).map(({ id, title, groups }) => ({
      id,
      title: [...groups, title].join(' · '),
      shown: !this.layout.hidden.has(id),
    }));
  }

  resize(id: string, width: number, done: boolean): void {
    this.lay(withWidth(this.layout, id, width), done);
  }
  show(id: string, on: boolean): void {
    this.lay(withShown(this.layout, id, on));
  }
  move(id: string, to: string): void {
    this.lay(withMoved(this.layout, this.host().table.columns, id, to));
  }
  order(stroke: boolean): void {
    this.lay({ ...this.layout, stroke });
  }
  reset(): void {
    this.lay(PLAIN_LAYOUT);
  }

  shift(id: string, by: 1 | -1): void {
    const listed = this.columns;
    const to = listed[listed.findIndex((column) => column.id === id) + by];
    if (to) this.move(id, to.id);
  }

  /** What to begin with: as the person left it, else as the definition has it. */
  begin(): LedgerWish {
    const starting = this.starting();
    const { last } = this.list();
    return last ? { ...starting, ...wishFor(last) } : starting;
  }

  /** Rows, order or groups are not those of the definition. */
  get isOwn(): boolean {
    return !sameView(viewOf(this.host().wish), viewOf(this.starting()));
  }

  /** Keeps which rows are shown, in which order and groups. */
  leave(): void {
    this.list().leave(this.isOwn ? viewOf(this.host().wish) : undefined);
  }

  /** Rows, order and groups as the definition has them. */
  restart(): void {
    this.host().take(this.starting());
    this.host().say(this.text.viewReset);
  }

  get named(): readonly string[] {
    return this.list().named.map(({ name }) => name);
  }

  save(name: string): void {
    const clean = name.trim().slice(0, 30);
    if (clean === '') return;
    this.list().save({ name: clean, view: viewOf(this.host().wish), layout: this.layout });
    this.host().say(this.text.viewSaved(clean));
    this.host().redraw();
  }

  use(name: string): void {
    const found = this.list().named.find((view) => view.name === name);
    if (!found) return;
    this.lay(found.layout);
    this.host().take(wishFor(found.view));
    this.host().say(this.text.viewUsed(name));
  }

  remove(name: string): void {
    this.list().remove(name);
    this.host().say(this.text.viewRemoved(name));
    this.host().redraw();
  }

  private starting(): LedgerWish {
    return startingWish(this.host().sight.compiled.definition);
  }

  private list(): KeptViews {
    const { sight, personId } = this.host();
    if (this.views?.sight !== sight || this.views.personId !== personId)
      this.views = { sight, personId, list: keptViews(sight, personId) };
    return this.views.list;
  }

  private lay(layout: Partial<LedgerLayout>, keep = true): void {
    const { sight, personId, redraw } = this.host();
    const whole = layout === PLAIN_LAYOUT ? PLAIN_LAYOUT : { ...this.layout, ...layout };
    this.kept = { of: this.name(), layout: whole };
    if (keep) keepLayout(sight.compiled.definition.id, personId, whole);
    redraw();
  }

  private name(): string {
    const { sight, personId } = this.host();
    return `${sight.compiled.definition.id}\n${personId}`;
  }

  private get text() {
    return workMessages(this.host().sight.locale);
  }
}
