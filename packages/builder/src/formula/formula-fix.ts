import { readsOf } from '@jiceng/core/definition/reads.js';
import { parseFormula } from '@jiceng/core/formula/parse.js';
import { tokenize, type Token } from '@jiceng/core/formula/tokens.js';
import type { FormulaContext } from './formula-context.ts';

/** Texts in quotes, which no fix touches. */
const TEXTS = /("(?:[^"]|"")*"|“[^”]*”)/;
const BOTH = /\s*&&\s*|\s+and\s+|并且|且/i;
const EITHER = /\s*\|\|\s*|\s+or\s+|或者/i;
const OPERATORS = /^(=|<>)$/;

/**
 * The formula as it was probably meant, where it cannot be read, names a field by its title, or compares with the title
 * of a choice in place of the stored value; `undefined` where nothing better is known.
 */
export function fixOf(formula: string, context: FormulaContext): string | undefined {
  const meant = named(closed(joined(outsideTexts(formula, operators))), context);
  return meant !== formula && isRight(meant, context) ? meant : undefined;
}

function isRight(formula: string, { words }: FormulaContext): boolean {
  const parsed = parseFormula(formula);
  if (!parsed.ok) return false;
  const { names, cells } = readsOf(parsed.value);
  return [...names].every((name) => words.name(name)) && [...cells].every((cell) => words.cell(cell));
}

const outsideTexts = (formula: string, change: (part: string) => string): string =>
  formula
    .split(TEXTS)
    .map((part, at) => (at % 2 === 0 ? change(part) : part))
    .join('');

/** As other languages write it: == and !=, texts in single quotes. */
const operators = (part: string): string =>
  part
    .replace(/'([^']*)'/g, '"$1"')
    .replace(/==/g, '=')
    .replace(/!=/g, '<>');

/** `a and b` as AND(a,b), where each side stands for itself. */
function joined(formula: string): string {
  for (const [between, name] of [
    [BOTH, 'AND'],
    [EITHER, 'OR'],
  ] as const) {
    const parts = formula.split(between);
    if (parts.length > 1 && parts.every((part) => parseFormula(part).ok)) return `${name}(${parts.join(',')})`;
  }
  return formula;
}

/** Brackets that are missing at the end, or one too many there. */
function closed(formula: string): string {
  let open = 0;
  outsideTexts(formula, (part) => {
    open += part.replace(/[^(（]/g, '').length - part.replace(/[^)）]/g, '').length;
    return part;
  });
  if (open > 0) return formula.trim() + ')'.repeat(open);
  return open < 0 && /[)）]\s*$/.test(formula) ? formula.trim().slice(0, -1) : formula;
}

/** Titles of fields as their names, and titles of choices as the values that are stored. */
function named(formula: string, context: FormulaContext): string {
  const tokens = tokensOf(formula);
  const changes = tokens.flatMap((token, at) => {
    const to = token.type === 'name' ? nameFor(tokens, at, context) : valueFor(tokens, at, context);
    return to === undefined ? [] : [{ ...token.at, to }];
  });
  return changes.reduceRight((text, { start, end, to }) => text.slice(0, start) + to + text.slice(end), formula);
}

function nameFor(tokens: readonly Token[], at: number, { words, subjects }: FormulaContext): string | undefined {
  const token = tokens[at] as Token;
  const [before, next] = [tokens[at - 1], tokens[at + 1]];
  if (words.name(token.text) || before?.text === '.' || next?.text === '.' || next?.text === '(') return undefined;
  const found = subjects.find(({ word }) => word.title === token.text)?.text;
  return (
    found ??
    (before && OPERATORS.test(before.text) ? choiceOf(tokens[at - 2], token.text, { words, subjects }) : undefined)
  );
}

/** A text that is compared: the stored value of the choice that has it as its title. */
function valueFor(
  tokens: readonly Token[],
  at: number,
  context: Pick<FormulaContext, 'words' | 'subjects'>,
): string | undefined {
  const [token, before, next] = [tokens[at] as Token, tokens[at - 1], tokens[at + 1]];
  if (token.type !== 'text') return undefined;
  if (before && OPERATORS.test(before.text)) return choiceOf(tokens[at - 2], token.text, context);
  return next && OPERATORS.test(next.text) ? choiceOf(tokens[at + 2], token.text, context) : undefined;
}

function choiceOf(
  subject: Token | undefined,
  title: string,
  { words, subjects }: Pick<FormulaContext, 'words' | 'subjects'>,
): string | undefined {
  const word =
    subject?.type === 'cell'
      ? words.cell(subject.text)
      : subject?.type === 'name'
        ? (words.name(subject.text) ?? subjects.find((each) => each.word.title === subject.text)?.word)
        : undefined;
  if (!word || word.options.some(({ value }) => value === title)) return undefined;
  const value = word.options.find((option) => option.title === title)?.value;
  return typeof value === 'string' ? `"${value.replace(/"/g, '""')}"` : undefined;
}

function tokensOf(formula: string): readonly Token[] {
  try {
    return tokenize(formula);
  } catch {
    return []; // what cannot be cut into words says nothing about names
  }
}
