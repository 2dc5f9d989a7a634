import { checkFields } from '../admit/check/fields.ts';
import { checkFormulas } from '../admit/check/formulas.ts';
import { placesOf, type FormulaPlace } from '../definition/places.ts';
import type { CycleProblem } from '../formula/references.ts';
import type { Node } from '../formula/tree.ts';
import type { Finding, Study } from './finding.ts';
import { negated } from './outcomes.ts';
import { termOf } from './read-sentence.ts';
import { fieldsIn } from './reads-fields.ts';
import { wordOf } from './part-words.ts';
import { wordsOf, type Words } from './words.ts';
import { nodeOf, textOfTree } from './write-sentence.ts';

/**
 * Names and fields that are gone, values that are worked out in a circle, options that do not exist, branches that are
 * never taken.
 */
export function formulaFindings(study: Study): Finding[] {
  const { formulas, fields } = placesOf(study.definition);
  const lost = checkFields(study.compiled, fields).map(({ pointer }) => ({
    pointer,
    what: fields.find((place) => place.pointer === pointer)?.field.slice(1) ?? '',
  }));
  const broken = checkFormulas(study.compiled, formulas);
  const unknown = broken
    .filter(({ code }) => code === 'unknown-name')
    .map(({ pointer, reason }) => ({ pointer, what: /“(.+)”/.exec(reason['zh-CN'])?.[1] ?? '' }));
  const cycles = broken.filter(({ code }) => code === 'formula-cycle') as unknown as readonly CycleProblem[];
  return [
    ...[...lost, ...unknown].map(({ pointer, what }) => study.found('gone', pointer, [], () => [what])),
    ...cycles.map(({ pointer, path }) =>
      study.found(
        'cycle',
        pointer,
        path.map((key) => addressOf(key)),
        (_, say) => [path.map((key) => say.field(addressOf(key))).join(' → ')],
      ),
    ),
    ...formulas.flatMap((place) => [...unknownOptions(study, place), ...deadBranches(study, place)]),
  ];
}

/** `a` is the field `/a`, `rows.b` a column of it. */
function addressOf(key: string): string {
  const [list = '', column] = key.split('.');
  return column === undefined ? `/${list}` : `/${list}/*/${column}`;
}

/** Comparisons of a field that is chosen from options with something that is none of them. */
function unknownOptions(study: Study, { text, pointer, rows }: FormulaPlace): Finding[] {
  const words = wordsOf(study.compiled, { language: 'zh-CN', rows });
  const found = new Map<string, Finding>();
  const look = (of: Node | null | undefined, wanted: Node | null | undefined): void => {
    const word = of ? wordOf(of, words) : undefined;
    if (
      !of ||
      !word ||
      wanted?.type !== 'literal' ||
      wanted.value === '' ||
      !isClosed(study, of, word.field) ||
      word.options.length === 0
    )
      return;
    const { value } = wanted;
    if (word.options.some((option) => option.value === value)) return;
    found.set(
      `${textOfTree(of)} ${String(value)}`,
      study.found(
        'unknown-option',
        pointer,
        word.field === undefined ? [] : [word.field],
        (inWords: Words, say) => [
          word.field === undefined ? `“${wordOf(of, inWords)?.title ?? ''}”` : say.field(word.field),
          String(value),
        ],
        rows,
      ),
    );
  };
  visit(study.tree(text), (node) => {
    if (
      node.type === 'chain' &&
      node.rest.length === 1 &&
      (node.rest[0]?.operator === '=' || node.rest[0]?.operator === '<>')
    )
      look(node.first, node.rest[0].operand);
    if (node.type !== 'call') return;
    if (node.name === 'SWITCH') for (let at = 1; at + 1 < node.args.length; at += 2) look(node.args[0], node.args[at]);
    const term = node.name === 'COUNTIF' || node.name === 'COUNTIFS' ? termOf(node) : undefined;
    if (term?.type === 'matches')
      for (const { of, to } of term.criteria)
        if (to.type === 'value' && typeof to.value === 'string' && !/[*?~]|^(true|false)$/i.test(to.value))
          look(nodeOf(of), nodeOf(to));
  });
  return [...found.values()];
}

/** Whether the options are all that can stand there: those of fields and of the state. */
function isClosed(study: Study, of: Node, field: string | undefined): boolean {
  return field !== undefined || (of.type === 'name' && study.compiled.names.get(of.name) === 'status');
}

function visit(node: Node | null | undefined, look: (node: Node) => void): void {
  if (!node) return;
  look(node);
  if (node.type === 'chain')
    [node.first, ...node.rest.map(({ operand }) => operand)].forEach((part) => visit(part, look));
  else if (node.type === 'call') node.args.forEach((part) => visit(part, look));
  else if (node.type === 'sign' || node.type === 'percent') visit(node.operand, look);
}

/** Conditions inside IF and IFS that cannot hold once those before them have not. */
function deadBranches(study: Study, { text, pointer, rows }: FormulaPlace): Finding[] {
  const found: Finding[] = [];
  const tell = (condition: Node): void => {
    const said = textOfTree(condition);
    found.push(
      study.found('dead-branch', pointer, fieldsIn(study, said, rows), (_, say) => [say.condition(said)], rows),
    );
  };
  const isConstant = (node: Node): boolean =>
    node.type === 'literal' || (node.type === 'call' && (node.name === 'TRUE' || node.name === 'FALSE'));
  const walk = (node: Node | null | undefined, path: readonly Node[]): void => {
    if (!node) return;
    if (node.type === 'call' && (node.name === 'IF' || node.name === 'IFS')) {
      const [first, second, third] = node.args;
      const branches =
        node.name === 'IF'
          ? [[first, second] as const]
          : node.args.flatMap((arg, at) => (at % 2 === 0 ? [[arg, node.args[at + 1]] as const] : []));
      let before = path;
      for (const [condition, then] of branches) {
        if (!condition) continue;
        if (!isConstant(condition) && study.excluded([...before, condition], rows)) tell(condition);
        else walk(then, [...before, condition]);
        before = [...before, negated(condition)];
      }
      if (node.name === 'IF') walk(third, before);
      return;
    }
    if (node.type === 'chain')
      [node.first, ...node.rest.map(({ operand }) => operand)].forEach((part) => walk(part, path));
    else if (node.type === 'call') node.args.forEach((part) => walk(part, path));
    else if (node.type === 'sign' || node.type === 'percent') walk(node.operand, path);
  };
  walk(study.tree(text), []);
  return found;
}
