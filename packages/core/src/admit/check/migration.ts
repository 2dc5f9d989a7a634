import { rowsOf } from '../../definition/places.ts';
import type { Definition, MigrationStep } from '../../generated/definition.ts';
import { pointerParts, UNSAFE_KEYS } from '../../json/pointer.ts';
import { problem, type Problem } from '../../text/problem.ts';
import { workOf } from '../../version/step-work.ts';
import { compareVersions } from '../../version/version-number.ts';

/** What is wrong with the migration that a definition brings. */
export function checkMigration({ migration, version }: Definition): Problem[] {
  if (!migration) return [];
  const problems = migration.steps.flatMap((step, at) =>
    stepProblems(step).map((found) => ({ ...found, pointer: `/migration/steps/${at}` })),
  );
  if (compareVersions(migration.from, version) >= 0)
    problems.push(
      problem(
        '/migration/from',
        'migration-order',
        `原版本 ${migration.from} 应低于本版本 ${version}。`,
        `the version before, ${migration.from}, must be lower than ${version}`,
      ),
    );
  return problems;
}

/** What is wrong with one step, whatever the record. */
export function stepProblems(step: MigrationStep): Problem[] {
  const { takes, puts } = workOf(step);
  const isInPlace =
    takes.length === 1 && puts.length === 1 && takes[0] === puts[0] && step.do !== 'rename' && step.do !== 'move';
  const addresses = isInPlace ? takes : [...takes, ...puts];
  const add = (zh: string, en: string): Problem[] => [problem('', 'migration-address', zh, en)];
  if (
    addresses.some((address) => address.endsWith('/*') || pointerParts(address).some((part) => UNSAFE_KEYS.has(part)))
  )
    return add('这个字段不能迁移。', 'this field cannot be migrated');
  if (
    addresses.some((address, at) =>
      addresses.some((other, index) => index !== at && (other === address || other.startsWith(`${address}/`))),
    )
  )
    return add(
      '同一步骤里的字段不能重复或互相包含。',
      'the fields of one step must differ and none may be inside another',
    );
  if (new Set(addresses.map(rowsOf)).size > 1)
    return add('只能在同一张表的同一行内迁移。', 'values move within one row of one list only');
  return [];
}
