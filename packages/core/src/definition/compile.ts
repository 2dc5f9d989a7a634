import type { Definition } from '../generated/definition.ts';
import { textJudges } from '../schema/formats/text-judges.ts';
import { provideTextPart } from '../schema/formats/text-part.ts';
import { compileBare, type Compiled } from './compiled.ts';
import { provideReading } from './formula-part.ts';
import { wholeReading } from './formula-reading.ts';
import { localeOf, translated } from './translated.ts';

/**
 * Compiles an admitted definition, whatever is in it, with the numbers that its texts name; the same object is compiled
 * once.
 */
export function compile(definition: Definition): Compiled {
  provideReading(wholeReading);
  provideTextPart(textJudges);
  return compileBare(translated(definition, localeOf(definition)));
}
