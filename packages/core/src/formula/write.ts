import type { Literal, Node, Operator } from './tree.ts';

/** What stands for the references of a formula where it goes, such as cells of a sheet. */
export interface Naming {
  name(name: string): string;
  column(list: string, column: string): string;
  cell(column: string): string;
  /** The function's name as files of the target spell it; by default as it is. */
  function?(name: string): string;
}

/** Functions younger than Excel 2007, which its files spell with the prefix `_xlfn.`. */
const YOUNGER: ReadonlySet<string> = new Set([
  'IFS',
  'SWITCH',
  'IFNA',
  'XOR',
  'CONCAT',
  'TEXTJOIN',
  'UNICHAR',
  'UNICODE',
  'ISOWEEKNUM',
  'DAYS',
  'STDEV.S',
  'STDEV.P',
  'VAR.S',
  'VAR.P',
  'MODE.SNGL',
  'PERCENTILE.INC',
  'QUARTILE.INC',
  'MINIFS',
  'MAXIFS',
  'XLOOKUP',
  'UNIQUE',
]);

/** A function's name as .xlsx files spell it. */
export function excelFunction(name: string): string {
  return name === 'FILTER' ? '_xlfn._xlws.FILTER' : YOUNGER.has(name) ? `_xlfn.${name}` : name;
}

const RANK: Readonly<Record<Operator, number>> = {
  '=': 1,
  '<>': 1,
  '<': 1,
  '>': 1,
  '<=': 1,
  '>=': 1,
  '&': 2,
  '+': 3,
  '-': 3,
  '*': 4,
  '/': 4,
  '^': 5,
};
const SIGN = 6;
const ATOM = 8;

/** `tree` as formula text of Excel, without `=`; arrays are written downwards (`;`), as columns are. */
export function writeFormula(tree: Node, naming: Naming = OWN_NAMES): string {
  return write(tree, 0);

  function write(node: Node, rank: number): string {
    const text = body(node);
    return rankOf(node) < rank ? `(${text})` : text;
  }

  function body(node: Node): string {
    switch (node.type) {
      case 'literal':
        return writeLiteral(node.value);
      case 'array':
        return `{${node.items.map(writeLiteral).join(';')}}`;
      case 'name':
        return naming.name(node.name);
      case 'column':
        return naming.column(node.list, node.column);
      case 'cell':
        return naming.cell(node.column);
      case 'call':
        return `${naming.function?.(node.name) ?? node.name}(${node.args.map((arg) => (arg ? write(arg, 0) : '')).join(',')})`;
      case 'sign':
        return node.operator + write(node.operand, SIGN);
      case 'percent':
        return `${write(node.operand, ATOM - 1)}%`;
      case 'chain': {
        const rank = rankOf(node) + 1;
        return (
          write(node.first, rank) + node.rest.map(({ operator, operand }) => operator + write(operand, rank)).join('')
        );
      }
    }
  }
}

function rankOf(node: Node): number {
  if (node.type === 'chain') return node.rest[0] ? RANK[node.rest[0].operator] : ATOM;
  return node.type === 'sign' ? SIGN : node.type === 'percent' ? SIGN + 1 : ATOM;
}

function writeLiteral(value: Literal): string {
  if (typeof value === 'string') return `"${value.replace(/"/g, '""')}"`;
  return typeof value === 'boolean' ? (value ? 'TRUE' : 'FALSE') : String(value).replace('e', 'E');
}

/** A name as formulas write it: bare where that is possible, else in brackets. */
export function writeName(name: string): string {
  return /^[\p{L}_][\p{L}\p{M}\p{N}_]*$/u.test(name) && !/^(true|false)$/i.test(name)
    ? name
    : `['${name.replace(/'/g, "''")}']`;
}

/** Writes a formula back in the formula language itself. */
export const OWN_NAMES: Naming = {
  name: writeName,
  column: (list, column) => `${writeName(list)}.${column.split('.').map(writeName).join('.')}`,
  cell: (column) => `[@'${column.replace(/'/g, "''")}']`,
};
