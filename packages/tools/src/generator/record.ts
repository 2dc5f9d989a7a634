import type { Compiled } from '@jiceng/core/definition/compile.js';
import { settle } from '@jiceng/core/engine/settle.js';
import { Workspace } from '@jiceng/core/engine/workspace.js';
import { handOver } from '@jiceng/core/engine/handover.js';
import { FactLog } from '@jiceng/core/engine/frozen-facts.js';
import { newFiling } from '@jiceng/core/engine/filing.js';
import { fieldValue } from '@jiceng/core/form/formula-value.js';
import { FormulaError, type Value } from '@jiceng/core/formula/value.js';
import type { Scope } from '@jiceng/core/formula/evaluate.js';
import type { StoredRecord } from '@jiceng/core/generated/record.js';
import type { Json, JsonObject } from '@jiceng/core/json/json.js';
import { withValueAt } from '@jiceng/core/json/pointer.js';
import { recordScope } from '@jiceng/core/record/scope.js';
import { planOf } from '@jiceng/core/process/process.js';
import { nextWorkday } from '@jiceng/core/time/calendar.js';
import { addDays } from '@jiceng/core/time/date.js';
import { calculate, dateOf, draw, type Surroundings } from './draw.ts';
import { minutesAfter, momentOf } from './moment.ts';
import type { Random } from './random.ts';
import type { FilingRecipe, MadeMove, Recipe, Spec, Specs } from './recipe.ts';
import type { Store } from './store.ts';

/** Where and about whom one record is made. */
export interface Occasion {
  readonly id: string;
  readonly orgId: string;
  readonly subject?: { readonly id: string; readonly title: string };
  readonly periodCode?: string;
  /** Fields given beforehand, of a schedule, and its day as `on`. */
  readonly fields?: Specs;
  readonly on?: string;
  /** A record that a hand-over has started, to be carried on. */
  readonly started?: StoredRecord;
}

/** What all records of one definition share. */
export interface Workshop {
  readonly store: Store;
  readonly recipe: Recipe;
  readonly random: Random;
  readonly now: string;
  list(name: string): readonly string[];
  person(orgId: string, random: Random): Surroundings['person'];
}

/** Makes one record and puts it into the store: fields, state or steps, computed fields, filing, hand-overs. */
export function makeRecord(occasion: Occasion, workshop: Workshop): void {
  new Making(occasion, workshop).run();
}

class Making {
  private record: StoredRecord;
  private readonly names = new Map<string, Value | readonly Value[]>();
  private readonly compiled: Compiled;
  private readonly around: Surroundings;
  private readonly workshop: Workshop;
  /** What a hand-over has filled in stays. */
  private readonly given: ReadonlySet<string>;

  constructor(occasion: Occasion, workshop: Workshop) {
    const { store, recipe, random, now } = workshop;
    this.workshop = workshop;
    this.compiled = store.definition(recipe.definition) as Compiled;
    const { definition, hash } = this.compiled;
    const by = workshop.person(occasion.orgId, random)('filler', 'own', []) ?? 'system';
    this.record = occasion.started ?? {
      id: occasion.id, definition: { id: definition.id, version: definition.version, hash }, orgId: occasion.orgId, orgPath: store.directory.path(occasion.orgId),
      ...(occasion.subject ? { subject: { ...occasion.subject } } : {}), ...(occasion.periodCode === undefined ? {} : { periodCode: occasion.periodCode }),
      ...(definition.states ? { state: definition.states[0]?.id ?? '' } : {}), ...(definition.process ? { steps: {} } : {}),
      revision: 1, links: [], facts: [], history: [], data: {}, audit: { createdAt: now, createdBy: by, updatedAt: now, updatedBy: by },
    };
    if (occasion.on !== undefined) this.names.set('on', occasion.on);
    this.given = new Set(Object.keys(occasion.started?.data ?? {}).map((key) => `/${key}`));
    this.names.set('isStarted', occasion.started !== undefined);
    this.around = {
      random, today: now.slice(0, 10), isWorkday: store.isWorkday, scope: this.scope(), list: (name) => workshop.list(name), person: workshop.person(occasion.orgId, random),
      organisation: (at) => {
        const path = this.record.orgPath.split('/');
        return at === 'own' ? this.record.orgId : at === 'parent' ? path[path.length - 2] : path[0];
      },
    };
    this.fill(occasion.fields ?? {});
  }

  run(): void {
    const { recipe, store } = this.workshop;
    for (const [name, spec] of Object.entries(recipe.let ?? {})) this.names.set(name, (draw(spec, this.around) ?? null) as Value);
    this.fill(recipe.fields);
    if (recipe.period !== undefined) this.record = { ...this.record, periodCode: String(calculate(recipe.period, this.around.scope)) };
    this.open();
    if (recipe.states) this.stand();
    if (recipe.steps) this.walk(recipe.steps);
    const filing = recipe.filing?.find(({ periods }) => periods === undefined || periods.includes(this.record.periodCode ?? ''));
    if (filing) this.file(filing);
    else this.settle(this.workshop.now);
    this.putInOrder();
    store.put(this.record);
    const handed = this.record.history.find(({ act }) => act === recipe.handOver);
    if (recipe.handOver !== undefined && handed) {
      const workspace = new Workspace(store, null, handed.at);
      handOver(this.compiled, this.record, recipe.handOver, workspace);
      for (const changed of workspace.changed) store.put(changed);
    }
  }

  /** The record as it is at the moment of asking: fields are drawn one after another. */
  private scope(): Scope {
    const { store, now } = this.workshop;
    const fresh = (): Scope => recordScope({ compiled: this.compiled, record: this.record, organisation: store.organisation(this.record.orgId), facts: store.facts, now, isWorkday: store.isWorkday, extra: this.names });
    return { today: now.slice(0, 10), now, isWorkday: store.isWorkday, name: (name) => fresh().name(name), column: (list, column) => fresh().column?.(list, column), fact: (call) => fresh().fact?.(call) };
  }

  /** Draws fields; what a hand-over has given is drawn too, so that the rest does not shift, and left. */
  private fill(specs: Specs): void {
    for (const [pointer, spec] of Object.entries(specs)) {
      const value = this.value(pointer, spec);
      if (value !== undefined && !this.given.has(pointer)) this.record = { ...this.record, data: withValueAt(this.record.data as Json, pointer, value) as StoredRecord['data'] };
    }
  }

  private value(pointer: string, spec: Spec): Json | undefined {
    const value = draw(spec, this.around);
    if (value === undefined || value === null || value === '') return undefined;
    if (typeof value === 'object') return value;
    const field = this.compiled.field(pointer);
    if (!field) throw new Error(`${this.workshop.recipe.definition}: no field ${pointer}`);
    const stored = fieldValue(value, field);
    if (stored instanceof FormulaError) throw new Error(`${pointer}: ${stored.reason.en}`);
    return stored;
  }

  private open(): void {
    const { recipe, now } = this.workshop;
    if (this.record.history.length > 0) return; // a hand-over has opened it
    const day = recipe.openedOn === undefined ? undefined : dateOf(recipe.openedOn, this.around.scope);
    const at = day === undefined ? now : this.moment(day);
    const { createdBy } = this.record.audit;
    this.record = {
      ...this.record, audit: { createdAt: at, createdBy, updatedAt: at, updatedBy: createdBy }, ...(this.record.state === undefined ? {} : { stateSince: at }),
      history: [...this.record.history, { at, by: createdBy, act: 'create' }],
    };
  }

  private stand(): void {
    const { recipe, random } = this.workshop;
    const possible = (recipe.states ?? []).filter(({ when }) => when === undefined || Boolean(calculate(when, this.around.scope)));
    if (possible.length === 0) return;
    const state = random.weighted(possible.map((entry) => [entry, entry.weight] as const));
    for (const group of state.groups ?? []) this.fill(recipe.groups?.[group] ?? {});
    for (const made of state.path ?? []) this.move(made);
    const { record } = this;
    if (record.state === state.id) return;
    if (state.path) throw new Error(`${recipe.definition}: the way to ${state.id} ends in ${record.state ?? 'no state'}`);
    this.record = { ...record, state: state.id };
  }

  /** A move that was made; one whose day has no date or has not come was not. */
  private move({ move: id, on, by }: MadeMove): void {
    const { definition } = this.compiled;
    const move = definition.moves?.find((each) => each.id === id);
    if (!move) throw new Error(`${definition.id}: no move ${id}`);
    const day = dateOf(on, this.around.scope);
    if (day === undefined) throw new Error(`${definition.id}: ${id} has no day`);
    const at = this.moment(day);
    const person = by === undefined ? this.around.person('filler', 'own', []) : draw(by, this.around);
    this.record = {
      ...this.record, ...(move.to === undefined ? {} : { state: move.to, stateSince: at }),
      history: [...this.record.history, { at, by: typeof person === 'string' ? person : 'system', act: `move:${id}`, ...(move.to === undefined ? {} : { ...(this.record.state === undefined ? {} : { from: this.record.state }), to: move.to }) }],
    };
  }

  /** A moment of a day, after all that has happened before on that day, and never after the present one. */
  private moment(day: string): string {
    const { now, random } = this.workshop;
    const { history } = this.record;
    const at = momentOf(day, now, random);
    const last = history.reduce((latest, entry) => (entry.at.slice(0, 10) === day && entry.at > latest ? entry.at : latest), '');
    return at > last ? at : minutesAfter(last, random.integer(5, 40), now);
  }

  /** What happened is told in order, whichever step was drawn first. */
  private putInOrder(): void {
    const history = [...this.record.history].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
    const last = history[history.length - 1];
    this.record = { ...this.record, history, audit: { ...this.record.audit, ...(last && last.at > this.record.audit.updatedAt ? { updatedAt: last.at, updatedBy: last.by } : {}) } };
  }

  /** Goes through the steps until one lies in the future or the case stops. */
  private walk(steps: NonNullable<Recipe['steps']>): void {
    const { now, random } = this.workshop;
    let last = this.record.audit.createdAt.slice(0, 10);
    for (const { step } of planOf(this.compiled.definition.process?.stages ?? [])) {
      const made = steps[step.id];
      if (!made) return;
      const before = this.record;
      this.names.set('last', last);
      this.fill(made.fields ?? {});
      const on = step.on !== undefined ? (this.record.data as JsonObject)[step.on.slice(1)] : made.on ? drawDate(made.on, this.around) : last;
      if (typeof on !== 'string' || on > now.slice(0, 10)) {
        this.record = before;
        return;
      }
      last = on > last ? on : last;
      const at = this.moment(on);
      const { state, audit: { createdBy: by } } = this.record;
      const to = step.state === state ? undefined : step.state;
      const moved = to === undefined ? {} : { ...(state === undefined ? {} : { from: state }), to };
      this.record = {
        ...this.record, ...(to === undefined ? {} : { state: to, stateSince: at }),
        steps: { ...this.record.steps, [step.id]: { status: 'done', on, at, by } }, history: [...this.record.history, { at, by, act: `step:${step.id}`, ...moved }],
      };
      this.settle(now);
      if (made.stop !== undefined && random.next() < made.stop) return;
    }
  }

  private file({ status, submittedOn, reviewDays = { integer: [1, 3] } }: FilingRecipe): void {
    const { store, now } = this.workshop;
    const today = now.slice(0, 10);
    const reached = String(draw(status, this.around));
    const on = drawDate(submittedOn, this.around);
    const filing = newFiling(this.compiled, this.record, new Workspace(store, null, now)) ?? { status: 'notStarted', returnCount: 0, revisionNo: 0 };
    if (reached === 'notStarted' || reached === 'draft' || on === undefined || on > today) {
      const isOpened = reached !== 'notStarted';
      this.record = { ...this.record, filing: { ...filing, status: isOpened ? 'draft' : 'notStarted' }, ...(isOpened ? {} : { data: {} }) };
      return this.settle(now);
    }
    const at = this.moment(on);
    const isLate = filing.dueAt !== undefined && at > filing.dueAt;
    const { createdBy: by } = this.record.audit;
    this.record = { ...this.record, filing: { ...filing, status: 'draft' } };
    const log = new FactLog();
    this.settle(at, log);
    this.record = {
      ...this.record, facts: log.uses,
      filing: { ...filing, status: 'submitted', submittedAt: at, submittedBy: by, isLate, lateDays: isLate ? 1 : 0 },
      history: [...this.record.history, { at, by, act: 'filing:submit', from: 'draft', to: 'submitted' }],
    };
    if (reached !== 'submitted') this.review(reached, on, reviewDays);
  }

  /** Each level opens the submission, and passes it on or accepts it. */
  private review(reached: string, submittedOn: string, reviewDays: Spec): void {
    const { store } = this.workshop;
    const levels = this.compiled.definition.filing?.review ?? [];
    let day = submittedOn;
    levels.forEach(({ at: place }, level) => {
      const { filing } = this.record;
      if (!filing || filing.status === reached) return;
      for (let rest = Number(draw(reviewDays, this.around) ?? 1); rest > 0; rest--) day = nextWorkday(addDays(day, 1), store.isWorkday);
      if (day > this.around.today) return;
      const by = this.around.person('reviewer', place === 'county' ? 'county' : 'parent', []) ?? 'system';
      const isLast = level === levels.length - 1;
      const add = (act: string, from: string, to: string, next = level): void => {
        const at = this.moment(day);
        this.record = { ...this.record, history: [...this.record.history, { at, by, act: `filing:${act}`, from, to }], filing: { ...filing, level: next, status: to as typeof filing.status, reviewedAt: at, reviewedBy: by } } as StoredRecord;
      };
      if (filing.status === 'submitted') add('open', 'submitted', 'inReview');
      if (isLast) add('accept', 'inReview', reached);
      else add('escalate', 'inReview', 'inReview', level + 1);
    });
  }

  private settle(now: string, log?: FactLog): void {
    const { record } = settle(this.compiled, this.record, new Workspace(this.workshop.store, null, now), log?.note);
    this.record = record;
  }
}

function drawDate(spec: Spec, around: Surroundings): string | undefined {
  const value = draw(spec, around);
  return typeof value === 'string' ? value : undefined;
}
