import type { FactPart, FactRef, Formula, Node } from './tree.ts';

/** The functions that read facts, and the part each reads. */
export const FACT_PARTS: ReadonlyMap<string, FactPart> = new Map([
  ['FACT', 'value'],
  ['FACTNUM', 'num'],
  ['FACTDEN', 'den'],
]);

const VOLATILE: readonly string[] = ['TODAY', 'NOW'];

/** What can be known about a formula without running it. */
export function summarize(tree: Node): Pick<Formula, 'names' | 'cells' | 'facts' | 'functions' | 'volatile'> {
  const names = new Set<string>();
  const cells = new Set<string>();
  const functions = new Set<string>();
  const facts = new Map<string, FactRef>();
  visit(tree);
  return {
    names: [...names],
    cells: [...cells],
    facts: [...facts.values()],
    functions: [...functions],
    volatile: VOLATILE.some((name) => functions.has(name)),
  };

  function visit(node: Node): void {
    switch (node.type) {
      case 'literal':
      case 'array':
        return;
      case 'name':
        return void names.add(node.name);
      case 'column':
        return void names.add(node.list);
      case 'cell':
        return void cells.add(node.column);
      case 'chain':
        visit(node.first);
        return node.rest.forEach(({ operand }) => visit(operand));
      case 'sign':
      case 'percent':
        return visit(node.operand);
      case 'call': {
        functions.add(node.name);
        const fact = factOf(node.name, node.args);
        if (fact) facts.set(JSON.stringify([fact.part, fact.id, fact.by, fact.offset]), fact);
        return node.args.forEach((arg) => arg && visit(arg));
      }
    }
  }
}

function factOf(name: string, [id, by, offset]: readonly (Node | null)[]): FactRef | undefined {
  const part = FACT_PARTS.get(name);
  if (part === undefined || id?.type !== 'literal' || typeof id.value !== 'string') return undefined;
  return {
    id: id.value,
    part,
    by: by?.type === 'literal' && typeof by.value === 'string' ? by.value : undefined,
    offset: plainNumber(offset),
  };
}

function plainNumber(node: Node | null | undefined): number | undefined {
  if (node?.type === 'literal' && typeof node.value === 'number') return node.value;
  const inner = node?.type === 'sign' ? plainNumber(node.operand) : undefined;
  return inner === undefined || node?.type !== 'sign' || node.operator === '+' ? inner : -inner;
}
