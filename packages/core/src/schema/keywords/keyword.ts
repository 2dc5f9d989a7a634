import type { Json } from '../../json/json.ts';
import type { Bilingual } from '../../text/problem.ts';
import type { Location } from '../location.ts';
import type { Pattern } from '../pattern/pattern.ts';
import type { Check, Node } from '../run.ts';

/** A named form of text, such as a date. Texts of other types of value are never asked. */
export interface Format {
  readonly test: (text: string) => boolean;
  /** What to tell people; without it a general sentence names the format. */
  readonly reason?: Bilingual;
}

/** What the compiler of a keyword may ask about the schema that it stands in. */
export interface Place {
  readonly location: Location;
  /** The value of a keyword of this schema, or `undefined`. Its shape was checked before. */
  held(keyword: string): unknown;
  /** The compiled schema under `keyword`, or under `keyword` and name. */
  node(keyword: string, key?: string | number): Node;
  nodeOf(location: Location): Node;
  /** JSON Pointer of a keyword inside its document; written only when a value breaks it. */
  pointer(keyword: string): string;
  /** The compiled pattern; one that admits nothing if it was refused. */
  pattern(text: string): Pattern;
  /** Whether keywords such as `const` assert in the vocabularies of this schema. */
  readonly asserts: boolean;
  format(name: string): Format | undefined;
}

/** The vocabularies of 2020-12 that a meta-schema may leave out. */
export type Vocabulary = 'core' | 'applicator' | 'unevaluated' | 'validation' | 'format';

/** One keyword, or several that only make sense together, and the values they judge. */
export interface Keyword {
  /** Compiled once if the schema has any of these. */
  readonly names: readonly string[];
  readonly vocabulary: Vocabulary;
  readonly on: 'any' | 'string' | 'number' | 'array' | 'object';
  /** `undefined` when nothing remains to be checked. */
  readonly compile: (place: Place) => Check | undefined;
}

/** An object of data inside a check: own properties only. */
export type Data = { readonly [key: string]: Json };

const hasOwn = Object.prototype.hasOwnProperty;

/** Whether `object` has the own property `key`. `undefined`, which JSON cannot say, counts as absent. */
export function has(object: Data, key: string): boolean {
  return hasOwn.call(object, key) && object[key] !== undefined;
}
