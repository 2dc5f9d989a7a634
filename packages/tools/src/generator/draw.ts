import { evaluate, type Scope } from '@jiceng/core/formula/evaluate.js';
import { parseFormula } from '@jiceng/core/formula/parse.js';
import type { Formula } from '@jiceng/core/formula/tree.js';
import { FormulaError, type Value } from '@jiceng/core/formula/value.js';
import type { Json, JsonObject } from '@jiceng/core/json/json.js';
import { nextWorkday } from '@jiceng/core/time/calendar.js';
import { addDays, daysBetween, isDate } from '@jiceng/core/time/date.js';
import { toDateText } from '@jiceng/core/time/serial.js';
import type { Random } from './random.ts';
import type { Match, PersonKind, Place, Spec, Specs, Surrounding } from './recipe.ts';

/** What drawing a value may look at. */
export interface Surroundings {
  readonly random: Random;
  readonly scope: Scope;
  readonly today: string;
  readonly isWorkday: (date: string) => boolean;
  list(name: string): readonly string[];
  /** Texts that are not to be drawn again. */
  readonly besides?: readonly Json[];
  /** Somebody at a place or at the organisation with that id. */
  person(kind: PersonKind, at: Place | (string & {}), besides: readonly string[]): string | undefined;
  organisation(at: Place | Surrounding, of?: Match, besides?: readonly Json[]): string | undefined;
}

const formulas = new Map<string, Formula>();

/** The value of a recipe's formula. Recipes are ours, so a formula that fails is an error of the recipe and thrown. */
export function calculate(text: string, scope: Scope): Exclude<Value, FormulaError> {
  let formula = formulas.get(text);
  if (!formula) {
    const parsed = parseFormula(text);
    if (!parsed.ok) throw new Error(`${text}: ${parsed.problems[0]?.reason.en}`);
    formulas.set(text, (formula = parsed.value));
  }
  const value = evaluate(formula, scope);
  if (value instanceof FormulaError) throw new Error(`${text}: ${value.reason.en}`);
  return value;
}

/** The date that a recipe's formula gives, or `undefined` for none. */
export function dateOf(text: string, scope: Scope): string | undefined {
  const value = calculate(text, scope);
  if (typeof value === 'number') return value === 0 ? undefined : toDateText(value);
  return isDate(value) ? value : undefined;
}

/** A date; `undefined` where there is none. */
export function drawDate(spec: Spec, around: Surroundings): string | undefined {
  const value = draw(spec, around);
  return typeof value === 'string' ? value : undefined;
}

/** One value; `undefined` where there is none. */
export function draw(spec: Spec, around: Surroundings): Json | undefined {
  const { random, scope, today, isWorkday } = around;
  // Drawn before the condition, so that changing one does not shift the numbers of the rest.
  const isThere = spec.share === undefined || random.next() < spec.share;
  if (!isThere || (spec.when !== undefined && !calculate(spec.when, scope))) return undefined;
  if ('value' in spec) return spec.value;
  if ('formula' in spec) return calculate(spec.formula, scope) as Json;
  if ('choice' in spec) return random.weighted(spec.choice);
  if ('some' in spec) {
    const taken = spec.some.filter(([, share]) => random.next() < share).map(([value]) => value);
    return taken.length >= (spec.min ?? 0) ? taken : [random.weighted(spec.some)];
  }
  if ('integer' in spec) return random.integer(...spec.integer);
  if ('normal' in spec) return bounded(random.normal(...spec.normal), spec);
  if ('lognormal' in spec) return bounded(spec.lognormal[0] * Math.exp(random.normal(0, spec.lognormal[1])), spec);
  if ('date' in spec) {
    const [from, to] = [dateOf(spec.date[0], scope), dateOf(spec.date[1], scope)];
    if (from === undefined || to === undefined || from > to) return undefined;
    const found = nextWorkday(addDays(from, random.integer(0, daysBetween(from, to))), isWorkday);
    return found > today ? to : found;
  }
  if ('after' in spec) {
    const from = dateOf(spec.after, scope);
    const days = draw(spec.days, around);
    if (from === undefined || typeof days !== 'number') return undefined;
    const found = nextWorkday(addDays(from, days), isWorkday);
    return found > today && spec.future !== true ? undefined : found;
  }
  if ('list' in spec) {
    const texts = around.list(spec.by === undefined ? spec.list : `${spec.list}.${String(calculate(spec.by, scope))}`);
    if (spec.at !== undefined) return texts[(Number(calculate(spec.at, scope)) - 1) % texts.length];
    const free = texts.filter((text) => !around.besides?.includes(text));
    return random.pick(free.length > 0 ? free : texts);
  }
  if ('org' in spec) return organisations(spec, around);
  if ('person' in spec) return persons(spec, around);
  const rows: Json[] = [];
  const count = Number(draw(spec.rows, around) ?? 0);
  for (let at = 0; at < count; at++) {
    const made = row(spec.each, around, rows);
    if (made === undefined) break;
    rows.push(made);
  }
  return rows;
}

const HAS_ROSTER: Match = { orgForm: ['branch', 'jointBranch', 'generalBranch'] };

function organisations(
  { org, of, once, many }: Extract<Spec, { org: unknown }>,
  around: Surroundings,
): Json | undefined {
  if (!many) return around.organisation(org, of, once ? around.besides : undefined);
  const found: string[] = [];
  for (let rest = Number(draw(many, around) ?? 0); rest > 0; rest--) {
    const id = around.organisation(org, of, found);
    if (id !== undefined) found.push(id);
  }
  return found;
}

function persons(
  { person, at = 'own', of, many, besides }: Extract<Spec, { person: unknown }>,
  around: Surroundings,
): Json | undefined {
  const place =
    at === 'below'
      ? (around.organisation('below', HAS_ROSTER) ?? 'own')
      : of === undefined
        ? at
        : String(calculate(of, around.scope) ?? '');
  const known = besides === undefined ? null : calculate(besides, around.scope);
  const others = [
    ...(typeof known === 'string' ? [known] : []),
    ...(person === 'member' || person === 'official' ? (around.besides ?? []) : []).filter(
      (other): other is string => typeof other === 'string',
    ),
  ];
  if (!many) return around.person(person, place, others);
  const found: string[] = [];
  for (let rest = Number(draw(many, around) ?? 0); rest > 0; rest--) {
    const id = around.person(person, place, [...others, ...found]);
    if (id !== undefined) found.push(id);
  }
  return found;
}

/**
 * One row of a repeated field; its formulas read the row by `[@name]` and its number as `[@row]`. None when there is no
 * other organisation for it.
 */
function row(specs: Specs, around: Surroundings, before: readonly Json[]): Json | undefined {
  const found: Record<string, Json> = {};
  const scope: Scope = {
    ...around.scope,
    cell: (name) => (name === 'row' ? before.length + 1 : ((found[name] ?? null) as Value)),
  };
  for (const [name, spec] of Object.entries(specs)) {
    const value = draw(spec, { ...around, scope, besides: before.map((other) => (other as JsonObject)[name] ?? null) });
    if (value === undefined && 'org' in spec && spec.once) return undefined;
    if (value !== undefined && value !== null && value !== '')
      found[name] = name.endsWith('On') && typeof value === 'number' ? (toDateText(value) ?? value) : value;
  }
  return found;
}

function bounded(
  value: number,
  {
    min = -Infinity,
    max = Infinity,
    step = 1,
  }: { readonly min?: number; readonly max?: number; readonly step?: number },
): number {
  const stepped = Math.round(value / step) * step;
  return Math.round(Math.min(max, Math.max(min, stepped)) * 100) / 100;
}
