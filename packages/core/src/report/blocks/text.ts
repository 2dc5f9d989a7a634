import { sayable } from '../../definition/with-numbers.ts';
import type { TextBlock, TextValue } from '../../generated/report.ts';
import { own } from '../../json/json.ts';
import { compare } from '../../number/arithmetic.ts';
import { TOTAL } from '../cube/axis.ts';
import type { NumberCell, TextModel, TextPart } from '../model.ts';
import { isMember } from '../split/members.ts';
import type { Work } from '../work.ts';
import { isChange } from '../words/numbers-text.ts';
import { childrenOf } from './order.ts';

const PLACEHOLDER = /\{([^{}]*)\}/;

/** A sentence with the mark and the space at its end. */
const SENTENCE = /[^。]+?(?:。|\.\s|$)/g;

/** The same for what marks inside a sentence part. */
const CLAUSE = /[^，；。]+?(?:[，；。]|[,;.]\s|$)/g;
const CLAUSE_END = /(?:[，；。]|[,;.]\s?)$/;

/**
 * Sentences with their values. What is put in is a part of its own and never read as a text with placeholders. A
 * sentence that has nobody to name is left out, and so is a clause that compares with a period of which nothing is known.
 */
export function textModel(block: TextBlock, work: Work): TextModel {
  const known = new Map<string, TextPart>();
  const partOf = (name: string): TextPart => {
    let part = known.get(name);
    if (!part) {
      const value = own(block.values, name);
      known.set(name, (part = value ? valuePart(value, block, work) : { kind: 'words', text: builtIn(name, work) }));
    }
    return part;
  };
  return {
    kind: 'text',
    paragraphs: block.paragraphs
      .map((text) =>
        (text.match(SENTENCE) ?? []).map((sentence) => partsOf(comparable(sentence, partOf, work), partOf)),
      )
      .map((sentences) => sentences.filter((parts) => !parts.some(namesNobody)).flat())
      .filter((parts) => parts.length > 0),
  };
}

/** The sentence without clauses whose change is unknown; what stands before such a clause ends in its mark. */
function comparable(sentence: string, partOf: (name: string) => TextPart, work: Work): string {
  const isUnknown = (name: string): boolean => {
    const part = partOf(name);
    return part.kind === 'number' && part.cell.value === null && isChange(work.measure(part.cell.place.measure));
  };
  let said = '';
  for (const clause of sentence.match(CLAUSE) ?? []) {
    const names = clause.split(PLACEHOLDER).filter((_, at) => at % 2 === 1);
    if (!names.some(isUnknown)) said += clause;
    else if (said !== '') said = said.replace(CLAUSE_END, '') + (CLAUSE_END.exec(clause)?.[0] ?? '');
  }
  return said;
}

function partsOf(text: string, partOf: (name: string) => TextPart): readonly TextPart[] {
  return text
    .split(PLACEHOLDER)
    .map((part, at): TextPart => (at % 2 === 1 ? partOf(part) : { kind: 'words', text: part }))
    .filter((part) => part.kind !== 'words' || part.text !== '');
}

const namesNobody = (part: TextPart): boolean => part.kind === 'members' && part.members.length === 0;

/** A text with the names that every report knows, and those of its parameters, filled in. */
export function withNames(text: string, work: Work): string {
  return text
    .split(PLACEHOLDER)
    .map((part, at) => (at % 2 === 1 ? builtIn(part, work) : part))
    .join('');
}

function builtIn(name: string, work: Work): string {
  switch (name) {
    case 'period':
      return work.periodName;
    case 'organisation':
      return work.organisationName;
    case 'today':
      return work.data.sources.now.slice(0, 10);
    default:
      return sayable(own(work.report.parameters ?? {}, name)) ?? '';
  }
}

function valuePart(value: TextValue, block: TextBlock, work: Work): TextPart {
  const filter = [...(block.filter ?? []), ...(value.filter ?? [])];
  const located = (cell: NumberCell): NumberCell =>
    value.filter ? { ...cell, place: { ...cell.place, filter: value.filter } } : cell;
  if (value.over === undefined)
    return {
      kind: 'number',
      cell: located(
        work.spokenCell(block.id, work.grid(block, [], [], [value.measure], filter), value.measure, TOTAL, TOTAL),
      ),
    };
  const grid = work.grid(block, [value.over], [], [value.measure], filter);
  const way = work.measure(value.measure).direction === 'down' ? -1 : 1;
  const { children } = childrenOf(grid, 'rows', work);
  const found = (children.get(TOTAL) ?? []).filter(
    (node) =>
      typeof grid.read(value.measure, node, TOTAL).value === 'number' &&
      isMember(grid.memberOf('rows', node)) &&
      (value.keep === undefined || grid.holds(value.keep, node, TOTAL)),
  );
  const best = found
    .map((node) => ({ node, number: grid.read(value.measure, node, TOTAL).value as number }))
    .sort((a, b) => way * compare(b.number, a.number));
  // Of few members nobody is among the best and the worst at once, and who is alone is neither.
  const most = Math.min(value.bottom ?? value.top ?? 20, Math.floor(best.length / 2));
  const picked =
    value.bottom !== undefined
      ? best.slice(best.length - most).reverse()
      : best.slice(0, value.top === undefined ? 20 : most);
  return {
    kind: 'members',
    members: picked.map(({ node }) => ({
      title: grid.memberOf('rows', node).title,
      cell: value.withValue === true ? located(work.spokenCell(block.id, grid, value.measure, node, TOTAL)) : null,
    })),
  };
}
