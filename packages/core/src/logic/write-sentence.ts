import type { Node } from '../formula/tree.ts';
import { OWN_NAMES, writeFormula, type Naming } from '../formula/write.ts';
import type { Criterion, Sentence, Term } from './sentence.ts';

/** Cells of the row without quotes where none are needed, as people write them. */
const NAMING: Naming = {
  ...OWN_NAMES,
  cell: (column) => (/^[\p{L}\p{N}_]+$/u.test(column) ? `[@${column}]` : OWN_NAMES.cell(column)),
};

/** The formula that says a sentence, in Excel's syntax, without `=`. */
export function formulaOf(sentence: Sentence): string {
  return writeFormula(treeOf(sentence), NAMING);
}

/** The formula text of a part of a formula. */
export function textOfTree(node: Node): string {
  return writeFormula(node, NAMING);
}

const NOWHERE = { start: 0, end: 0 };
const call = (name: string, ...args: readonly (Node | null)[]): Node => ({ type: 'call', name, args, at: NOWHERE });
const chain = (first: Node, operator: '&' | Criterion['relation'], operand: Node): Node => ({
  type: 'chain',
  first,
  rest: [{ operator, operand }],
});

export function treeOf(sentence: Sentence): Node {
  switch (sentence.type) {
    case 'all':
      return call('AND', ...sentence.of.map(treeOf));
    case 'any':
      return call('OR', ...sentence.of.map(treeOf));
    case 'not':
      return call('NOT', treeOf(sentence.of));
    case 'compare':
      return chain(nodeOf(sentence.left), sentence.relation, nodeOf(sentence.right));
    case 'between':
      return call(
        'AND',
        chain(nodeOf(sentence.of), '>=', nodeOf(sentence.from)),
        chain(nodeOf(sentence.of), '<=', nodeOf(sentence.to)),
      );
    case 'blank':
      return call('ISBLANK', nodeOf(sentence.of));
    case 'holds':
      return nodeOf(sentence.of);
  }
}

export function nodeOf(term: Term): Node {
  switch (term.type) {
    case 'value':
      return { type: 'literal', value: term.value };
    case 'name':
      return { type: 'name', name: term.name, at: NOWHERE };
    case 'cell':
      return { type: 'cell', column: term.column, at: NOWHERE };
    case 'column':
      return { type: 'column', list: term.list, column: term.column, at: NOWHERE };
    case 'today':
      return call('TODAY');
    case 'now':
      return call('NOW');
    case 'fact':
      return call(term.read, { type: 'literal', value: term.id }, ...term.args.map((arg) => arg && nodeOf(arg)));
    case 'sum':
      return call(term.how, ...term.of.map(nodeOf));
    case 'matches':
      return call(
        term.criteria.length === 1 ? 'COUNTIF' : 'COUNTIFS',
        ...term.criteria.flatMap((criterion) => [nodeOf(criterion.of), criterionNode(criterion)]),
      );
    case 'months':
      return call('EDATE', nodeOf(term.from), nodeOf(term.by));
    case 'part':
      return call(term.part, nodeOf(term.of));
    case 'number':
      return call('N', nodeOf(term.of));
    case 'minus':
      return { type: 'sign', operator: '-', operand: nodeOf(term.of) };
    case 'calc':
      return {
        type: 'chain',
        first: nodeOf(term.first),
        rest: term.rest.map(({ operator, operand }) => ({ operator, operand: nodeOf(operand) })),
      };
    case 'fallback':
      return call(term.how, nodeOf(term.of), nodeOf(term.otherwise));
  }
}

function criterionNode({ relation, to }: Criterion): Node {
  if (to.type !== 'value')
    return relation === '=' ? nodeOf(to) : chain({ type: 'literal', value: relation }, '&', nodeOf(to));
  const { value } = to;
  if (relation !== '=') return { type: 'literal', value: `${relation}${String(value)}` };
  return { type: 'literal', value: typeof value === 'string' && /^[<>=]/.test(value) ? `=${value}` : value };
}
