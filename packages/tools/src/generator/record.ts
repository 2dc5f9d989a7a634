import type { Compiled } from '@jiceng/core/definition/compiled.js';
import { checkRecord } from '@jiceng/core/engine/check.js';
import { settle } from '@jiceng/core/engine/settle.js';
import { Workspace } from '@jiceng/core/engine/workspace.js';
import { handOver } from '@jiceng/core/engine/handover.js';
import type { FactLog } from '@jiceng/core/engine/frozen-facts.js';
import { fieldValue } from '@jiceng/core/record/formula-value.js';
import { FormulaError, type Value } from '@jiceng/core/formula/value.js';
import type { Scope } from '@jiceng/core/formula/evaluate.js';
import type { StoredRecord } from '@jiceng/core/generated/record.js';
import type { Json } from '@jiceng/core/json/json.js';
import { withValueAt } from '@jiceng/core/json/pointer.js';
import { recordScope } from '@jiceng/core/record/scope.js';
import { calculate, draw, type Surroundings } from './draw.ts';
import { file } from './file.ts';
import { live } from './life.ts';
import type { Living } from './living.ts';
import { minutesAfter, momentOf } from './moment.ts';
import { open } from './open.ts';
import type { Recipe, Spec, Specs } from './recipe.ts';
import { stand } from './states.ts';
import { walk } from './steps.ts';
import type { Occasion, Workshop } from './workshop.ts';

/** Makes one record and puts it into the store: fields, state or steps, computed fields, filing, hand-overs. */
export function makeRecord(occasion: Occasion, workshop: Workshop): void {
  new Making(occasion, workshop).run();
}

class Making implements Living {
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
    open(this);
    if (recipe.states) stand(this);
    if (recipe.steps) walk(this, recipe.steps);
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

  settle(now: string, log?: FactLog): void {
    const { record } = settle(this.compiled, this.record, new Workspace(this.workshop.store, null, now), log?.note);
    this.record = record;
  }
}

function triggersOf({ handOver: triggers = [] }: Recipe): readonly string[] {
  return typeof triggers === 'string' ? [triggers] : triggers;
}
