import { parseFormula } from '../formula/parse.ts';
import type { Node } from '../formula/tree.ts';
import { own } from '../json/json.ts';
import { kindOf, spokenValue, wordOf } from './part-words.ts';
import { SPOKEN } from './speak.messages.ts';
import { spokenFact } from './speak-fact.ts';
import { spokenCriterion } from './speak-criteria.ts';
import type { Word, Words } from './words.ts';

/** A formula in words, with the titles of fields and options; what cannot be read stays as it is written. */
export function spokenFormula(formula: string, words: Words): string {
  const result = parseFormula(formula);
  return result.ok ? spoken(result.value.tree, words) : formula;
}

/** A part of a formula in words. */
export function spoken(node: Node, words: Words): string {
  const text = SPOKEN[words.language];
  const say = (part: Node | null | undefined): string => (part ? spoken(part, words) : text.nothing);
  switch (node.type) {
    case 'literal':
      return spokenValue(node.value, typeof node.value === 'string' ? words.into : undefined, words);
    case 'array':
      return node.items.map((item) => spokenValue(item, undefined, words)).join(text.comma);
    case 'name':
    case 'cell':
      return text.title(wordOf(node, words)?.title ?? nameOf(node));
    case 'column':
      return spokenColumn(node, words);
    case 'sign':
      return node.operator === '-' ? text.minus(say(node.operand)) : say(node.operand);
    case 'percent':
      return text.percent(say(node.operand));
    case 'chain':
      return spokenChain(node, words);
    case 'call':
      return spokenCall(node, words, say);
  }
}

const nameOf = (node: Extract<Node, { type: 'name' | 'cell' }>): string =>
  node.type === 'name' ? node.name : node.column;

function spokenColumn({ list, column }: Extract<Node, { type: 'column' }>, words: Words): string {
  const text = SPOKEN[words.language];
  const title = words.column(list, column)?.title ?? column;
  return list === 'before'
    ? text.title(`${words.name('before')?.title ?? list} ${title}`)
    : text.columnOf(words.name(list)?.title ?? list, title);
}

const RELATIONS: ReadonlySet<string> = new Set(['=', '<>', '<', '>', '<=', '>=']);

function spokenChain({ first, rest }: Extract<Node, { type: 'chain' }>, words: Words): string {
  const text = SPOKEN[words.language];
  const [only] = rest;
  if (only && rest.length === 1 && RELATIONS.has(only.operator))
    return (
      spokenCriterion(first, only.operator, only.operand, words) ??
      comparison(first, only.operator, only.operand, words)
    );
  let said = inner(first, words);
  let isDate = kindOf(first, words) === 'date';
  for (const { operator, operand } of rest) {
    const right = inner(operand, words);
    const isOther = kindOf(operand, words) === 'date';
    if (isDate && operator === '-' && isOther) said = text.daysFrom(right, said);
    else if (isDate && (operator === '+' || operator === '-'))
      said = (operator === '+' ? text.after : text.before)(said, text.days(right));
    else said = text.calc(said, operator, right);
    isDate &&= !isOther;
  }
  return said;
}

/** A part inside a calculation, in brackets where it is one itself. */
function inner(node: Node, words: Words): string {
  const said = spoken(node, words);
  const isCompound =
    node.type === 'chain' ||
    (node.type === 'call' && (node.name === 'IF' || node.name === 'AND' || node.name === 'OR'));
  return isCompound ? SPOKEN[words.language].inner(said) : said;
}

function comparison(left: Node, operator: string, right: Node, words: Words): string {
  const text = SPOKEN[words.language];
  const isDate = kindOf(left, words) === 'date' || kindOf(right, words) === 'date';
  const beside = (node: Node, other: Node): string =>
    node.type === 'literal' ? spokenValue(node.value, wordOf(other, words), words) : spoken(node, words);
  if (right.type === 'literal' && right.value === '' && operator === '=') return text.blank(spoken(left, words));
  if (right.type === 'literal' && right.value === '' && operator === '<>') return text.filled(spoken(left, words));
  return own(isDate ? text.dates : text.relations, operator)?.(beside(left, right), beside(right, left)) ?? '';
}

function spokenCall(
  node: Extract<Node, { type: 'call' }>,
  words: Words,
  say: (part: Node | null | undefined) => string,
): string {
  const text = SPOKEN[words.language];
  const { name, args } = node;
  const [first, second, third] = args;
  switch (name) {
    case 'TRUE':
      return text.yes;
    case 'FALSE':
      return text.no;
    case 'TODAY':
      return text.today;
    case 'NOW':
      return text.now;
    case 'AND':
    case 'OR':
    case 'NOT':
    case 'ISBLANK':
      return spokenCondition(node, words);
    case 'IF': {
      const rest =
        third === undefined
          ? ''
          : third?.type === 'call' && third.name === 'IF'
            ? text.otherwiseIf + say(third)
            : text.otherwise(say(third));
      return text.iff(spokenCondition(first, words), say(second)) + rest;
    }
    case 'IFNA':
    case 'IFERROR':
      return text.fallback(say(first), say(second));
    case 'EDATE': {
      const isBack = second?.type === 'sign' && second.operator === '-';
      return (isBack ? text.before : text.after)(say(first), text.months(say(isBack ? second.operand : second)));
    }
    case 'FACT':
    case 'FACTNUM':
    case 'FACTDEN':
      return spokenFact(name, args, words);
    case 'SWITCH': {
      const beside = wordOf(first, words);
      const cases: (readonly [string, string])[] = [];
      for (let at = 1; at + 1 < args.length; at += 2) cases.push([keyed(args[at], beside, words), say(args[at + 1])]);
      return text.cases(say(first), cases, args.length % 2 === 0 ? say(args[args.length - 1]) : undefined);
    }
    default:
      return (
        spokenCriterion(node, undefined, undefined, words) ??
        own(text.calls, name)?.(...args.map(say)) ??
        text.call(name, args.map(say).join(text.comma))
      );
  }
}

const keyed = (node: Node | null | undefined, beside: Word | undefined, words: Words): string =>
  node?.type === 'literal' ? spokenValue(node.value, beside, words) : node ? spoken(node, words) : '';

/** A condition in words: a yes-or-no value by itself is yes, alternatives of one field stand together. */
export function spokenCondition(node: Node | null | undefined, words: Words): string {
  const text = SPOKEN[words.language];
  if (!node) return text.never;
  if (node.type === 'literal' && typeof node.value === 'boolean') return node.value ? text.always : text.never;
  if (node.type !== 'call')
    return node.type === 'chain' ? spoken(node, words) : (text.relations['=']?.(spoken(node, words), text.yes) ?? '');
  const [first] = node.args;
  switch (node.name) {
    case 'AND':
    case 'OR':
      return spokenGroup(node, words);
    case 'ISBLANK':
      return text.blank(first ? spoken(first, words) : '');
    case 'NOT': {
      if (first?.type === 'call' && first.name === 'ISBLANK')
        return text.filled(first.args[0] ? spoken(first.args[0], words) : '');
      if (first?.type === 'call' && (first.name === 'AND' || first.name === 'OR'))
        return text.notTogether(spokenCondition(first, words));
      if (first?.type === 'chain') return text.not(spoken(first, words));
      return first ? (text.relations['<>']?.(spoken(first, words), text.yes) ?? '') : text.never;
    }
    case 'TRUE':
      return text.always;
    case 'FALSE':
      return text.never;
    case 'FACT':
    case 'IFNA':
    case 'IFERROR':
      return text.relations['=']?.(spoken(node, words), text.yes) ?? '';
    default:
      return spoken(node, words);
  }
}

function spokenGroup({ name, args }: Extract<Node, { type: 'call' }>, words: Words): string {
  const text = SPOKEN[words.language];
  const isAny = name === 'OR';
  const together = alternatives(args, isAny ? '=' : '<>', words);
  if (together) return together;
  const range = isAny ? undefined : spokenRange(args, words);
  if (range) return range;
  const parts = args.map((arg) => {
    const said = spokenCondition(arg, words);
    return arg?.type === 'call' &&
      (arg.name === 'AND' || arg.name === 'OR') &&
      arg.name !== name &&
      arg.args.length > 1 &&
      !alternatives(arg.args, arg.name === 'OR' ? '=' : '<>', words)
      ? text.inner(said)
      : said;
  });
  return parts.join(isAny ? text.or : text.and);
}

/** `OR(x="a",x="b")` is “x is a or b”. */
function alternatives(args: readonly (Node | null)[], operator: '=' | '<>', words: Words): string | undefined {
  const text = SPOKEN[words.language];
  const values: string[] = [];
  let of: Node | undefined;
  for (const arg of args) {
    if (
      arg?.type !== 'chain' ||
      arg.rest.length !== 1 ||
      arg.rest[0]?.operator !== operator ||
      arg.rest[0].operand.type !== 'literal'
    )
      return undefined;
    if (of && !sameNode(of, arg.first)) return undefined;
    of ??= arg.first;
    values.push(spokenValue(arg.rest[0].operand.value, wordOf(of, words), words));
  }
  if (!of || values.length < 2) return undefined;
  const list = `${values.slice(0, -1).join(text.comma)}${text.orLast}${values[values.length - 1]}`;
  return (operator === '=' ? text.oneOf : text.noneOf)(spoken(of, words), list);
}

function spokenRange([low, high, more]: readonly (Node | null)[], words: Words): string | undefined {
  if (more || low?.type !== 'chain' || high?.type !== 'chain' || !sameNode(low.first, high.first)) return undefined;
  const [from, to] = [low.rest[0], high.rest[0]];
  if (low.rest.length !== 1 || high.rest.length !== 1 || from?.operator !== '>=' || to?.operator !== '<=')
    return undefined;
  const beside = wordOf(low.first, words);
  const say = (node: Node): string => keyed(node, beside, words);
  return SPOKEN[words.language].between(spoken(low.first, words), say(from.operand), say(to.operand));
}

/** Whether two parts say the same, wherever they stand. */
function sameNode(a: Node, b: Node): boolean {
  const without = (key: string, value: unknown): unknown => (key === 'at' ? undefined : value);
  return JSON.stringify(a, without) === JSON.stringify(b, without);
}
