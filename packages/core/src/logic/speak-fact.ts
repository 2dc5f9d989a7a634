import type { Node } from '../formula/tree.ts';
import { own } from '../json/json.ts';
import { spokenValue } from './part-words.ts';
import { SPOKEN } from './speak.messages.ts';
import { spoken } from './speak.ts';
import type { Words } from './words.ts';

/** A fact in words: its title, for whom, which period and whether everything below counts. */
export function spokenFact(
  name: 'FACT' | 'FACTNUM' | 'FACTDEN',
  [id, by, offset, kind, reach]: readonly (Node | null)[],
  words: Words,
): string {
  const text = SPOKEN[words.language];
  const known = id?.type === 'literal' ? String(id.value) : '';
  const title = words.fact(known)?.title ?? (id && id.type !== 'literal' ? spoken(id, words) : known);
  const parts: string[] = [];
  if (by)
    parts.push(
      text.factBy(by.type === 'literal' ? spokenValue(by.value, words.factBy(known), words) : spoken(by, words)),
    );
  const periods = offset ? plainNumber(offset) : undefined;
  if (periods !== undefined) parts.push(text.periods(periods));
  else if (offset) parts.push(text.period(spoken(offset, words)));
  if (kind) parts.push((kind.type === 'literal' && own(text.kinds, String(kind.value))) || spoken(kind, words));
  if (reach) parts.push(text.under);
  return text.fact(text.factParts[name](title), parts.join(text.comma));
}

function plainNumber(node: Node): number | undefined {
  if (node.type === 'literal' && typeof node.value === 'number') return node.value;
  const inner = node.type === 'sign' ? plainNumber(node.operand) : undefined;
  return inner === undefined || node.type !== 'sign' || node.operator === '+' ? inner : -inner;
}
