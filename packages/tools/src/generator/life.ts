import type { Compiled } from '@jiceng/core/definition/compiled.js';
import { unfilled } from '@jiceng/core/engine/check.js';
import { compute, withField } from '@jiceng/core/engine/settle.js';
import { Workspace } from '@jiceng/core/engine/workspace.js';
import { FormulaError } from '@jiceng/core/formula/value.js';
import type { Actor, Move } from '@jiceng/core/generated/definition.js';
import type { StoredRecord } from '@jiceng/core/generated/record.js';
import type { JsonObject } from '@jiceng/core/json/json.js';
import { brokenGuards } from '@jiceng/core/record/judge.js';
import { recordScope } from '@jiceng/core/record/scope.js';
import { nextWorkday } from '@jiceng/core/time/calendar.js';
import { addDays } from '@jiceng/core/time/date.js';
import { calculate, dateOf, draw } from './draw.ts';
import { type Living, withEvent } from './living.ts';
import type { LifeMove, Place } from './recipe.ts';

/** Makes moves one after another, by whom the definition allows them, until one lies in the future. */
export function live(living: Living, life: readonly LifeMove[]): void {
  const { around, names, compiled } = living;
  const { definition } = compiled;
  let last = living.record.audit.createdAt.slice(0, 10);
  for (const made of life) {
    const { move: id, after, on, share, when, fields = {} } = made;
    const move = definition.moves?.find((each) => each.id === id);
    if (!move) throw new Error(`${definition.id}: no move ${id}`);
    names.set('last', last);
    if (readsComputed(compiled, made)) living.settle(living.moment(last));
    const isMade = share === undefined || around.random.next() < share;
    if (
      !isMade ||
      !move.from.includes(living.record.state ?? '') ||
      (when !== undefined && !calculate(when, around.scope))
    )
      continue;
    const day =
      on === undefined
        ? nextWorkday(addDays(last, Number(draw(after ?? { value: 0 }, around))), around.isWorkday)
        : dateOf(on, around.scope);
    if (day === undefined || day > around.today) return;
    names.set('on', day);
    living.fill(fields);
    make(living, move, day);
    last = day > last ? day : last;
  }
}

/** Answers of `readsComputed`: a move of a recipe is asked about again for every record. */
const answers = new WeakMap<LifeMove, boolean>();

/** Whether what is drawn for a move depends on values that only the engine computes. */
function readsComputed(compiled: Compiled, move: LifeMove): boolean {
  let answer = answers.get(move);
  if (answer === undefined) {
    const {
      definition: { rules = [], score },
    } = compiled;
    const text = `${move.when ?? ''} ${JSON.stringify(move.fields ?? {})}`;
    const computed = [
      ...rules.flatMap((rule) => ('field' in rule && rule.value !== undefined ? [rule.field] : [])),
      ...Object.values(score?.outputs ?? {}).map(String),
    ];
    answers.set(move, (answer = computed.some((field) => new RegExp(`\\b${field.slice(1)}\\b`).test(text))));
  }
  return answer;
}

/** A move made on a day: what it sets is computed as on that day. */
function make(living: Living, move: Move, day: string): void {
  const {
    compiled,
    workshop: { store, onBroken },
  } = living;
  const at = living.moment(day);
  const by = actorOf(living, move.by ?? []);
  const texts = Object.entries(move.set ?? {});
  if (
    onBroken ||
    texts.some(([, text]) => compiled.formula(text).names.some((name) => compiled.names.get(name) === 'field'))
  )
    living.settle(at);
  const workspace = new Workspace(store, null, at);
  const scope = recordScope(workspace.scopeInput(compiled, living.record, { extra: new Map([['actorId', by]]) }));
  if (onBroken) {
    for (const { pointer } of unfilled(compiled, move.ask ?? [], living.record, scope))
      onBroken(living.record.id, `${move.id} asks for ${pointer}`);
    // the record as it was is not kept here
    const guards = (move.guard ?? []).filter((guard) => !guard.when.includes('before.'));
    for (const reason of brokenGuards(compiled, guards, scope))
      onBroken(living.record.id, `${move.id}: ${reason['zh-CN']}`);
  }
  let data = living.record.data as JsonObject;
  for (const [place, text] of texts) {
    const value = compute(compiled, place, text, scope);
    if (value instanceof FormulaError)
      throw new Error(`${compiled.definition.id}: ${move.id} cannot set ${place}: ${value.reason.en}`);
    data = withField(data, place, value);
  }
  const to = move.to === living.record.state ? undefined : move.to;
  living.record = withEvent({ ...living.record, data }, { at, by, act: `move:${move.id}` }, to);
  living.moved(move.id, at);
}

/** The first of those who may that there is; the clock where nobody has to. */
function actorOf({ record, around, compiled }: Living, actors: readonly Actor[]): string {
  for (const { role, at, atAny, level, is, except = [] } of actors) {
    if (is === 'subject') {
      if (record.subject) return record.subject.id;
    } else if (is !== undefined) {
      const person = (record.data as JsonObject)[is.slice(1)];
      if (typeof person === 'string') return person;
    } else if (role === 'filler' || role === 'reviewer' || role === 'verifier') {
      const besides = except.includes('filledBy') ? [record.audit.createdBy] : [];
      for (const place of [...(at === undefined ? [] : [at]), ...(atAny ?? [])].map((each) =>
        placeOf(each, level, record),
      )) {
        const person = place === undefined ? undefined : around.person(role, place, besides);
        if (person !== undefined) return person;
      }
    }
  }
  return compiled.definition.moves && actors.length > 0
    ? (around.person('reviewer', 'county', []) ?? 'system')
    : 'system';
}

function placeOf(at: string, level: string | undefined, { data }: StoredRecord): Place | (string & {}) | undefined {
  if (level === 'county') return 'county';
  if (at === 'own' || at === 'below') return 'own';
  if (at === 'parent' || at === 'ancestor') return 'parent';
  const organisation = (data as JsonObject)[at.slice(1)];
  return typeof organisation === 'string' ? organisation : undefined;
}
