import type { Dimension } from '../../generated/report.ts';
import type { Organisation } from '../../generated/organisation.ts';
import { Split, type Members } from './members.ts';
import type { RowTable } from '../rows/table.ts';
import type { SplitContext } from './context.ts';

const RANK: Readonly<Record<Organisation['orgLevel'], number>> = {
  province: 0,
  city: 1,
  county: 2,
  township: 3,
  village: 4,
  grid: 5,
  unit: 6,
};

/** The path of each row: as its organisation stood in the row's period, or as it stands today. */
export function pathsOf(table: RowTable, context: SplitContext) {
  return context.isAsThen
    ? table.texts('path then', ({ pathThen }) => pathThen)
    : table.texts('path now', ({ pathNow }) => pathNow);
}

/** Splits rows by the organisations on their path that stand on the dimension's levels. */
export function splitOrganisations(
  dimension: Dimension,
  table: RowTable,
  members: Members,
  context: SplitContext,
): Split {
  const paths = pathsOf(table, context);
  const byCode: number[] = [];
  return new Split(table.length, (row) => {
    const code = paths.codes[row] as number;
    return code < 0
      ? -1
      : (byCode[code] ??= memberOfPath(dimension, (paths.values[code] as string).split('/'), members, context));
  });
}

/**
 * The lowest organisation of a path on the dimension's levels, below those above it; the nearest one above where there
 * is none.
 */
export function memberOfPath(
  dimension: Dimension,
  path: readonly string[],
  members: Members,
  context: SplitContext,
): number {
  const levels: readonly string[] = dimension.levels ?? [];
  const { organisations } = context.sources;
  const last = path.length - 1;
  const top = context.chosen.organisation === undefined ? 0 : path.indexOf(context.chosen.organisation);
  const wanted = path.map((id, at) => {
    const level = organisations.organisation(id)?.orgLevel;
    return (
      (levels.includes('own') && at === last) ||
      (levels.includes('below') && at === Math.min(last, top + 1)) ||
      (level !== undefined && levels.includes(level))
    );
  });
  let found = -1;
  let lowest = -1;
  wanted.forEach((isWanted, at) => {
    if (!isWanted) return;
    found = organisationMember(path[at] as string, found, members, context);
    lowest = at;
  });
  if (lowest < 0) return organisationMember(nearestAbove(path, levels, context), -1, members, context, true);
  // Rows of an organisation itself stand beside those of what is below it, so that parts add up to the whole.
  return mayHaveLower(levels, organisations.organisation(path[lowest] as string)?.orgLevel)
    ? organisationMember(path[lowest] as string, found, members, context, true)
    : found;
}

/** Whether the dimension can go further down than to an organisation of this level. */
function mayHaveLower(levels: readonly string[], level: Organisation['orgLevel'] | undefined): boolean {
  if (level === undefined || !levels.includes(level)) return false;
  return levels.some(
    (other) => other === 'own' || other === 'below' || RANK[other as Organisation['orgLevel']] > RANK[level],
  );
}

function nearestAbove(path: readonly string[], levels: readonly string[], context: SplitContext): string {
  const rank = Math.min(...levels.map((level) => RANK[level as Organisation['orgLevel']] ?? 9));
  let found = path[0] as string;
  for (const id of path) {
    const level = context.sources.organisations.organisation(id)?.orgLevel;
    if (level !== undefined && RANK[level] < rank) found = id;
  }
  return found;
}

/** The member of an organisation; `isOwn`: of its own rows below itself. */
export function organisationMember(
  id: string,
  parent: number,
  members: Members,
  context: SplitContext,
  isOwn = false,
): number {
  return members.number(isOwn ? `${id}/=` : id, () => {
    const organisation = context.sources.organisations.organisation(id);
    const title = organisation?.orgShortName ?? id;
    return {
      title: isOwn ? context.words.own(title) : title,
      parent,
      order: isOwn ? (parent < 0 ? '~' : '') : `${organisation?.orgCode ?? '~'} ${id}`,
      ...(organisation ? { level: organisation.orgLevel } : {}),
      ...(isOwn ? { isOwn } : {}),
    };
  });
}
