import type { Node } from '../formula/tree.ts';
import { own } from '../json/json.ts';
import { kindOf, spokenValue, wordOf } from './part-words.ts';
import { termOf } from './read-sentence.ts';
import type { Criterion } from './sentence.ts';
import { SPOKEN } from './speak.messages.ts';
import { spoken } from './speak.ts';
import type { Words } from './words.ts';
import { nodeOf } from './write-sentence.ts';

/**
 * COUNTIF and COUNTIFS in words; compared with 0 they say whether a list contains something. `undefined` for everything
 * else.
 */
export function spokenCriterion(
  node: Node,
  operator: string | undefined,
  right: Node | undefined,
  words: Words,
): string | undefined {
  const text = SPOKEN[words.language];
  const term = node.type === 'call' && node.name.startsWith('COUNTIF') ? termOf(node) : undefined;
  if (term?.type !== 'matches') return filled(node, operator, right, words);
  const said = term.criteria.map((criterion) => oneCriterion(criterion, words)).join(text.and);
  if (operator === undefined || !right) return text.matches(said);
  const isZero = right.type === 'literal' && right.value === 0;
  const [only, more] = term.criteria;
  const isPlain = only && !more && only.relation === '=';
  if (isZero && (operator === '>' || operator === '=')) {
    if (!isPlain)
      return operator === '>'
        ? `${text.matches(said)}${text.relations['>']?.('', '0') ?? ''}`
        : `${text.matches(said)}${text.relations['=']?.('', '0') ?? ''}`;
    return (operator === '>' ? text.contains : text.lacks)(spoken(nodeOf(only.of), words), wanted(only, words));
  }
  return own(text.relations, operator)?.(text.matches(said), spoken(right, words));
}

function oneCriterion(criterion: Criterion, words: Words): string {
  const text = SPOKEN[words.language];
  const of = spoken(nodeOf(criterion.of), words);
  const isBlank = criterion.to.type === 'value' && criterion.to.value === '';
  if (isBlank && criterion.relation === '=') return text.blank(of);
  if (isBlank && criterion.relation === '<>') return text.filled(of);
  const isDate = kindOf(nodeOf(criterion.of), words) === 'date' || kindOf(nodeOf(criterion.to), words) === 'date';
  return own(isDate ? text.dates : text.relations, criterion.relation)?.(of, wanted(criterion, words)) ?? of;
}

/** What a criterion asks for; with a relation in its text even TRUE and numbers are text. */
function wanted({ of, to, relation }: Criterion, words: Words): string {
  if (to.type !== 'value') return spoken(nodeOf(to), words);
  const beside = wordOf(nodeOf(of), words);
  const value =
    relation !== '=' && typeof to.value === 'string' && /^(true|false)$/i.test(to.value)
      ? /^true$/i.test(to.value)
      : to.value;
  return typeof value === 'string' && value !== '' && relation !== '=' && /^-?[\d.]+$/.test(value)
    ? spokenValue(Number(value), beside, words)
    : spokenValue(value, beside, words);
}

/** `COUNTA(x)>0` and `LEN(x)>0` say that something is filled in. */
function filled(node: Node, operator: string | undefined, right: Node | undefined, words: Words): string | undefined {
  const isCounting = node.type === 'call' && (node.name === 'COUNTA' || node.name === 'LEN') && node.args.length === 1;
  if (!isCounting || right?.type !== 'literal' || right.value !== 0 || (operator !== '>' && operator !== '='))
    return undefined;
  const of = node.args[0] ? spoken(node.args[0], words) : '';
  return operator === '>' ? SPOKEN[words.language].filled(of) : SPOKEN[words.language].blank(of);
}
