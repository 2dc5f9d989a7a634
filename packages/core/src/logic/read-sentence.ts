import { parseFormula } from '../formula/parse.ts';
import type { Literal, Node, Operator } from '../formula/tree.ts';
import {
  RELATIONS,
  type Criterion,
  type FactRead,
  type Part,
  type Relation,
  type Sentence,
  type Summing,
  type Term,
} from './sentence.ts';

const SUMMING: ReadonlySet<string> = new Set<Summing>(['COUNTA', 'COUNT', 'ROWS', 'SUM', 'MAX', 'MIN', 'AVERAGE']);
const PARTS: ReadonlySet<string> = new Set<Part>(['YEAR', 'QUARTER', 'MONTH', 'DAY', 'LEN']);
const FACTS: ReadonlySet<string> = new Set<FactRead>(['FACT', 'FACTNUM', 'FACTDEN']);
const CALC: ReadonlySet<string> = new Set(['+', '-', '*', '/']);
const RELATED: ReadonlySet<string> = new Set(RELATIONS);
/** An operator at the start of a criterion's text, and what it compares with. */
const CRITERION = /^(<=|>=|<>|<|>|=)?([^]*)$/;

/** The sentence that a formula says; `undefined` where it says more than sentences can, or cannot be read. */
export function sentenceOf(formula: string): Sentence | undefined {
  const result = parseFormula(formula);
  return result.ok ? sentenceOfTree(result.value.tree) : undefined;
}

export function sentenceOfTree(node: Node): Sentence | undefined {
  if (node.type === 'chain') return comparison(node.first, node.rest);
  if (node.type === 'call') {
    if (node.name === 'AND' || node.name === 'OR') return group(node.name === 'AND' ? 'all' : 'any', node.args);
    if (node.name === 'NOT') {
      const of = node.args[0] ? sentenceOfTree(node.args[0]) : undefined;
      return of && { type: 'not', of };
    }
    if (node.name === 'ISBLANK') {
      const of = node.args[0] ? termOf(node.args[0]) : undefined;
      return of && { type: 'blank', of };
    }
  }
  const of = termOf(node);
  return of && canHold(of) ? { type: 'holds', of } : undefined;
}

/** Whether a value by itself can be a condition. */
export function canHold(term: Term): boolean {
  return (
    term.type === 'name' ||
    term.type === 'cell' ||
    term.type === 'fact' ||
    (term.type === 'value' && typeof term.value === 'boolean') ||
    (term.type === 'fallback' && canHold(term.of))
  );
}

type Rest = Extract<Node, { type: 'chain' }>['rest'];

function comparison(first: Node, rest: Rest): Sentence | undefined {
  const [only, more] = rest;
  if (!only || more || !isRelation(only.operator)) return undefined;
  const [left, right] = [termOf(first), termOf(only.operand)];
  return left && right && { type: 'compare', left, relation: only.operator, right };
}

const isRelation = (operator: Operator): operator is Relation => RELATED.has(operator);

function group(type: 'all' | 'any', args: readonly (Node | null)[]): Sentence | undefined {
  const of = args.map((arg) => arg && sentenceOfTree(arg));
  if (!of.every((part): part is Sentence => !!part)) return undefined;
  return (type === 'all' ? between(of) : undefined) ?? { type, of };
}

/** `AND(x>=a,x<=b)` is one idea. */
function between([from, to, more]: readonly Sentence[]): Sentence | undefined {
  if (more || from?.type !== 'compare' || to?.type !== 'compare' || from.relation !== '>=' || to.relation !== '<=')
    return undefined;
  return JSON.stringify(from.left) === JSON.stringify(to.left)
    ? { type: 'between', of: from.left, from: from.right, to: to.right }
    : undefined;
}

/** The value that a part of a formula stands for; `undefined` where sentences have no such value. */
export function termOf(node: Node): Term | undefined {
  switch (node.type) {
    case 'literal':
      return { type: 'value', value: node.value };
    case 'name':
      return { type: 'name', name: node.name };
    case 'cell':
      return { type: 'cell', column: node.column };
    case 'column':
      return { type: 'column', list: node.list, column: node.column };
    case 'sign': {
      const of = node.operator === '-' ? termOf(node.operand) : undefined;
      return of && { type: 'minus', of };
    }
    case 'chain': {
      const first = termOf(node.first);
      const rest = node.rest.flatMap(({ operator, operand }) => {
        const term = CALC.has(operator) ? termOf(operand) : undefined;
        return term ? [{ operator: operator as '+' | '-' | '*' | '/', operand: term }] : [];
      });
      return first && rest.length === node.rest.length ? { type: 'calc', first, rest } : undefined;
    }
    case 'call':
      return callOf(node.name, node.args);
    default:
      return undefined;
  }
}

function callOf(name: string, args: readonly (Node | null)[]): Term | undefined {
  if (FACTS.has(name)) return factOf(name as FactRead, args);
  const terms = args.map((arg) => arg && termOf(arg));
  const [first, second] = terms;
  const isWhole = terms.every((term): term is Term => !!term);
  if (name === 'TODAY' || name === 'NOW') return { type: name === 'TODAY' ? 'today' : 'now' };
  if (name === 'COUNTIF' || name === 'COUNTIFS') return matchesOf(name, args);
  if (!first || !isWhole) return undefined;
  if (SUMMING.has(name)) return { type: 'sum', how: name as Summing, of: terms };
  if (PARTS.has(name)) return { type: 'part', part: name as Part, of: first };
  if (name === 'N') return { type: 'number', of: first };
  if (!second) return undefined;
  if (name === 'EDATE') return { type: 'months', from: first, by: second };
  return name === 'IFNA' || name === 'IFERROR'
    ? { type: 'fallback', how: name, of: first, otherwise: second }
    : undefined;
}

function factOf(read: FactRead, [id, ...rest]: readonly (Node | null)[]): Term | undefined {
  if (id?.type !== 'literal' || typeof id.value !== 'string') return undefined;
  const args = rest.map((arg) => (arg === null ? null : termOf(arg)));
  return args.every((arg): arg is Term | null => arg !== undefined)
    ? { type: 'fact', read, id: id.value, args }
    : undefined;
}

/** COUNTIF of one list, COUNTIFS of several: with one list COUNTIFS says the same, but would be written otherwise. */
function matchesOf(name: string, args: readonly (Node | null)[]): Term | undefined {
  if ((name === 'COUNTIF') !== (args.length === 2)) return undefined;
  const criteria: Criterion[] = [];
  for (let at = 0; at + 1 < args.length; at += 2) {
    const [list, wanted] = [args[at], args[at + 1]];
    const of = list && termOf(list);
    const criterion = of && wanted && criterionOf(of, wanted);
    if (!criterion) return undefined;
    criteria.push(criterion);
  }
  return { type: 'matches', criteria };
}

function criterionOf(of: Term, wanted: Node): Criterion | undefined {
  if (wanted.type === 'literal') return { of, ...criterionText(wanted.value) };
  if (wanted.type === 'chain' && wanted.rest.length === 1 && wanted.rest[0]?.operator === '&') {
    const relation = wanted.first.type === 'literal' ? wanted.first.value : undefined;
    const to = termOf(wanted.rest[0].operand);
    return to && to.type !== 'value' && typeof relation === 'string' && RELATED.has(relation)
      ? { of, relation: relation as Relation, to }
      : undefined;
  }
  const to = termOf(wanted);
  return to && { of, relation: '=', to };
}

function criterionText(value: Literal): Omit<Criterion, 'of'> {
  const [, operator = '=', rest = ''] = (typeof value === 'string' && CRITERION.exec(value)) || [];
  return typeof value === 'string'
    ? { relation: operator as Relation, to: { type: 'value', value: rest } }
    : { relation: '=', to: { type: 'value', value } };
}
