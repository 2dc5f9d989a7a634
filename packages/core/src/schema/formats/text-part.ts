import type { Result } from '../../text/problem.ts';
import type { Format } from '../keywords/keyword.ts';
import type { Pattern } from '../pattern/pattern.ts';

/**
 * What judges texts at the cost of much code, as one part: a page whose schemas have neither patterns nor such formats
 * need not load it.
 */
export interface TextPart {
  readonly compilePattern: (source: string) => Result<Pattern>;
  readonly formats: ReadonlyMap<string, Format>;
}

let part: TextPart | undefined;

/** Makes the part known; whoever reads any schema whatever calls this first. */
export function provideTextPart(given: TextPart): void {
  part = given;
}

export function hasTextPart(): boolean {
  return part !== undefined;
}

/** All formats that we judge, as far as they are loaded. */
export function formatsOfPart(): ReadonlyMap<string, Format> | undefined {
  return part?.formats;
}

/** A pattern's automaton, or why there is none. */
export function compilePattern(source: string): Result<Pattern> {
  if (!part) throw new Error('this page was loaded without patterns');
  return part.compilePattern(source);
}
