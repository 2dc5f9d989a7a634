import type { Bilingual, Result } from '../text/problem.ts';
import { isWord, parsePattern, PatternError, SYNTAX, type CharTest, type PatternTree } from './pattern-syntax.ts';

/** A regular expression whose running time grows with the text and never explodes. */
export interface Pattern {
  readonly source: string;
  /** Whether it matches anywhere in `text`, as in JSON Schema. A text over MAX_TEXT never matches. */
  test(text: string): boolean;
}

export const MAX_PATTERN = 500;
export const MAX_TEXT = 10_000;
/** Instructions after bounded repeats were written out; with MAX_TEXT this bounds the time of one test. */
export const MAX_PROGRAM = 2_500;

type Instruction =
  | { readonly op: 'chars'; readonly test: CharTest }
  | { readonly op: 'assert'; readonly what: 'start' | 'end' | 'edge' | 'noEdge' }
  | { readonly op: 'split'; to: number; readonly also: number }
  | { readonly op: 'match' };

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
    return { ok: true, value: new Automaton(source, program) };
  } catch (error) {
    return error instanceof PatternError ? refuse('pattern-unsupported', error.reason) : refuse('pattern-syntax', SYNTAX);
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

/** What stood before a position: assertions ask for it. */
const BEFORE = { nothing: 0, word: 1, other: 2 } as const;
const END = -1;

interface State {
  /** Instructions at which threads wait, in ascending order. */
  readonly threads: readonly number[];
  readonly before: number;
  /** Answers found so far, by the next code point: the next state, or `true` once the pattern has matched. */
  readonly next: Map<number, State | boolean>;
}

/** Answers kept at most; then all are forgotten, so that memory stays bounded too. */
const MAX_ANSWERS = 20_000;

/** Runs all threads of the program in step, and remembers what each set of threads does at each character. */
class Automaton implements Pattern {
  readonly source: string;
  private readonly program: readonly Instruction[];
  private readonly marks: Uint32Array;
  private mark = 0;
  private states = new Map<string, State>();
  private answers = 0;

  constructor(source: string, program: readonly Instruction[]) {
    this.source = source;
    this.program = program;
    this.marks = new Uint32Array(program.length);
  }

  test(text: string): boolean {
    if (text.length > MAX_TEXT) return false;
    let state = this.state([], BEFORE.nothing);
    for (let at = 0; at <= text.length; ) {
      const cp = at === text.length ? END : text.codePointAt(at)!;
      let next = state.next.get(cp);
      if (next === undefined) next = this.step(state, cp);
      if (next === true) return true;
      if (next === false) return false;
      state = next;
      at += cp > 0xffff ? 2 : 1;
    }
    return false;
  }

  private step(state: State, cp: number): State | boolean {
    if (++this.answers > MAX_ANSWERS) {
      this.states = new Map();
      this.answers = 0;
      state.next.clear();
    }
    const next = this.advance(state, cp);
    state.next.set(cp, next);
    return next;
  }

  private advance(state: State, cp: number): State | boolean {
    // The pattern may start at every position, so instruction 0 joins the waiting threads.
    const stack = [...state.threads, 0];
    const threads: number[] = [];
    this.mark++;
    for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
      if (this.marks[at] === this.mark) continue;
      this.marks[at] = this.mark;
      const instruction = this.program[at]!;
      if (instruction.op === 'match') return true;
      if (instruction.op === 'split') {
        stack.push(instruction.to);
        if (instruction.also >= 0) stack.push(instruction.also);
      } else if (instruction.op === 'assert') {
        if (asserts(instruction.what, state.before, cp)) stack.push(at + 1);
      } else if (cp !== END && instruction.test(cp)) {
        threads.push(at + 1);
      }
    }
    return cp === END ? false : this.state(threads.sort((a, b) => a - b), isWord(cp) ? BEFORE.word : BEFORE.other);
  }

  private state(threads: readonly number[], before: number): State {
    const key = `${before}:${threads.join()}`;
    let state = this.states.get(key);
    if (state === undefined) this.states.set(key, (state = { threads, before, next: new Map() }));
    return state;
  }
}

function asserts(what: 'start' | 'end' | 'edge' | 'noEdge', before: number, cp: number): boolean {
  if (what === 'start') return before === BEFORE.nothing;
  if (what === 'end') return cp === END;
  const edge = (before === BEFORE.word) !== (cp !== END && isWord(cp));
  return edge === (what === 'edge');
}

const TOO_LONG: Bilingual = {
  'zh-CN': `格式规则太长：不能超过 ${MAX_PATTERN} 个字符`,
  en: `The pattern is too long: at most ${MAX_PATTERN} characters`,
};
const TOO_BIG: Bilingual = {
  'zh-CN': '格式规则中的重复次数太多，展开后过大；请改用字数上限',
  en: 'The repeats in the pattern are too many; limit the length of the text instead',
};
