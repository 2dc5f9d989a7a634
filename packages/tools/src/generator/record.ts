import type { Compiled } from '@jiceng/core/definition/compiled.js';
import { checkRecord } from '@jiceng/core/engine/check.js';
import { compute, settle, withField } from '@jiceng/core/engine/settle.js';
import { Workspace } from '@jiceng/core/engine/workspace.js';
import { handOver } from '@jiceng/core/engine/handover.js';
import type { FactLog } from '@jiceng/core/engine/frozen-facts.js';
import { fieldValue } from '@jiceng/core/record/formula-value.js';
import { FormulaError, type Value } from '@jiceng/core/formula/value.js';
import type { Scope } from '@jiceng/core/formula/evaluate.js';
import type { StoredRecord } from '@jiceng/core/generated/record.js';
import type { Json, JsonObject } from '@jiceng/core/json/json.js';
import { valueAt, withValueAt } from '@jiceng/core/json/pointer.js';
import { recordScope } from '@jiceng/core/record/scope.js';
import { planOf } from '@jiceng/core/record/process.js';
import { calculate, dateOf, draw, drawDate, type Surroundings } from './draw.ts';
import { file } from './file.ts';
import { live } from './life.ts';
import { minutesAfter, momentOf } from './moment.ts';
import type { Random } from './random.ts';
import type { MadeMove, Match, Place, Recipe, Spec, Specs, Surrounding } from './recipe.ts';
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
  /** Which of the organisation's records of this definition it is, from 1. */
  readonly number?: number;
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
  organisation(
    orgId: string,
    at: Place | Surrounding,
    of: Match | undefined,
    random: Random,
    besides?: readonly Json[],
  ): string | undefined;
  /** Told what a record breaks that its definition demands. */
  readonly onBroken?: (recordId: string, reason: string) => void;
}

/** Makes one record and puts it into the store: fields, state or steps, computed fields, filing, hand-overs. */
export function makeRecord(occasion: Occasion, workshop: Workshop): void {
  new Making(occasion, workshop).run();
}

class Making {
  record: StoredRecord;
  readonly names = new Map<string, Value | readonly Value[]>();
  readonly compiled: Compiled;
  readonly around: Surroundings;
  readonly workshop: Workshop;
  /** What a hand-over has filled in stays. */
  private readonly given: ReadonlySet<string>;

  constructor(occasion: Occasion, workshop: Workshop) {
    const { store, recipe, random, now } = workshop;
    this.workshop = workshop;
    this.compiled = store.definition(recipe.definition) as Compiled;
    const { definition, hash } = this.compiled;
    const by = workshop.person(occasion.orgId, random)('filler', 'own', []) ?? 'system';
    this.record = occasion.started ?? {
      id: occasion.id,
      definition: { id: definition.id, version: definition.version, hash },
      orgId: occasion.orgId,
      orgPath: store.directory.path(occasion.orgId),
      ...(occasion.subject ? { subject: { ...occasion.subject } } : {}),
      ...(occasion.periodCode === undefined ? {} : { periodCode: occasion.periodCode }),
      ...(definition.states ? { state: definition.states[0]?.id ?? '' } : {}),
      ...(definition.process ? { steps: {} } : {}),
      revision: 1,
      links: [],
      facts: [],
      history: [],
      data: {},
      audit: { createdAt: now, createdBy: by, updatedAt: now, updatedBy: by },
    };
    if (occasion.on !== undefined) this.names.set('on', occasion.on);
    this.names.set('number', occasion.number ?? 1);
    this.given = new Set(Object.keys(occasion.started?.data ?? {}).map((key) => `/${key}`));
    this.names.set('isStarted', occasion.started !== undefined);
    this.around = {
      random,
      today: now.slice(0, 10),
      isWorkday: store.isWorkday,
      scope: this.scope(),
      list: (name) => workshop.list(name),
      person: workshop.person(occasion.orgId, random),
      organisation: (at, of, besides) => workshop.organisation(this.record.orgId, at, of, random, besides),
    };
    this.fill(occasion.fields ?? {});
  }

  run(): void {
    const { recipe, store } = this.workshop;
    for (const [name, spec] of Object.entries(recipe.let ?? {}))
      this.names.set(name, (draw(spec, this.around) ?? null) as Value);
    this.fill(recipe.fields);
    if (recipe.period !== undefined)
      this.record = { ...this.record, periodCode: String(calculate(recipe.period, this.around.scope)) };
    this.open();
    if (recipe.states) this.stand();
    if (recipe.steps) this.walk(recipe.steps);
    const filing = recipe.filing?.find(
      ({ periods }) => periods === undefined || periods.includes(this.record.periodCode ?? ''),
    );
    if (filing) file(this, filing);
    if (recipe.life) live(this, recipe.life);
    if (recipe.life || !filing) this.settle(this.workshop.now);
    this.putInOrder();
    store.put(this.record);
    this.look();
    for (const trigger of triggersOf(recipe)) if (!(recipe.life && trigger.startsWith('move:'))) this.handOver(trigger);
  }

  /** Hands over what a move of its life starts, as the record stands then. */
  moved(move: string, at: string): void {
    const trigger = `move:${move}`;
    if (!triggersOf(this.workshop.recipe).includes(trigger)) return;
    this.settle(at);
    this.workshop.store.put(this.record);
    this.handOver(trigger);
    this.record = this.workshop.store.record(this.record.id) ?? this.record;
  }

  /** Tells what the record breaks, where somebody listens. What nobody has filled in yet breaks nothing. */
  private look(): void {
    const { onBroken, store, now } = this.workshop;
    const { filing, id } = this.record;
    if (!onBroken || filing?.status === 'notStarted' || filing?.status === 'draft') return;
    for (const { pointer, reason } of checkRecord(this.compiled, this.record, new Workspace(store, null, now)).errors)
      onBroken(id, `${pointer}: ${reason.en}`);
  }

  private handOver(trigger: string): void {
    const { store } = this.workshop;
    const { history, audit, id } = this.record;
    const at = trigger === 'save' ? audit.createdAt : history.find(({ act }) => act === trigger)?.at;
    if (at === undefined) return;
    const workspace = new Workspace(store, null, at);
    handOver(this.compiled, store.record(id) ?? this.record, trigger, workspace);
    for (const changed of workspace.changed) store.put(changed);
    for (const { reason } of workspace.warnings) this.workshop.onBroken?.(id, reason.en);
  }

  /** The record as it is at the moment of asking: fields are drawn one after another. */
  private scope(): Scope {
    const { store, now } = this.workshop;
    const organisation = store.organisation(this.record.orgId);
    let known: { readonly record: StoredRecord; readonly scope: Scope } | undefined;
    const fresh = (): Scope => {
      const { record } = this;
      if (known?.record !== record)
        known = {
          record,
          scope: recordScope({
            compiled: this.compiled,
            record,
            organisation,
            facts: store.facts,
            now,
            isWorkday: store.isWorkday,
            extra: this.names,
          }),
        };
      return known.scope;
    };
    return {
      today: now.slice(0, 10),
      now,
      isWorkday: store.isWorkday,
      name: (name) => fresh().name(name),
      column: (list, column) => fresh().column?.(list, column),
      fact: (call) => fresh().fact?.(call),
    };
  }

  /** Draws fields; what a hand-over has given is drawn too, so that the rest does not shift, and left. */
  fill(specs: Specs): void {
    for (const [pointer, spec] of Object.entries(specs)) {
      const value = this.value(pointer, spec);
      if (value !== undefined && !this.given.has(pointer))
        this.record = {
          ...this.record,
          data: withValueAt(this.record.data as Json, pointer, value) as StoredRecord['data'],
        };
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
      ...this.record,
      audit: { createdAt: at, createdBy, updatedAt: at, updatedBy: createdBy },
      ...(this.record.state === undefined ? {} : { stateSince: at }),
      history: [...this.record.history, { at, by: createdBy, act: 'create' }],
    };
    this.prefill(at);
  }

  /** What the definition proposes on the day of opening, where the recipe says nothing else. */
  private prefill(at: string): void {
    const proposed = (this.compiled.definition.prefill ?? []).filter(
      ({ field, editable }) => editable === true && valueAt(this.record.data as Json, field) === undefined,
    );
    if (proposed.length === 0) return;
    const scope = recordScope(new Workspace(this.workshop.store, null, at).scopeInput(this.compiled, this.record));
    for (const { field, from } of proposed) {
      const value = compute(this.compiled, field, from, scope);
      if (value !== undefined && !(value instanceof FormulaError))
        this.record = { ...this.record, data: withField(this.record.data as JsonObject, field, value) };
    }
  }

  private stand(): void {
    const { recipe, random } = this.workshop;
    const possible = (recipe.states ?? []).filter(
      ({ when }) => when === undefined || Boolean(calculate(when, this.around.scope)),
    );
    if (possible.length === 0) return;
    const state = random.weighted(possible.map((entry) => [entry, entry.weight] as const));
    for (const group of state.groups ?? []) this.fill(recipe.groups?.[group] ?? {});
    for (const made of state.path ?? []) this.move(made);
    const { record } = this;
    if (record.state === state.id) return;
    if (state.path)
      throw new Error(`${recipe.definition}: the way to ${state.id} ends in ${record.state ?? 'no state'}`);
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
      ...this.record,
      ...(move.to === undefined ? {} : { state: move.to, stateSince: at }),
      history: [
        ...this.record.history,
        {
          at,
          by: typeof person === 'string' ? person : 'system',
          act: `move:${id}`,
          ...(move.to === undefined
            ? {}
            : { ...(this.record.state === undefined ? {} : { from: this.record.state }), to: move.to }),
        },
      ],
    };
  }

  /** A moment of a day, after all that has happened before on that day, and never after the present one. */
  moment(day: string): string {
    const { now, random } = this.workshop;
    const { history } = this.record;
    const at = momentOf(day, now, random);
    const last = history.reduce(
      (latest, entry) => (entry.at.slice(0, 10) === day && entry.at > latest ? entry.at : latest),
      '',
    );
    return at > last ? at : minutesAfter(last, random.integer(5, 40), now);
  }

  /** What happened is told in order, whichever step was drawn first. */
  private putInOrder(): void {
    const history = [...this.record.history].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
    const last = history[history.length - 1];
    this.record = {
      ...this.record,
      history,
      audit: {
        ...this.record.audit,
        ...(last && last.at > this.record.audit.updatedAt ? { updatedAt: last.at, updatedBy: last.by } : {}),
      },
    };
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
      const on =
        step.on !== undefined
          ? (this.record.data as JsonObject)[step.on.slice(1)]
          : made.on
            ? drawDate(made.on, this.around)
            : last;
      if (typeof on !== 'string' || on > now.slice(0, 10)) {
        this.record = before;
        return;
      }
      last = on > last ? on : last;
      const at = this.moment(on);
      const {
        state,
        audit: { createdBy: by },
      } = this.record;
      const to = step.state === state ? undefined : step.state;
      const moved = to === undefined ? {} : { ...(state === undefined ? {} : { from: state }), to };
      this.record = {
        ...this.record,
        ...(to === undefined ? {} : { state: to, stateSince: at }),
        steps: { ...this.record.steps, [step.id]: { status: 'done', on, at, by } },
        history: [...this.record.history, { at, by, act: `step:${step.id}`, ...moved }],
      };
      this.settle(now);
      if (made.stop !== undefined && random.next() < made.stop) return;
    }
  }

  settle(now: string, log?: FactLog): void {
    const { record } = settle(this.compiled, this.record, new Workspace(this.workshop.store, null, now), log?.note);
    this.record = record;
  }
}

function triggersOf({ handOver: triggers = [] }: Recipe): readonly string[] {
  return typeof triggers === 'string' ? [triggers] : triggers;
}
