import type { Relation, Sentence, Term } from '@jiceng/core/logic/sentence.js';
import type { Word } from '@jiceng/core/logic/words.js';

/** How one line of the editor compares: relations, and ideas that formulas write with several signs. */
export type RowRelation = Relation | 'blank' | 'filled' | 'yes' | 'no' | 'contains' | 'lacks' | 'between';

/** One line of the editor: something, a relation, and what it is compared with. */
export interface Row {
  readonly subject: Term;
  readonly relation: RowRelation;
  readonly object?: Term;
  /** The upper end of `between`. */
  readonly to?: Term;
}

const ZERO: Term = { type: 'value', value: 0 };
const isZero = (term: Term): boolean => term.type === 'value' && term.value === 0;

/** The line that a simple sentence makes; `undefined` for groups and for what lines cannot say. */
export function rowOf(sentence: Sentence): Row | undefined {
  switch (sentence.type) {
    case 'blank':
      return { subject: sentence.of, relation: 'blank' };
    case 'holds':
      return sentence.of.type === 'value' ? undefined : { subject: sentence.of, relation: 'yes' };
    case 'between':
      return { subject: sentence.of, relation: 'between', object: sentence.from, to: sentence.to };
    case 'not':
      if (sentence.of.type === 'blank') return { subject: sentence.of.of, relation: 'filled' };
      return sentence.of.type === 'holds' && sentence.of.of.type !== 'value'
        ? { subject: sentence.of.of, relation: 'no' }
        : undefined;
    case 'compare': {
      const { left, relation, right } = sentence;
      if (isZero(right) && (relation === '>' || relation === '=')) {
        const [only, more] = left.type === 'matches' ? left.criteria : [];
        if (only && !more && only.relation === '=')
          return { subject: only.of, relation: relation === '>' ? 'contains' : 'lacks', object: only.to };
        if (left.type === 'sum' && left.how === 'COUNTA' && left.of.length === 1 && left.of[0])
          return { subject: left.of[0], relation: relation === '>' ? 'filled' : 'blank' };
      }
      return { subject: left, relation, object: right };
    }
    default:
      return undefined;
  }
}

/** The sentence of a line. Lists are blank when nothing is in them. */
export function sentenceOfRow({ subject, relation, object, to }: Row, kind: Word['kind'] | undefined): Sentence {
  const right = object ?? { type: 'value', value: '' };
  switch (relation) {
    case 'blank':
      return kind === 'list' ? counted(subject, '=') : { type: 'blank', of: subject };
    case 'filled':
      return kind === 'list' ? counted(subject, '>') : { type: 'not', of: { type: 'blank', of: subject } };
    case 'yes':
      return { type: 'holds', of: subject };
    case 'no':
      return { type: 'not', of: { type: 'holds', of: subject } };
    case 'contains':
    case 'lacks':
      return {
        type: 'compare',
        left: { type: 'matches', criteria: [{ of: subject, relation: '=', to: right }] },
        relation: relation === 'contains' ? '>' : '=',
        right: ZERO,
      };
    case 'between':
      return { type: 'between', of: subject, from: right, to: to ?? right };
    default:
      return { type: 'compare', left: subject, relation, right };
  }
}

const counted = (subject: Term, relation: '=' | '>'): Sentence => ({
  type: 'compare',
  left: { type: 'sum', how: 'COUNTA', of: [subject] },
  relation,
  right: ZERO,
});

/** What can be said about something of a kind, the usual first. */
export function relationsFor(word: Word | undefined): readonly RowRelation[] {
  switch (word?.kind) {
    case 'boolean':
      return ['yes', 'no', '=', 'filled', 'blank'];
    case 'list':
      return ['filled', 'blank', 'contains', 'lacks'];
    case 'number':
      return ['>=', '>', '<=', '<', '=', '<>', 'between', 'filled', 'blank'];
    case 'date':
      return ['<=', '<', '>=', '>', '=', '<>', 'between', 'filled', 'blank'];
    default:
      return ['=', '<>', 'filled', 'blank'];
  }
}

/** Whether a line of this relation names something to compare with. */
export const hasObject = (relation: RowRelation): boolean => !['blank', 'filled', 'yes', 'no'].includes(relation);

/** A value to compare with at first. */
export function firstObject(word: Word | undefined): Term {
  if (word?.kind === 'boolean') return { type: 'value', value: false };
  const option = word?.options.find(
    ({ value }) => typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean',
  );
  if (option) return { type: 'value', value: option.value as string };
  return word?.kind === 'number' ? ZERO : word?.kind === 'date' ? { type: 'today' } : { type: 'value', value: '' };
}

/** A new line about something. */
export function newRow(subject: Term, word: Word | undefined): Row {
  const [relation = '='] = relationsFor(word);
  return withRelation({ subject, relation }, relation, word);
}

/** The line with another relation; what it is compared with stays where it can. */
export function withRelation(row: Row, relation: RowRelation, word: Word | undefined): Row {
  if (!hasObject(relation)) return { subject: row.subject, relation };
  const object = row.object ?? firstObject(word);
  return relation === 'between'
    ? { subject: row.subject, relation, object, to: row.to ?? object }
    : { subject: row.subject, relation, object };
}
