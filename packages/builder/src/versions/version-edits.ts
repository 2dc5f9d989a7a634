import type { PublishedVersion } from '@jiceng/core/engine/release.js';
import type { Definition, MigrationStep } from '@jiceng/core/generated/definition.js';
import { isObject, own, type Json } from '@jiceng/core/json/json.js';
import type { Difference } from '@jiceng/core/version/difference.js';
import { differences, leapOf } from '@jiceng/core/version/differences.js';
import { proposedMigration } from '@jiceng/core/version/propose.js';
import { compareVersions, nextVersion } from '@jiceng/core/version/version-number.js';
import type { Bilingual } from '@jiceng/core/text/problem.js';
import type { Edit } from '../document/edit.ts';

/** What is compared: a published version, and the definition as it is drawn. */
export interface Comparison {
  readonly before: Definition;
  readonly after: Definition;
  readonly found: readonly Difference[];
  /** The number that the differences ask for. */
  readonly next: string;
  /** Whether the drawing's own number is high enough already. */
  readonly isNumbered: boolean;
}

/** Compares the drawing with a published version. */
export function compared(before: Definition, after: Definition): Comparison {
  const found = differences(before, after);
  const next = found.length === 0 ? before.version : nextVersion(before.version, leapOf(found));
  return { before, after, found, next, isNumbered: compareVersions(after.version, next) >= 0 };
}

/**
 * The version to compare with at first: the one with the drawing's own number, which it goes on from, else the highest
 * below it, else the highest.
 */
export function firstBase(versions: readonly PublishedVersion[], drawn: string): PublishedVersion | undefined {
  return versions.find(({ definition }) => compareVersions(definition.version, drawn) <= 0) ?? versions[0];
}

/** Gives the drawing the next number and the steps that are proposed for stored records. */
export function edgeOfNext({ before, after, found, next, isNumbered }: Comparison): Edit[] {
  return [
    ...(isNumbered ? [] : [{ set: '/version', value: next } as const]),
    {
      set: '/migration',
      value: proposedMigration(
        before,
        { ...after, migration: undefined } as unknown as Definition,
        found,
      ) as unknown as Json,
    },
  ];
}

/** The same as a step of undo. */
export const toNext = (comparison: Comparison): { readonly title: Bilingual; readonly edits: readonly Edit[] } => ({
  title: { 'zh-CN': `版本号改为 ${comparison.next}`, en: `Take number ${comparison.next}` },
  edits: edgeOfNext(comparison),
});

/** The steps that are drawn for records of `from`; `undefined` where there are none yet. Tolerates any content. */
export function drawnSteps(value: Json, from: string): readonly MigrationStep[] | undefined {
  const migration = isObject(value) ? own(value, 'migration') : undefined;
  if (!isObject(migration) || own(migration, 'from') !== from) return undefined;
  const steps = own(migration, 'steps');
  return Array.isArray(steps) ? (steps.filter(isObject) as unknown as MigrationStep[]) : [];
}

const at = (index: number): string => `/migration/steps/${index}`;

export const addStep = (step: MigrationStep): Edit[] => [
  { insert: '/migration/steps/-', value: step as unknown as Json },
];
export const setStep = (index: number, step: MigrationStep): Edit[] => [
  { set: at(index), value: step as unknown as Json },
];
export const removeStep = (index: number): Edit[] => [{ remove: at(index) }];
export const moveStep = (index: number, by: -1 | 1): Edit[] => [{ move: at(index), to: at(index + by) }];
