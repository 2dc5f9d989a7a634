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
import { calculate, dateOf, draw, type Surroundings } from './draw.ts';
import type { Random } from './random.ts';
import type { FilingRecipe, Recipe, Spec, Specs } from './recipe.ts';
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
    store.put(this.record);
    if (recipe.handOver !== undefined && (this.record.filing === undefined || this.record.filing.status === 'accepted')) {
      const workspace = new Workspace(store, null, this.record.audit.updatedAt);
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

  /** Draws the fields that have no value yet. */
  private fill(specs: Specs): void {
    for (const [pointer, spec] of Object.entries(specs)) {
      const value = this.value(pointer, spec);
      if (value !== undefined) this.record = { ...this.record, data: withValueAt(this.record.data as Json, pointer, value) as StoredRecord['data'] };
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
    const { recipe, now, random } = this.workshop;
    const day = recipe.openedOn === undefined ? undefined : dateOf(recipe.openedOn, this.around.scope);
    const at = day === undefined ? now : momentOf(day, now, random);
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
    this.moveTo(state.id, this.record.audit.createdAt);
  }

  private moveTo(state: string, at: string): void {
    if (state !== this.record.state) this.record = { ...this.record, state, stateSince: at, history: [...this.record.history, { at, by: this.record.audit.createdBy, act: 'save', ...(this.record.state === undefined ? {} : { from: this.record.state }), to: state }] };
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
      const at = momentOf(on, now, random);
      this.record = { ...this.record, steps: { ...this.record.steps, [step.id]: { status: 'done', on, at, by: this.record.audit.createdBy } }, history: [...this.record.history, { at, by: this.record.audit.createdBy, act: `step:${step.id}` }] };
      if (step.state !== undefined) this.moveTo(step.state, at);
      this.settle(now);
      if (made.stop !== undefined && random.next() < made.stop) return;
    }
  }

  private file({ status, submittedOn }: FilingRecipe): void {
    const { store, now, random, person } = this.workshop;
    const today = now.slice(0, 10);
    const reached = String(draw(status, this.around));
    const on = drawDate(submittedOn, this.around);
    const filing = newFiling(this.compiled, this.record, new Workspace(store, null, now)) ?? { status: 'notStarted', returnCount: 0, revisionNo: 0 };
    if (reached === 'notStarted' || reached === 'draft' || on === undefined || on > today) {
      const isOpened = reached !== 'notStarted';
      this.record = { ...this.record, filing: { ...filing, status: isOpened ? 'draft' : 'notStarted' }, ...(isOpened ? {} : { data: {} }) };
      return this.settle(now);
    }
    const at = momentOf(on, now, random);
    const reviewer = person(this.record.orgId, random)('reviewer', 'parent', []) ?? 'system';
    const isLate = filing.dueAt !== undefined && at > filing.dueAt;
    this.record = { ...this.record, filing: { ...filing, status: 'draft' } };
    const log = new FactLog();
    this.settle(at, log);
    this.record = {
      ...this.record, facts: log.uses,
      filing: { ...filing, status: reached, submittedAt: at, submittedBy: this.record.audit.createdBy, isLate, lateDays: isLate ? 1 : 0, ...(reached === 'submitted' ? {} : { reviewedAt: at, reviewedBy: reviewer }) },
      history: [...this.record.history, { at, by: this.record.audit.createdBy, act: 'filing:submit', from: 'draft', to: 'submitted' }, ...(reached === 'submitted' ? [] : [{ at, by: reviewer, act: 'filing:accept', from: 'submitted', to: reached }])],
      audit: { ...this.record.audit, updatedAt: at },
    };
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

/** A moment of a day, never after the present one. */
function momentOf(day: string, now: string, random: Random): string {
  const at = `${day}T${timeOf(random)}+08:00`;
  return at < now ? at : now;
}

/** Office hours mostly, as people do. */
function timeOf(random: Random): string {
  const hour = random.weighted([[8, 6], [9, 20], [10, 20], [11, 14], [14, 14], [15, 16], [16, 16], [17, 8], [20, 4]] as const);
  return `${String(hour).padStart(2, '0')}:${String(random.integer(hour === 8 ? 30 : 0, 59)).padStart(2, '0')}:00`;
}
