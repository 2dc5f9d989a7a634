import type { StoredRecord } from '../generated/record.ts';
import { problem, type Bilingual, type Problem } from '../text/problem.ts';
import type { Refusal } from './contract.ts';

/** Ends a command; `apply` turns it into a refusal. Nothing is stored then. */
export class Refused {
  readonly refusal: Refusal;

  constructor(code: Refusal['code'], problems: readonly Problem[], current?: StoredRecord) {
    this.refusal = { code, problems, ...(current ? { current } : {}) };
  }
}

/** Ends the command with one reason. */
export function refuse(
  code: Refusal['code'],
  name: string,
  zh: string,
  en: string,
  pointer = '',
  current?: StoredRecord,
): never {
  throw new Refused(code, [problem(pointer, name, zh, en)], current);
}

/** Ends the command since the person may not. */
export function forbid(reason: Bilingual, pointer = ''): never {
  throw new Refused('forbidden', [{ pointer, code: 'not-allowed', reason }]);
}
