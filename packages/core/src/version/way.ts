import type { Compiled } from '../definition/compiled.ts';
import { inverse, type Upgrade } from './inverse.ts';
import { compareVersions } from './version-number.ts';

/** One upgrade after the other, each with the definition that it leads to. */
export interface Way {
  readonly upgrade: Upgrade;
  readonly to: Compiled;
}

/**
 * The upgrades that lead from one version of a definition to another, up or down, over every version between;
 * `undefined` where one is missing. A version that brings no migration from the one before takes its records as they
 * are.
 */
export function wayBetween(versions: readonly Compiled[], from: string, to: string): readonly Way[] | undefined {
  const isUp = compareVersions(from, to) <= 0;
  const [low, high] = isUp ? [from, to] : [to, from];
  const stops = versions
    .filter(({ definition: { version } }) => compareVersions(version, low) >= 0 && compareVersions(version, high) <= 0)
    .sort((a, b) => compareVersions(a.definition.version, b.definition.version));
  if (stops[0]?.definition.version !== low || stops[stops.length - 1]?.definition.version !== high) return undefined;
  const up = stops.slice(1).map((stop, at): { readonly below: Compiled; readonly way: Way } => {
    const below = stops[at] as Compiled;
    const { migration, version } = stop.definition;
    return {
      below,
      way: {
        upgrade: {
          from: below.definition.version,
          to: version,
          steps: migration?.from === below.definition.version ? migration.steps : [],
        },
        to: stop,
      },
    };
  });
  return isUp
    ? up.map(({ way }) => way)
    : up.map(({ below, way }) => ({ upgrade: inverse(way.upgrade), to: below })).reverse();
}
