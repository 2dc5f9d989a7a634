import { coerce, type FunctionDefinition, type Kind } from './functions/signature.ts';
import { findFunction } from './functions/table.ts';
import { eachOf, elementOf, minus, OPERATORS, overList, pairOf, percent, plus } from './operators.ts';
import { attempt, type Code, type Run } from './run.ts';
import type { Formula, Node } from './tree.ts';
import { isList, raise, type Argument, type Cell } from './value.ts';

const compiled = new WeakMap<Formula, Code>();

/** The code of `formula`: closures over its tree, made once. */
export function codeOf(formula: Formula): Code {
  let code = compiled.get(formula);
  if (!code) {
    code = compile(formula.tree);
    compiled.set(formula, code);
  }
  return code;
}

function compile(node: Node): Code {
  switch (node.type) {
    case 'literal': {
      const { value } = node;
      return () => value;
    }
    case 'array': {
      const { items } = node;
      return (run) => {
        run.chargeList(items.length);
        return items;
      };
    }
    case 'name': {
      const { name } = node;
      return (run) => {
        run.charge(1);
        return run.name(name);
      };
    }
    case 'column': {
      const { list, column } = node;
      return (run) => {
        run.charge(1);
        return run.column(list, column);
      };
    }
    case 'cell': {
      const { column } = node;
      return (run) => {
        run.charge(1);
        return run.cell(column);
      };
    }
    case 'sign':
      return single(compile(node.operand), node.operator === '-' ? minus : plus);
    case 'percent':
      return single(compile(node.operand), percent);
    case 'chain':
      return chain(node);
    case 'call':
      return call(node);
  }
}

function single(operand: Code, apply: (cell: Cell) => Cell): Code {
  return (run) => {
    run.charge(1);
    return eachOf(operand(run), run, apply);
  };
}

function chain({ first, rest }: Extract<Node, { type: 'chain' }>): Code {
  const head = compile(first);
  const tail = rest.map(({ operator, operand }) => ({ apply: OPERATORS[operator], operand: compile(operand) }));
  return (run) => {
    let result = head(run);
    for (const { apply, operand } of tail) {
      run.charge(1);
      result = pairOf(result, operand(run), run, apply);
    }
    return result;
  };
}

const blank: Code = () => null;

function call({ name, args }: Extract<Node, { type: 'call' }>): Code {
  const definition = findFunction(name);
  const codes = args.map((arg) => (arg ? compile(arg) : blank));
  if (!definition) return () => raise('#NAME?', 'unknown-name', name);
  const { choose, kinds } = definition;
  if (choose) {
    return (run) => {
      run.charge(1);
      return choose(run, codes);
    };
  }
  const kindAt = args.map((_, at) => kinds[Math.min(at, kinds.length - 1)] as Kind);
  // Excel counts only numbers in what is referred to, but converts what is written out: SUM("3") is 3, SUM(name) may be
  // 0.
  const referred = args.map((arg) => arg?.type === 'name' || arg?.type === 'column' || arg?.type === 'cell');
  return eager(definition, codes, kindAt, referred);
}

function eager(
  { call: apply }: FunctionDefinition,
  codes: readonly Code[],
  kinds: readonly Kind[],
  referred: readonly boolean[],
): Code {
  const invoke = apply as (run: Run, ...args: Argument[]) => Argument;
  return (run) => {
    run.charge(1);
    const args: Argument[] = [];
    let lifted = -1; // the longest list given to a parameter that takes one value
    for (let at = 0; at < codes.length; at++) {
      const kind = kinds[at] as Kind;
      const code = codes[at] as Code;
      const found = kind === 'l' || kind === 'r' ? attempt(code, run) : code(run);
      if (kind === 'l') args.push(referred[at] && !isList(found) ? [found] : found);
      else if (isList(found)) {
        lifted = Math.max(lifted, found.length);
        args.push(found);
      } else args.push(coerce(kind, found, run));
    }
    if (lifted < 0) return invoke(run, ...args);
    return overList(lifted, run, (row) => {
      const single = args.map((arg, at) =>
        kinds[at] === 'l' || !isList(arg) ? arg : coerce(kinds[at] as Kind, elementOf(arg, row), run),
      );
      const result = invoke(run, ...single);
      return isList(result) ? raise('#VALUE!', 'list-result') : result;
    });
  };
}
