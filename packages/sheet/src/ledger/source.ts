import { compile } from '@jiceng/core/definition/compile.js';
import type { Compiled } from '@jiceng/core/definition/compiled.js';
import { translated } from '@jiceng/core/definition/translated.js';
import type { Scope } from '@jiceng/core/formula/evaluate.js';
import type { Definition } from '@jiceng/core/generated/definition.js';
import type { Organisation } from '@jiceng/core/generated/organisation.js';
import type { StoredRecord } from '@jiceng/core/generated/record.js';
import { recordScope } from '@jiceng/core/record/scope.js';
import type { Language } from '@jiceng/core/text/problem.js';
import type { Now } from '@jiceng/core/time/date.js';

/** What an export is given. */
export interface LedgerInput {
  readonly definition: Definition;
  /** In the order in which they are written. */
  readonly records: readonly StoredRecord[];
  readonly now: Now;
  readonly language?: Language;
  readonly organisation?: (id: string) => Organisation | undefined;
  /** Name of a person by id. */
  readonly person?: (id: string) => string | undefined;
  /** What formulas of a record read; without it they know no facts. */
  readonly scope?: (record: StoredRecord) => Scope;
}

/** The same, made ready. */
export interface LedgerSource {
  readonly compiled: Compiled;
  readonly records: readonly StoredRecord[];
  readonly language: Language;
  organisation(id: string): Organisation | undefined;
  person(id: string): string | undefined;
  scope(record: StoredRecord): Scope;
}

export function ledgerSource({
  definition,
  records,
  now,
  language = 'zh-CN',
  organisation = () => undefined,
  person = () => undefined,
  scope,
}: LedgerInput): LedgerSource {
  const compiled = compile(translated(definition, language));
  return {
    compiled,
    records,
    language,
    organisation,
    person,
    scope:
      scope ??
      ((record) => recordScope({ compiled, record, organisation: organisation(record.orgId), facts: undefined, now })),
  };
}
