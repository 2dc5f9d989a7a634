import type { Bilingual } from '../../text/problem.ts';

/** Whether one character, given as code point, belongs to a class. */
export type CharTest = (codePoint: number) => boolean;

/** The meaning of a pattern, as a tree. Groups and lazy marks leave no trace: only whether it matches is asked. */
export type PatternTree =
  | { readonly kind: 'chars'; readonly test: CharTest }
  | { readonly kind: 'assert'; readonly what: 'start' | 'end' | 'edge' | 'noEdge' }
  | { readonly kind: 'all'; readonly parts: readonly PatternTree[] }
  | { readonly kind: 'any'; readonly parts: readonly PatternTree[] }
  | { readonly kind: 'repeat'; readonly part: PatternTree; readonly min: number; readonly max: number };

/** Thrown by `parsePattern`; `at` is the place in the pattern. */
export class PatternError extends Error {
  readonly reason: Bilingual;

  constructor(reason: Bilingual) {
    super(reason.en);
    this.reason = reason;
  }
}

const CONTROLS: Readonly<Record<string, number>> = { t: 9, n: 10, v: 11, f: 12, r: 13 };
const isLineEnd: CharTest = (cp) => cp === 10 || cp === 13 || cp === 0x2028 || cp === 0x2029;
const isDigit: CharTest = (cp) => cp >= 48 && cp <= 57;
export const isWord: CharTest = (cp) => isDigit(cp) || (cp >= 65 && cp <= 90) || (cp >= 97 && cp <= 122) || cp === 95;
const not =
  (test: CharTest): CharTest =>
  (cp) =>
    !test(cp);

/**
 * Reads ECMAScript syntax as under the `u` flag. The caller has made sure that the host reads the pattern too, so
 * only meaning is left to find here; what cannot be run in linear time throws a PatternError.
 */
export function parsePattern(source: string): PatternTree {
  return new Parser(source).whole();
}

class Parser {
  private readonly source: string;
  private at = 0;

  constructor(source: string) {
    this.source = source;
  }

  whole(): PatternTree {
    const tree = this.alternatives();
    if (this.at < this.source.length) throw new PatternError(SYNTAX);
    return tree;
  }

  private alternatives(): PatternTree {
    const parts = [this.sequence()];
    while (this.eat('|')) parts.push(this.sequence());
    return parts.length === 1 ? parts[0]! : { kind: 'any', parts };
  }

  private sequence(): PatternTree {
    const parts: PatternTree[] = [];
    while (this.at < this.source.length && !this.sees('|') && !this.sees(')')) parts.push(this.quantified(this.atom()));
    return parts.length === 1 ? parts[0]! : { kind: 'all', parts };
  }

  private quantified(part: PatternTree): PatternTree {
    const bounds = this.bounds();
    if (bounds === undefined) return part;
    this.eat('?'); // a lazy mark changes what is captured, never whether it matches
    return { kind: 'repeat', part, min: bounds[0], max: bounds[1] };
  }

  private bounds(): readonly [number, number] | undefined {
    if (this.eat('*')) return [0, Infinity];
    if (this.eat('+')) return [1, Infinity];
    if (this.eat('?')) return [0, 1];
    const written = this.take(/\{(\d+)(,?)(\d*)\}/y);
    if (written === undefined) return undefined;
    const min = Number(written[1]);
    return [min, written[3] !== '' ? Number(written[3]) : written[2] === ',' ? Infinity : min];
  }

  private atom(): PatternTree {
    if (this.eat('^')) return { kind: 'assert', what: 'start' };
    if (this.eat('$')) return { kind: 'assert', what: 'end' };
    if (this.eat('\\b')) return { kind: 'assert', what: 'edge' };
    if (this.eat('\\B')) return { kind: 'assert', what: 'noEdge' };
    if (this.eat('(')) return this.group();
    if (this.eat('.')) return { kind: 'chars', test: not(isLineEnd) };
    if (this.eat('[')) return { kind: 'chars', test: this.charClass() };
    if (this.take(/\\[1-9]|\\k/y) !== undefined) throw new PatternError(BACK_REFERENCE);
    return { kind: 'chars', test: this.single() };
  }

  private group(): PatternTree {
    if (this.take(/\?<?[=!]/y) !== undefined) throw new PatternError(LOOK_AROUND);
    if (this.take(/\?:|\?<[^>]*>/y) === undefined && this.sees('?')) throw new PatternError(SYNTAX);
    const tree = this.alternatives();
    if (!this.eat(')')) throw new PatternError(SYNTAX);
    return tree;
  }

  private charClass(): CharTest {
    const negated = this.eat('^');
    const tests: CharTest[] = [];
    while (!this.eat(']')) {
      if (this.at >= this.source.length) throw new PatternError(SYNTAX);
      const first = this.member();
      if (typeof first === 'number' && this.sees('-') && this.source.charAt(this.at + 1) !== ']') {
        this.eat('-');
        const last = this.member();
        if (typeof last !== 'number') throw new PatternError(SYNTAX);
        tests.push((cp) => cp >= first && cp <= last);
      } else {
        tests.push(typeof first === 'number' ? (cp) => cp === first : first);
      }
    }
    const any: CharTest = tests.length === 1 ? tests[0]! : (cp) => tests.some((test) => test(cp));
    return negated ? not(any) : any;
  }

  private single(): CharTest {
    const member = this.member();
    return typeof member === 'number' ? (cp) => cp === member : member;
  }

  /** One character or one escape: its code point, or the class that it stands for. */
  private member(): number | CharTest {
    if (!this.eat('\\')) return this.codePoint();
    const property = this.take(/([pP])\{([^}]*)\}/y);
    if (property !== undefined) return this.classOf(`\\${property[0]}`);
    const hex = this.take(/x([0-9a-fA-F]{2})|u\{([0-9a-fA-F]+)\}/y);
    if (hex !== undefined) return parseInt(hex[1] ?? hex[2]!, 16);
    const pair = this.take(/u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})/y);
    if (pair !== undefined)
      return (parseInt(pair[1]!, 16) - 0xd800) * 0x400 + (parseInt(pair[2]!, 16) - 0xdc00) + 0x10000;
    const unit = this.take(/u([0-9a-fA-F]{4})/y);
    if (unit !== undefined) return parseInt(unit[1]!, 16);
    const control = this.take(/c([A-Za-z])/y);
    if (control !== undefined) return control[1]!.charCodeAt(0) % 32;
    return this.escaped(this.codePoint());
  }

  private escaped(cp: number): number | CharTest {
    const letter = String.fromCodePoint(cp);
    switch (letter) {
      case 'd':
        return isDigit;
      case 'D':
        return not(isDigit);
      case 'w':
        return isWord;
      case 'W':
        return not(isWord);
      case 's':
      case 'S':
        return this.classOf(`\\${letter}`);
      case 'b':
        return 8; // only inside a class; outside it is an assertion
      case '0':
        return 0;
      default:
        return Object.prototype.hasOwnProperty.call(CONTROLS, letter) ? CONTROLS[letter]! : cp;
    }
  }

  /** A class that only the host's Unicode tables know. One character at a time, so that it cannot be slow. */
  private classOf(escape: string): CharTest {
    const host = new RegExp(`^${escape}$`, 'u');
    return (cp) => host.test(String.fromCodePoint(cp));
  }

  private codePoint(): number {
    const cp = this.source.codePointAt(this.at);
    if (cp === undefined) throw new PatternError(SYNTAX);
    this.at += cp > 0xffff ? 2 : 1;
    return cp;
  }

  private sees(text: string): boolean {
    return this.source.startsWith(text, this.at);
  }

  private eat(text: string): boolean {
    const found = this.sees(text);
    if (found) this.at += text.length;
    return found;
  }

  /** Takes what the sticky expression finds right here. */
  private take(sticky: RegExp): RegExpExecArray | undefined {
    sticky.lastIndex = this.at;
    const found = sticky.exec(this.source);
    if (found === null) return undefined;
    this.at = sticky.lastIndex;
    return found;
  }
}

export const SYNTAX: Bilingual = {
  'zh-CN': '格式规则（正则表达式）写法有误',
  en: 'The pattern is not a valid regular expression',
};
const BACK_REFERENCE: Bilingual = {
  'zh-CN': '格式规则中不能使用反向引用（如 \\1）：校验可能会很慢',
  en: 'Back-references such as \\1 are not allowed in patterns: checking could become slow',
};
const LOOK_AROUND: Bilingual = {
  'zh-CN': '格式规则中不能使用前后预查（如 (?=…)）：校验可能会很慢',
  en: 'Look-around such as (?=…) is not allowed in patterns: checking could become slow',
};
