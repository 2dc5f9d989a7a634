import { isWord, type CharTest } from './pattern-syntax.ts';

/** One step of a compiled pattern. `split` goes on at `to` and, if it is not negative, also at `also`. */
export type Instruction =
  | { readonly op: 'chars'; readonly test: CharTest }
  | { readonly op: 'assert'; readonly what: Assertion }
  | { readonly op: 'split'; to: number; readonly also: number }
  | { readonly op: 'match' };

type Assertion = 'start' | 'end' | 'edge' | 'noEdge';

/** What stood before a position: assertions ask for it. */
const BEFORE = { nothing: 0, word: 1, other: 2 } as const;
/** What stands after the last character. */
const END = -1;

/** All threads at one position. */
interface State {
  readonly threads: readonly number[];
  readonly before: number;
  /** Answers found so far, by the next code point: the next state, or whether the pattern has matched. */
  readonly next: Map<number, State | boolean>;
}

/** Answers kept at most; then all are forgotten, so that memory stays bounded. */
const MAX_ANSWERS = 20_000;
/** Thread steps of one test that may go into new answers; after that, remembering costs more than it saves. */
const MAX_LEARNING = 20_000;

const CHARS = 0;
const SPLIT = 1;
const ASSERT = 2;
const MATCH = 3;

/**
 * Runs all threads of a program in step, one pass over the text. What a set of threads does at a character is
 * remembered, so that common patterns cost one look-up per character; patterns whose sets never repeat run
 * unremembered.
 */
export class Automaton {
  private readonly ops: Uint8Array;
  private readonly to: Int32Array;
  private readonly also: Int32Array;
  private readonly assertions: readonly (Assertion | undefined)[];
  private readonly tests: CharTest[] = [];
  /** By class: the step that asked last, and what it was told. Repeats share their class. */
  private readonly asked: Uint32Array;
  private readonly told: Uint8Array;
  private readonly marks: Uint32Array;
  private readonly stack: Int32Array;
  private readonly found: Int32Array;
  private mark = 0;
  private states = new Map<string, State>();
  private answers = 0;

  constructor(program: readonly Instruction[]) {
    const size = program.length;
    this.ops = new Uint8Array(size);
    this.to = new Int32Array(size);
    this.also = new Int32Array(size).fill(-1);
    this.marks = new Uint32Array(size);
    this.stack = new Int32Array(3 * size + 2);
    this.found = new Int32Array(size);
    this.assertions = program.map((instruction) => (instruction.op === 'assert' ? instruction.what : undefined));
    const classes = new Map<CharTest, number>();
    program.forEach((instruction, at) => {
      this.ops[at] = { chars: CHARS, split: SPLIT, assert: ASSERT, match: MATCH }[instruction.op];
      if (instruction.op === 'split') {
        this.to[at] = instruction.to;
        this.also[at] = instruction.also;
      } else if (instruction.op === 'chars') {
        const known = classes.get(instruction.test) ?? this.tests.push(instruction.test) - 1;
        classes.set(instruction.test, known);
        this.to[at] = known;
      }
    });
    this.asked = new Uint32Array(this.tests.length);
    this.told = new Uint8Array(this.tests.length);
  }

  /** Whether the pattern matches anywhere in `text`. */
  test(text: string): boolean {
    let state = this.state([], BEFORE.nothing);
    let learnt = 0;
    for (let at = 0; at <= text.length;) {
      const cp = at === text.length ? END : text.codePointAt(at)!;
      let next = state.next.get(cp);
      if (next === undefined) {
        learnt += state.threads.length + 1;
        if (learnt > MAX_LEARNING) return this.run(text, at, state);
        next = this.learn(state, cp);
      }
      if (typeof next === 'boolean') return next;
      state = next;
      at += cp > 0xffff ? 2 : 1;
    }
    return false;
  }

  /** The rest of a test without remembering. */
  private run(text: string, from: number, { threads, before }: State): boolean {
    const waiting = new Int32Array(this.ops.length);
    waiting.set(threads);
    let count = threads.length;
    for (let at = from; at <= text.length;) {
      const cp = at === text.length ? END : text.codePointAt(at)!;
      count = this.advance(waiting, count, before, cp);
      if (count < 0) return true;
      waiting.set(this.found.subarray(0, count));
      before = isWord(cp) ? BEFORE.word : BEFORE.other;
      at += cp > 0xffff ? 2 : 1;
    }
    return false;
  }

  private learn(state: State, cp: number): State | boolean {
    if (++this.answers > MAX_ANSWERS) {
      this.states = new Map();
      this.answers = 0;
      state.next.clear();
    }
    const count = this.advance(state.threads, state.threads.length, state.before, cp);
    let next: State | boolean = count < 0;
    if (!next && cp !== END)
      next = this.state(Array.from(this.found.subarray(0, count).sort()), isWord(cp) ? BEFORE.word : BEFORE.other);
    state.next.set(cp, next);
    return next;
  }

  private state(threads: readonly number[], before: number): State {
    const key = `${before}:${threads.join()}`;
    let state = this.states.get(key);
    if (state === undefined) this.states.set(key, (state = { threads, before, next: new Map() }));
    return state;
  }

  /** Moves all threads over `cp` into `found`; answers how many there are then, or -1 once one has matched. */
  private advance(threads: ArrayLike<number>, count: number, before: number, cp: number): number {
    const { ops, to, also, marks, stack, found } = this;
    if (++this.mark > 0xfffffff0) this.forgetMarks();
    const mark = this.mark;
    let length = 0;
    // The pattern may start at every position, so instruction 0 joins the waiting threads.
    stack[length++] = 0;
    for (let index = 0; index < count; index++) stack[length++] = threads[index]!;
    let moved = 0;
    while (length > 0) {
      const at = stack[--length]!;
      if (marks[at] === mark) continue;
      marks[at] = mark;
      const op = ops[at]!;
      if (op === CHARS) {
        if (cp !== END && this.admits(to[at]!, cp)) found[moved++] = at + 1;
      } else if (op === SPLIT) {
        stack[length++] = to[at]!;
        if (also[at]! >= 0) stack[length++] = also[at]!;
      } else if (op === MATCH) {
        return -1;
      } else if (asserts(this.assertions[at]!, before, cp)) {
        stack[length++] = at + 1;
      }
    }
    return moved;
  }

  private admits(kind: number, cp: number): boolean {
    if (this.asked[kind] !== this.mark) {
      this.asked[kind] = this.mark;
      this.told[kind] = this.tests[kind]!(cp) ? 1 : 0;
    }
    return this.told[kind] === 1;
  }

  private forgetMarks(): void {
    this.marks.fill(0);
    this.asked.fill(0);
    this.mark = 1;
  }
}

function asserts(what: Assertion, before: number, cp: number): boolean {
  if (what === 'start') return before === BEFORE.nothing;
  if (what === 'end') return cp === END;
  const edge = (before === BEFORE.word) !== (cp !== END && isWord(cp));
  return edge === (what === 'edge');
}
