import type { Compiled } from '../definition/compiled.ts';
import { gate } from '../gate/gate.ts';
import { ownValidator, schemaProblem } from '../gate/own-schema.ts';
import type { StoredRecord } from '../generated/record.ts';
import { recordSchema } from '../generated/record-schema.ts';
import type { Json } from '../json/json.ts';
import { checkStructure } from '../schema/limits.ts';
import { problem, type Bilingual, type Problem, type Result } from '../text/problem.ts';

/**
 * What to admit a record for: a draft may miss anything and hold half-typed values, a stored one must satisfy its
 * schema.
 */
export type Completeness = 'draft' | 'complete';

const NAME: Bilingual = { 'zh-CN': '记录', en: 'record' };

/**
 * The only gate through which a record enters: the record, or everything that is wrong with it.
 * `compiled` is the definition it was filled in with. Never throws and never hangs.
 */
export function admitRecord(
  document: unknown,
  compiled: Compiled,
  completeness: Completeness = 'complete',
): Result<StoredRecord> {
  return gate(document, NAME, () => problemsOf(document, compiled, completeness));
}

/**
 * Whether what a store held is a record that pages can go on with: whole, and in a state that its definition knows. Its
 * data may be unfinished, of another version, or of a definition that is not at hand. Never throws and never hangs.
 */
export function admitStored(
  document: unknown,
  definition: (id: string, version: string) => Compiled | undefined,
): Result<StoredRecord> {
  return gate(document, NAME, () => {
    const shape = envelopeProblems(document);
    if (shape.length > 0) return shape;
    const record = document as StoredRecord;
    const compiled = definition(record.definition.id, record.definition.version);
    return [...pathProblems(record), ...(compiled ? lifeProblems(record, compiled) : [])];
  });
}

function problemsOf(document: unknown, compiled: Compiled, completeness: Completeness): readonly Problem[] {
  const shape = envelopeProblems(document);
  if (shape.length > 0) return shape;
  const record = document as StoredRecord;
  const problems: Problem[] = [];
  const { id, version } = compiled.definition;
  if (record.definition.id !== id) {
    problems.push(
      problem(
        '/definition/id',
        'other-definition',
        `这条记录属于“${record.definition.id}”，不属于“${id}”。`,
        `the record belongs to ${record.definition.id}, not to ${id}`,
      ),
    );
  } else if (record.definition.version !== version) {
    problems.push(
      problem(
        '/definition/version',
        'other-version',
        `这条记录按 ${record.definition.version} 版填写，当前为 ${version} 版。`,
        `the record was filled in with version ${record.definition.version}, not ${version}`,
      ),
    );
  }
  problems.push(...lifeProblems(record, compiled), ...pathProblems(record));
  if (completeness === 'complete')
    problems.push(
      ...compiled
        .validator()
        .validate(record.data as Json)
        .map((violation) =>
          schemaProblem(
            violation,
            `/data${violation.pointer}`,
            compiled.field(violation.pointer)?.title ?? (violation.pointer || '/'),
          ),
        ),
    );
  return problems;
}

function envelopeProblems(document: unknown): readonly Problem[] {
  const heavy = checkStructure(document, []);
  if (heavy.length > 0) return heavy;
  return ownValidator(recordSchema)
    .validate(document)
    .map((violation) => schemaProblem(violation));
}

function lifeProblems(record: StoredRecord, { definition: { states, filing } }: Compiled): Problem[] {
  const problems: Problem[] = [];
  if (record.state !== undefined && !states?.some((state) => state.id === record.state)) {
    problems.push(
      problem('/state', 'unknown-state', `没有状态“${record.state}”。`, `there is no state ${record.state}`),
    );
  }
  if (record.filing && !filing)
    problems.push(
      problem('/filing', 'no-filing', '该表不需上报，记录不应有填报信息。', 'the definition has no filing'),
    );
  return problems;
}

function pathProblems({ orgId, orgPath }: StoredRecord): Problem[] {
  return orgPath === orgId || orgPath.endsWith(`/${orgId}`)
    ? []
    : [
        problem(
          '/orgPath',
          'wrong-path',
          '隶属路径的末尾应为本组织。',
          'the path must end with the organisation itself',
        ),
      ];
}
