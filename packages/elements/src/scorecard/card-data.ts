import { compile } from '@jiceng/core/definition/compile.js';
import type { Compiled } from '@jiceng/core/definition/compiled.js';
import { translated } from '@jiceng/core/definition/translated.js';
import { frozenFacts } from '@jiceng/core/engine/frozen-facts.js';
import type { Definition } from '@jiceng/core/generated/definition.js';
import type { Organisation } from '@jiceng/core/generated/organisation.js';
import type { StoredRecord } from '@jiceng/core/generated/record.js';
import { own, type JsonObject } from '@jiceng/core/json/json.js';
import type { FactReader } from '@jiceng/core/record/fact-reader.js';
import { factQuery } from '@jiceng/core/record/scope.js';
import type { ExplainContext } from '@jiceng/core/score/explain.js';
import { scoreOf } from '@jiceng/core/score/score.js';
import type { ScoreTree } from '@jiceng/core/score/tree.js';
import { languageOf } from '../internal/locale.ts';

/** What a score card is computed from. */
export interface CardInput {
  readonly definition: Definition;
  readonly record: StoredRecord | undefined;
  readonly data: JsonObject;
  readonly organisation: Organisation | undefined;
  readonly facts: FactReader | undefined;
  readonly now: string;
  readonly locale: string;
}

/** A score with what is needed to explain it, in the reader's language. */
export interface Card {
  readonly compiled: Compiled;
  readonly tree: ScoreTree;
  readonly context: ExplainContext;
}

const NOWHERE: FactReader = {
  declaration: () => undefined,
  read: ({ id }) => ({ id, num: null, den: null, value: null, sources: [], missing: 'no-definition' }),
};

/** Scores the data; `undefined` for a definition without a score. */
export function makeCard({ definition, record, data, organisation, facts, now, locale }: CardInput): Card | undefined {
  const compiled = compile(translated(definition, locale));
  const filed = record ?? unfiled(definition, compiled.hash, organisation, data, now);
  const reader = frozenFacts(filed, facts ?? declaredBy(filed, definition));
  const tree = scoreOf({
    compiled,
    record: filed,
    data,
    now,
    facts: reader,
    ...(organisation ? { organisation } : {}),
  });
  if (!tree) return undefined;
  const required: ExplainContext['required'] = (call) => {
    const query = factQuery(reader, filed, call, now.slice(0, 10));
    return query && reader.required?.(query);
  };
  return {
    compiled,
    tree,
    context: {
      language: languageOf(locale),
      fact: (id, by) => reader.declaration(id, locale, by),
      required,
      parameter: (name) => own(compiled.definition.parameters, name),
    },
  };
}

/** Facts frozen in a record can be shown without those that established them. */
function declaredBy(record: StoredRecord, { subject }: Definition): FactReader {
  if (record.facts.length === 0) return NOWHERE;
  const ids = new Set(record.facts.map(({ id }) => id));
  const about = subject === 'person' ? 'person' : 'organisation';
  return {
    ...NOWHERE,
    declaration: (id) => (ids.has(id) ? { id, title: id, subject: about, type: 'number' } : undefined),
  };
}

/** A record that nobody has stored yet, for scoring what is being filled in. */
function unfiled(
  { id, version }: Definition,
  hash: string,
  organisation: Organisation | undefined,
  data: JsonObject,
  now: string,
): StoredRecord {
  const orgId = organisation?.orgId ?? '';
  return {
    id: 'new',
    definition: { id, version, hash },
    orgId,
    orgPath: orgId,
    periodCode: now.slice(0, 4),
    revision: 0,
    links: [],
    facts: [],
    history: [],
    data,
    audit: { createdAt: now, createdBy: '', updatedAt: now, updatedBy: '' },
  };
}
