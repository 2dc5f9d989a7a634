import type { RequiredState } from '../record/fact-reader.ts';
import type { Fact, Parameter } from '../generated/definition.ts';
import { toNumber } from '../number/decimal.ts';
import { roundTo } from '../number/arithmetic.ts';
import type { Json } from '../json/json.ts';
import type { Language } from '../text/problem.ts';
import type { Value } from '../formula/value.ts';
import { EXPLAIN_TEXTS, type ExplainTexts } from './explain.messages.ts';
import { wayOut } from './item.ts';
import type { Adjustment, BandNode, BandReason, FactRead, ItemNode, Quantity } from './tree.ts';

/** What explanations need besides the tree, whose definition is in the reader's language already. */
export interface ExplainContext {
  readonly language: Language;
  /**
   * What a fact, or the part of it that `by` names, is called; without it, or where it is unknown, the item's own title
   * is used.
   */
  readonly fact?: (
    id: string,
    by?: string,
  ) => Pick<Fact, 'title' | 'unit' | 'type' | 'required' | 'numTitle' | 'denTitle'> | undefined;
  /** What was required and done for a fact that an item read; `undefined` where that is not known. */
  readonly required?: (call: FactRead['call']) => RequiredState | undefined;
  /** Parameters by name, for the source of limits. */
  readonly parameter?: (name: string) => Parameter | undefined;
}

/** `value` for people: at most `places` decimals, no trailing zeros, a real minus sign. */
export function shownNumber(value: number, places = 2): string {
  return String(toNumber(roundTo(value, places, 'half'))).replace('-', '−');
}

/** How an item came to its points, in one sentence. */
export function explainItem(node: ItemNode, context: ExplainContext): string {
  const texts = EXPLAIN_TEXTS[context.language];
  return sentence(texts, ...itemClauses(node, context, texts));
}

/**
 * Why an item lost points, in one sentence; `''` where it did not, or where a person lowered it without giving a
 * reason. What a reviewer typed goes first; for computed items the sentence is made from the tree.
 */
export function explainDeduction(node: ItemNode, context: ExplainContext): string {
  const lost = node.max - node.points;
  if (node.excluded || lost <= 0) return '';
  const typed = node.entry.deductReason.trim();
  // what a bonus does not reach is no loss
  if (node.origin !== 'computed' || (node.dimension.adjust && node.points >= 0)) return typed;
  const texts = EXPLAIN_TEXTS[context.language];
  const facts =
    node.applies && node.missing === null ? inputClauses(node, context, texts) : itemClauses(node, context, texts);
  return sentence(texts, ...facts, texts.lost(shownNumber(lost, 4)));
}

/** Why an item has no computed points and how it is scored instead; `''` where it has them. */
export function explainMissing(node: ItemNode, context: ExplainContext): string {
  const texts = EXPLAIN_TEXTS[context.language];
  return sentence(texts, ...missingClauses(node, context, texts));
}

/** What a cap, a floor, left-out items or a veto changed. `max` is what a rescaled score is scaled to. */
export function explainAdjustment(
  { kind, points, limit, veto }: Adjustment,
  max: number,
  context: ExplainContext,
): string {
  const texts = EXPLAIN_TEXTS[context.language];
  const size = shownNumber(Math.abs(points), 4);
  switch (kind) {
    case 'cap':
      return sentence(texts, texts.cap(shownNumber(limit, 4), size));
    case 'floor':
      return sentence(texts, texts.floor(shownNumber(limit, 4), size));
    case 'rescale':
      return sentence(texts, texts.rescale(shownNumber(limit, 4), shownNumber(max, 4), shownNumber(points, 4)));
    case 'veto':
      return sentence(texts, texts.veto(veto?.title ?? '', shownNumber(limit, 4), size));
  }
}

/** What stands between the result and a band, a clause each; empty where the band was reached. */
export function explainBand({ reasons }: BandNode, context: ExplainContext): string[] {
  return reasons.map((reason) => bandClause(reason, context, EXPLAIN_TEXTS[context.language]));
}

function bandClause(reason: BandReason, context: ExplainContext, texts: ExplainTexts): string {
  switch (reason.kind) {
    case 'points':
      return texts.needPoints(shownNumber(reason.missing, 4));
    case 'dimension': {
      return texts.needDimension(
        reason.dimension.dimension.title,
        shownNumber(reason.needed, 4),
        shownNumber(reason.missing, 4),
      );
    }
    case 'veto':
      return texts.needNoVeto(reason.veto.veto.title);
    case 'condition':
      return texts.needCondition;
    case 'error':
      return texts.needError(reason.error.reason[context.language]);
  }
}

function itemClauses(node: ItemNode, context: ExplainContext, texts: ExplainTexts): string[] {
  if (!node.applies) return [texts.notApplicable[node.item.whenNotApplicable ?? 'exclude'](shownNumber(node.max, 4))];
  const clauses: string[] = [];
  if (node.entries.length > 0) clauses.push(texts.entries(String(node.entries.length), shownNumber(node.points, 4)));
  if (node.missing) clauses.push(...missingClauses(node, context, texts));
  if (node.origin === 'review') return [...clauses, ...reviewClauses(node, texts)];
  if (node.origin === 'none') return node.entries.length > 0 ? clauses : [...clauses, texts.waiting];
  if (node.origin === 'computed' && node.missing === null && node.entries.length === 0)
    return [...inputClauses(node, context, texts), resultClause(node, texts)];
  if (node.origin === 'self') {
    if (typeof node.entry.answer === 'boolean')
      clauses.push(texts.answered(node.item.title, node.entry.answer ? texts.yes : texts.no));
    clauses.push(texts.self(shownNumber(node.points, 4)));
  }
  return clauses;
}

function reviewClauses(node: ItemNode, texts: ExplainTexts): string[] {
  const before = node.computed ?? node.self;
  const shown = shownNumber(node.points, 4);
  const clause =
    before === null || before === node.points
      ? texts.review(shown)
      : texts.reviewed(shown, shownNumber(before, 4), node.computed === null ? 'self' : 'computed');
  return node.entry.deductReason === '' ? [clause] : [clause, texts.reason(node.entry.deductReason)];
}

function missingClauses({ missing, item }: ItemNode, context: ExplainContext, texts: ExplainTexts): string[] {
  if (!missing) return [];
  const label = (missing.fact && declared(missing.fact, context)?.title) ?? '';
  const why = texts.missing[missing.kind](label);
  const way = wayOut(item, missing.kind);
  return [missing.error ? why + texts.aside(missing.error.reason[context.language]) : why, texts.fallback[way]];
}

/** What was measured and with what it was compared. */
function inputClauses(node: ItemNode, context: ExplainContext, texts: ExplainTexts): string[] {
  const { item, input } = node;
  const { value } = input;
  if (typeof value === 'boolean') {
    const label = node.item.title;
    const facts = node.facts.map((read) => factClause(read, context, texts)).filter((text) => text !== '');
    return [
      input.answered
        ? texts.answered(label, value ? texts.yes : texts.no)
        : value
          ? texts.met(label)
          : texts.unmet(label),
      ...facts,
    ];
  }
  const amount = (quantity: Quantity | null) => withUnit(quantity?.value ?? 0, unitOf(node, context));
  switch (item.method) {
    case 'countCap': {
      const surplus = typeof value === 'number' && input.required !== null && value > input.required.value;
      return [
        texts.count(amount(input.required), shownValue(value, node, context, texts)),
        ...(surplus ? [texts.surplus] : []),
      ];
    }
    case 'ratio': {
      const down = item.direction === 'down';
      return [
        measured(node, context, texts),
        (down ? texts.best : texts.line)(amount(input.full ?? { value: down ? 0 : 100, name: null })),
      ];
    }
    case 'threshold': {
      const down = item.direction === 'down';
      const reached = input.steps.find((step) => step.reached);
      if (reached) return [measured(node, context, texts), texts.step(amount(reached.at))];
      const limits = input.steps.map(({ at }) => at.value);
      const limit = down ? Math.max(...limits) : Math.min(...limits);
      return [
        measured(node, context, texts),
        (down ? texts.noStepDown : texts.noStep)(amount({ value: limit, name: null })),
      ];
    }
    case 'deduct':
      return [measured(node, context, texts), texts.perTime(texts.points(shownNumber(input.per?.value ?? 1, 4)))];
    default:
      return node.facts.map((read) => factClause(read, context, texts)).filter((text) => text !== '');
  }
}

/** The points, with the calculation where there was one. */
function resultClause({ item, input, computed, max }: ItemNode, texts: ExplainTexts): string {
  const points = shownNumber(computed ?? 0, 4);
  const { value } = input;
  if (typeof value !== 'number') return texts.earns(points);
  if (item.method === 'auto') return texts.byFormula(points);
  if (item.method === 'deduct' && (computed ?? 0) > 0 && value > 0) {
    return texts.sum(
      `${shownNumber(max, 4)} − ${shownNumber(value)} × ${shownNumber(input.per?.value ?? 1, 4)}`,
      points,
    );
  }
  if (computed === max) return texts.earnsAll(points);
  const divided =
    item.method === 'countCap'
      ? input.required?.value
      : item.method === 'ratio'
        ? (input.full?.value ?? 100)
        : undefined;
  if (divided === undefined || computed === 0 || item.direction === 'down') return texts.earns(points);
  return texts.sum(`${shownNumber(max, 4)} × ${shownNumber(value)} ÷ ${shownNumber(divided)}`, points);
}

/** The value by its name: the fact's when the item read just one, else the item's. */
function measured(node: ItemNode, context: ExplainContext, texts: ExplainTexts): string {
  const [read] = node.facts;
  const only = node.facts.length === 1 && read ? read : null;
  const label = (only && declared(only, context)?.title) ?? node.item.title;
  const text = texts.value(label, shownValue(node.input.value, node, context, texts));
  const parts = only && fractionOf(only, context, texts);
  return parts ? text + texts.aside(parts) : text;
}

type Declared = ReturnType<NonNullable<ExplainContext['fact']>>;

const declared = ({ call: { id, by } }: FactRead, { fact }: ExplainContext): Declared => fact?.(id, by);
const unitOfFact = ({ type, unit = '' }: NonNullable<Declared>): string => (type === 'percent' ? '%' : unit);

function factClause(read: FactRead, context: ExplainContext, texts: ExplainTexts): string {
  const found = declared(read, context);
  if (!found || read.fact.value === null) return '';
  const text = texts.value(found.title, plainValue(read.fact.value, unitOfFact(found), texts));
  const parts = fractionOf(read, context, texts);
  return parts ? text + texts.aside(parts) : text;
}

/** Both sides of a rate, with what they are where the fact says so: 实开 34 ÷ 应开 39. */
function fractionOf(read: FactRead, context: ExplainContext, texts: ExplainTexts): string {
  const { num, den } = read.fact;
  const { numTitle, denTitle } = declared(read, context) ?? {};
  const named = (title: string | undefined, value: number) =>
    title === undefined ? shownNumber(value) : `${title} ${shownNumber(value)}`;
  return num === null || den === null ? '' : texts.fraction(named(numTitle, num), named(denTitle, den));
}

function unitOf(node: ItemNode, context: ExplainContext): string {
  if (node.item.unit !== undefined) return node.item.unit;
  const [read] = node.facts;
  const found = read && node.facts.length === 1 ? declared(read, context) : undefined;
  if (found) return unitOfFact(found);
  return node.item.method === 'ratio' ? '%' : '';
}

function shownValue(value: Value, node: ItemNode, context: ExplainContext, texts: ExplainTexts): string {
  return plainValue(value as Json, unitOf(node, context), texts);
}

function plainValue(value: Json, unit: string, texts: ExplainTexts): string {
  if (typeof value === 'number') return withUnit(value, unit);
  if (typeof value === 'boolean') return value ? texts.yes : texts.no;
  return value === null ? '' : String(value);
}

function withUnit(value: number, unit: string): string {
  const shown = shownNumber(value);
  return unit === '' ? shown : unit === '%' ? `${shown}%` : `${shown} ${unit}`;
}

function sentence(texts: ExplainTexts, ...clauses: readonly string[]): string {
  const told = clauses.filter((clause) => clause !== '');
  if (told.length === 0) return '';
  const text = told.join(texts.comma);
  return text.charAt(0).toUpperCase() + text.slice(1) + texts.stop;
}
