import type { Bilingual, Result } from '../../text/problem.ts';
import { Automaton, type Instruction } from './automaton.ts';
import { MAX_TEXT } from './longest-text.ts';
import { parsePattern, PatternError, SYNTAX, type PatternTree } from './pattern-syntax.ts';

/** A regular expression whose running time grows with the text and never explodes. */
export interface Pattern {
  readonly source: string;
  /** Whether it matches anywhere in `text`, as in JSON Schema. A text over MAX_TEXT never matches. */
  test(text: string): boolean;
}

export const MAX_PATTERN = 500;
/** Instructions after bounded repeats were written out, and those among them that wait for a character. */
export const MAX_PROGRAM = 2_500;
/** With MAX_TEXT this bounds the time of one test. */
export const MAX_WAITING = 1_000;

/**
 * Compiles ECMAScript syntax of the `u` flag without back-references and look-around. A pattern that is wrong or
 * cannot run in linear time is a problem (pointer `''`), never a pattern that admits everything.
 */
export function compilePattern(source: string): Result<Pattern> {
  if (source.length > MAX_PATTERN) return refuse('pattern-too-long', TOO_LONG);
  try {
    new RegExp(source, 'u'); // the host's opinion on the syntax; building it runs nothing
  } catch {
    return refuse('pattern-syntax', SYNTAX);
  }
  try {
    const program: Instruction[] = [];
    emit(parsePattern(source), program);
    program.push({ op: 'match' });
    if (program.filter(({ op }) => op === 'chars').length > MAX_WAITING) throw new PatternError(TOO_BIG);
    const automaton = new Automaton(program);
    return { ok: true, value: { source, test: (text) => text.length <= MAX_TEXT && automaton.test(text) } };
  } catch (error) {
    return error instanceof PatternError
      ? refuse('pattern-unsupported', error.reason)
      : refuse('pattern-syntax', SYNTAX);
  }
}

function refuse(code: string, reason: Bilingual): Result<Pattern> {
  return { ok: false, problems: [{ pointer: '', code, reason }] };
}

/** Thompson's construction; bounded repeats are written out. */
function emit(tree: PatternTree, program: Instruction[]): void {
  if (program.length > MAX_PROGRAM) throw new PatternError(TOO_BIG);
  switch (tree.kind) {
    case 'chars':
      program.push({ op: 'chars', test: tree.test });
      return;
    case 'assert':
      program.push({ op: 'assert', what: tree.what });
      return;
    case 'all':
      for (const part of tree.parts) emit(part, program);
      return;
    case 'any':
      emitAny(tree.parts, program);
      return;
    case 'repeat':
      emitRepeat(tree.part, tree.min, tree.max, program);
  }
}

/** Jumps are splits with both ways equal: one kind of instruction less. */
function jump(program: Instruction[], also = -1): { to: number } {
  const split = { op: 'split' as const, to: -1, also };
  program.push(split);
  return split;
}

function emitAny(parts: readonly PatternTree[], program: Instruction[]): void {
  const ends: { to: number }[] = [];
  parts.forEach((part, index) => {
    const last = index === parts.length - 1;
    const next = last ? undefined : jump(program, program.length + 1);
    emit(part, program);
    if (!last) ends.push(jump(program));
    if (next) next.to = program.length;
  });
  for (const end of ends) end.to = program.length;
}

function emitRepeat(part: PatternTree, min: number, max: number, program: Instruction[]): void {
  const unlimited = max === Infinity;
  const before = program.length;
  for (let times = 0; times < min; times++) {
    emit(part, program);
    if (program.length === before) return; // repeating nothing is nothing
  }
  if (unlimited) {
    const skip = jump(program, program.length + 1);
    const start = program.length - 1;
    emit(part, program);
    jump(program).to = start;
    skip.to = program.length;
    return;
  }
  const skips: { to: number }[] = [];
  for (let times = min; times < max; times++) {
    skips.push(jump(program, program.length + 1));
    const start = program.length;
    emit(part, program);
    if (program.length === start) break;
  }
  for (const skip of skips) skip.to = program.length;
}

const TOO_LONG: Bilingual = {
  'zh-CN': `格式规则太长：不能超过 ${MAX_PATTERN} 个字符`,
  en: `The pattern is too long: at most ${MAX_PATTERN} characters`,
};
const TOO_BIG: Bilingual = {
  'zh-CN': '格式规则中的重复次数太多，展开后过大；请改用字数上限',
  en: 'The repeats in the pattern are too many; limit the length of the text instead',
};
