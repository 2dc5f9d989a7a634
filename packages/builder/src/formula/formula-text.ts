import { functionHelp, type FunctionHelp } from '@jiceng/core/formula/functions/help.js';
import { tokenize, type Token } from '@jiceng/core/formula/tokens.js';
import { writeName } from '@jiceng/core/formula/write.js';
import type { Words } from '@jiceng/core/logic/words.js';
import { matchesInitials } from '@jiceng/core/table/pinyin.js';
import { GROUPS, type FormulaContext, type SubjectGroup } from './formula-context.ts';

/** A piece of a formula as it is shown: text as written, or the title of what is named there. */
export interface Piece {
  readonly text: string;
  readonly title?: string;
  /** The name is known nowhere. */
  readonly isUnknown?: true;
}

/**
 * The formula with the titles of what it names, in the order of the text; one that cannot be read to its end is one
 * piece.
 */
export function piecesOf(formula: string, words: Words): Piece[] {
  const tokens = tokensOf(formula);
  if (!tokens) return formula === '' ? [] : [{ text: formula }];
  const pieces: Piece[] = [];
  let from = 0;
  tokens.forEach((token, at) => {
    const list = tokens[at - 2];
    const isColumn = token.type === 'name' && tokens[at - 1]?.text === '.' && list?.type === 'name';
    const isCall = token.type === 'name' && !token.quoted && tokens[at + 1]?.text === '(';
    const isConstant = !token.quoted && /^(true|false)$/i.test(token.text);
    if ((token.type !== 'name' && token.type !== 'cell') || isCall || isConstant) return;
    const isList = tokens[at + 1]?.text === '.';
    const word =
      token.type === 'cell'
        ? words.cell(token.text)
        : isColumn
          ? words.column(list.text, token.text)
          : words.name(token.text);
    if (token.at.start > from) pieces.push({ text: formula.slice(from, token.at.start) });
    pieces.push({
      text: formula.slice(token.at.start, token.at.end),
      ...(word ? { title: word.title } : isList ? {} : { isUnknown: true as const }),
    });
    from = token.at.end;
  });
  if (from < formula.length) pieces.push({ text: formula.slice(from) });
  return pieces;
}

function tokensOf(formula: string): Token[] | undefined {
  try {
    return tokenize(formula);
  } catch {
    return undefined;
  }
}

/** Something that can be put into a formula. */
export interface Offer {
  /** What is written. */
  readonly insert: string;
  readonly title: string;
  /** What is shown behind the title: the name, or what the function does. */
  readonly detail: string;
  readonly group: SubjectGroup | 'functions';
}

export interface Completion {
  /** What is replaced, in UTF-16 units. */
  readonly from: number;
  readonly to: number;
  readonly offers: readonly Offer[];
}

const MOST_OFFERS = 12;

/**
 * What may be meant by the word in front of the caret: fields and other names by their title, by their name and by the
 * first letters of the title's pinyin, and functions. Without a word there is nothing to complete.
 */
export function completionAt(
  formula: string,
  caret: number,
  { subjects, words, compiled }: FormulaContext,
): Completion | undefined {
  const before = formula.slice(0, caret);
  const typed = /[\p{L}\p{N}_@[]+$/u.exec(before)?.[0] ?? '';
  const word = typed.replace(/^\[@?/, '');
  if (word === '' || /^\d/.test(word) || isInText(before)) return undefined; // a number is no beginning of a name
  const search = word.toLowerCase();
  const after = /^[\p{L}\p{N}_]*\]?/u.exec(formula.slice(caret))?.[0] ?? '';
  const rank = (title: string, name: string): number => {
    const lower = name.toLowerCase();
    if (lower.startsWith(search) || title.toLowerCase().startsWith(search)) return 0;
    if (title.toLowerCase().includes(search) || lower.includes(search)) return 1;
    return /^[a-z]+$/.test(search) && matchesInitials(title.toLowerCase(), search) ? 1 : -1;
  };
  const columns = subjects
    .filter(({ word: { kind, field } }) => kind === 'list' && field !== undefined)
    .flatMap(({ text, word: list }) =>
      (compiled.field(`${list.field ?? ''}/*`)?.children() ?? []).map(({ key }) => {
        const column = words.column(text, key);
        return {
          insert: `${text}.${writeName(key)}`,
          title: `${list.title} · ${column?.title ?? key}`,
          detail: `${text}.${key}`,
          group: 'fields' as const,
          rank: Math.max(rank(column?.title ?? key, key), rank(list.title, text)),
        };
      }),
    );
  const named = subjects.map(({ text, word: { title }, group }) => ({
    insert: text,
    title,
    detail: text,
    group,
    rank: rank(title, text.replace(/^\[@|\]$/g, '')),
  }));
  const functions = [...functionHelp].map(([name, help]) => ({
    insert: `${name}(`,
    title: name,
    detail: help.text[words.language],
    group: 'functions' as const,
    rank: name.toLowerCase().startsWith(search) ? 0 : help.text['zh-CN'].includes(word) ? 1 : -1,
  }));
  const offers = [...named, ...columns, ...functions]
    .filter((offer) => offer.rank >= 0)
    .sort((a, b) => a.rank - b.rank || order(a.group) - order(b.group))
    .slice(0, MOST_OFFERS);
  return offers.length === 0
    ? undefined
    : {
        from: caret - typed.length,
        to: caret + after.length,
        offers: offers.map(({ insert, title, detail, group }) => ({ insert, title, detail, group })),
      };
}

const order = (group: Offer['group']): number => (group === 'functions' ? GROUPS.length : GROUPS.indexOf(group));

/** Whether the caret stands inside a text in quotation marks. */
const isInText = (before: string): boolean =>
  (before.match(/["＂]/g)?.length ?? 0) % 2 === 1 || before.lastIndexOf('“') > before.lastIndexOf('”');

/** The formula with an offer put in, and where the caret stands then. */
export function completed(
  formula: string,
  { from, to }: Completion,
  { insert }: Offer,
): { readonly text: string; readonly caret: number } {
  const rest = formula.slice(to);
  const text = insert.endsWith('(') && rest.startsWith('(') ? insert.slice(0, -1) : insert;
  return { text: formula.slice(0, from) + text + rest, caret: from + text.length };
}

/** The function in whose parentheses the caret stands, with the number of the argument from 0. */
export function callAt(
  formula: string,
  caret: number,
): { readonly name: string; readonly help: FunctionHelp; readonly argument: number } | undefined {
  const open: { name: string; argument: number }[] = [];
  const tokens = tokensOf(formula.slice(0, caret)) ?? tokensOf(`${formula.slice(0, caret)}"`) ?? [];
  tokens.forEach((token, at) => {
    const last = open[open.length - 1];
    if (token.type !== 'mark') return;
    if (token.text === '(')
      open.push({
        name: tokens[at - 1]?.type === 'name' ? (tokens[at - 1] as Token).text.toUpperCase() : '',
        argument: 0,
      });
    else if (token.text === ')') open.pop();
    else if (token.text === ',' && last) last.argument += 1;
  });
  for (let at = open.length - 1; at >= 0; at--) {
    const help = functionHelp.get(open[at]?.name ?? '');
    if (help) return { name: open[at]?.name ?? '', help, argument: open[at]?.argument ?? 0 };
  }
  return undefined;
}

/** Functions whose name or purpose holds the search; all for `''`. */
export function functionsFor(search: string): readonly (readonly [name: string, help: FunctionHelp])[] {
  const wanted = search.trim().toLowerCase();
  return [...functionHelp].filter(
    ([name, { text }]) =>
      name.toLowerCase().includes(wanted) || text['zh-CN'].includes(wanted) || text.en.toLowerCase().includes(wanted),
  );
}
