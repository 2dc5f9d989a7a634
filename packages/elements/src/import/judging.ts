import type { Command } from '@jiceng/core/engine/contract.js';
import type { DataSource } from '@jiceng/core/engine/data-source.js';
import type { Person } from '@jiceng/core/generated/person.js';
import type { Bilingual, Problem } from '@jiceng/core/text/problem.js';
import type { ImportCommands } from '@jiceng/sheet/ledger/import-commands.js';
import type { WorkWatch } from './long-work.ts';

/** Says of each command why the store would refuse it, `undefined` where it would not; nothing is stored. */
export type JudgeImport = (
  commands: readonly Command[],
  watch: WorkWatch,
) => Promise<readonly (readonly Problem[] | undefined)[]>;

/** Asks a data source, in the name of a person. */
export function judgeOf(dataSource: DataSource, { personId }: Person, orgId: string | undefined): JudgeImport {
  return async (commands, { onProgress, signal }) => {
    const refusals = await dataSource.tryEach(
      commands,
      { personId, ...(orgId === undefined ? {} : { orgId }) },
      { onProgress: (done) => onProgress(done / commands.length), signal },
    );
    return refusals.map((refusal) => refusal?.problems);
  };
}

/** Reasons by the row of the sheet that a refused command comes from. */
export function refusedRows(
  { rows }: ImportCommands,
  answers: readonly (readonly Problem[] | undefined)[],
): ReadonlyMap<number, readonly Bilingual[]> {
  const refused = new Map<number, readonly Bilingual[]>();
  answers.forEach((problems, at) => {
    if (problems && problems.length > 0)
      refused.set(
        rows[at]!,
        problems.map(({ reason }) => reason),
      );
  });
  return refused;
}
