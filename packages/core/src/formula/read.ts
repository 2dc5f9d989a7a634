import { ParseFailure } from './failure.ts';
import { findFunction, type FunctionDefinition } from './functions/table.ts';
import { LIMITS } from './limits.ts';
import { summarize } from './summary.ts';
import { tokenize, type Token } from './tokens.ts';
import type { Formula, Literal, Node, Operator } from './tree.ts';

/** Operators from the loosest to the tightest rank; within a rank they go from left to right, `^` too, as in Excel. */
const RANKS: readonly (readonly Operator[])[] = [
  ['=', '<>', '<', '>', '<=', '>='],
  ['&'],
  ['+', '-'],
  ['*', '/'],
  ['^'],
];

/**
 * Reads a formula in Excel's syntax; see `parseFormula`, which has words for what is wrong. Throws a ParseFailure, and
 * nothing else.
 */
export function readFormula(text: string): Formula {
  if (text.length > LIMITS.text) {
    throw new ParseFailure(
      'formula-too-long',
      { start: LIMITS.text, end: text.length },
      String(text.length),
      String(LIMITS.text),
    );
  }
  const tree = new Parser(tokenize(text)).parse();
  return { text, tree, ...summarize(tree) };
}

class Parser {
  private readonly tokens: readonly Token[];
  private at = 0;
  private depth = 0;

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens;
  }

  parse(): Node {
    this.take('=');
    if (this.ended()) throw new ParseFailure('formula-empty', this.token.at);
    const tree = this.rank(0);
    if (!this.ended()) throw this.failure('formula-unexpected');
    return tree;
  }

  private get token(): Token {
    return this.tokens[this.at] as Token;
  }

  private ended(): boolean {
    return this.token.type === 'end';
  }

  private is(mark: string): boolean {
    return this.token.type === 'mark' && this.token.text === mark;
  }

  private take(mark: string): boolean {
    const found = this.is(mark);
    if (found) this.at += 1;
    return found;
  }

  private failure(code: ParseFailure['code'], wanted = ''): ParseFailure {
    return new ParseFailure(code, this.token.at, this.token.text, wanted);
  }

  /** Reads one level deeper, which is where recursion is bounded. */
  private deeper<T>(read: () => T): T {
    if (++this.depth > LIMITS.depth) throw this.failure('formula-too-deep', String(LIMITS.depth));
    const result = read();
    this.depth -= 1;
    return result;
  }

  private rank(rank: number): Node {
    const operators = RANKS[rank];
    if (!operators) return this.signed();
    const first = this.rank(rank + 1);
    const rest: { operator: Operator; operand: Node }[] = [];
    while (this.token.type === 'mark' && (operators as readonly string[]).includes(this.token.text)) {
      const operator = this.token.text as Operator;
      this.at += 1;
      rest.push({ operator, operand: this.rank(rank + 1) });
    }
    return rest.length > 0 ? { type: 'chain', first, rest } : first;
  }

  /** A sign binds tighter than `^` in Excel: `-2^2` is 4. */
  private signed(): Node {
    const operator = this.token.text;
    if (this.token.type === 'mark' && (operator === '-' || operator === '+')) {
      this.at += 1;
      return { type: 'sign', operator, operand: this.deeper(() => this.signed()) };
    }
    let node = this.primary();
    for (let percents = 0; this.take('%');) {
      if (++percents > LIMITS.depth) throw this.failure('formula-too-deep', String(LIMITS.depth));
      node = { type: 'percent', operand: node };
    }
    return node;
  }

  private primary(): Node {
    const { type, text, at } = this.token;
    switch (type) {
      case 'number':
        return { type: 'literal', value: this.number() };
      case 'text':
        this.at += 1;
        return { type: 'literal', value: text };
      case 'cell':
        this.at += 1;
        return { type: 'cell', column: text, at };
      case 'name':
        return this.named();
      case 'end':
        throw this.failure('formula-missing-value');
      case 'mark':
    }
    if (this.take('(')) {
      const node = this.deeper(() => this.rank(0));
      if (!this.take(')'))
        throw this.ended() ? this.failure('formula-missing-bracket', ')') : this.failure('formula-unexpected');
      return node;
    }
    if (this.take('{')) return this.array();
    throw this.failure('formula-missing-value');
  }

  private number(): number {
    const value = Number(this.token.text);
    if (!Number.isFinite(value)) throw this.failure('formula-number');
    this.at += 1;
    return value === 0 ? 0 : value;
  }

  /** A truth value, a call, a name or a column of a list. */
  private named(): Node {
    const first = this.token;
    this.at += 1;
    const upper = first.text.toUpperCase();
    const last = this.dotted();
    if (!first.quoted && this.is('('))
      return this.call([upper, ...last.map(({ text }) => text.toUpperCase())].join('.'), first);
    if (!first.quoted && last.length === 0 && (upper === 'TRUE' || upper === 'FALSE'))
      return { type: 'literal', value: upper === 'TRUE' };
    const at = { start: first.at.start, end: (last[last.length - 1] ?? first).at.end };
    if (last.length === 0) return { type: 'name', name: first.text, at };
    return { type: 'column', list: first.text, column: last.map(({ text }) => text).join('.'), at };
  }

  private dotted(): Token[] {
    const parts: Token[] = [];
    while (this.take('.')) {
      if (this.token.type !== 'name') throw this.failure('formula-name');
      parts.push(this.token);
      this.at += 1;
    }
    return parts;
  }

  private call(name: string, { at: { start } }: Token): Node {
    const definition = findFunction(name);
    const { end } = (this.tokens[this.at - 1] as Token).at;
    if (!definition) throw new ParseFailure('formula-unknown-function', { start, end }, name);
    this.at += 1; // the opening parenthesis
    const args = this.deeper(() => this.args());
    checkCount(definition, args.length, { start, end });
    return {
      type: 'call',
      name: definition.name,
      args,
      at: { start, end: (this.tokens[this.at - 1] as Token).at.end },
    };
  }

  private args(): (Node | null)[] {
    if (this.take(')')) return [];
    const args: (Node | null)[] = [];
    for (;;) {
      args.push(this.is(',') || this.is(')') ? null : this.rank(0));
      if (this.take(')')) return args;
      if (this.take(',')) continue;
      throw this.ended() ? this.failure('formula-missing-bracket', ')') : this.failure('formula-separator');
    }
  }

  private array(): Node {
    const items: Literal[] = [];
    for (;;) {
      items.push(this.literal());
      if (this.take('}')) return { type: 'array', items };
      if (!this.take(','))
        throw this.ended() ? this.failure('formula-missing-bracket', '}') : this.failure('formula-array');
    }
  }

  private literal(): Literal {
    const minus = this.take('-');
    const { type, text } = this.token;
    if (type === 'number') return minus ? -this.number() : this.number();
    const upper = text.toUpperCase();
    if (minus || (type !== 'text' && !(type === 'name' && (upper === 'TRUE' || upper === 'FALSE'))))
      throw this.failure('formula-array');
    this.at += 1;
    return type === 'text' ? text : upper === 'TRUE';
  }
}

/** Throws unless `count` arguments suit `definition`. */
function checkCount({ name, min, max, step }: FunctionDefinition, count: number, at: ParseFailure['at']): void {
  if (count >= min && count <= max && (count - min) % step === 0) return;
  const limits =
    step > 1
      ? `${min}, ${min + step}, ${min + 2 * step} …`
      : max === Infinity
        ? `≥ ${min}`
        : min === max
          ? String(min)
          : `${min}–${max}`;
  throw new ParseFailure('formula-argument-count', at, `${name} ${count}`, limits);
}
