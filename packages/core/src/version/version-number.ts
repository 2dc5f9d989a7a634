/** How far apart two versions are: words, additions, or a change after which stored records no longer fit. */
export type Leap = 'patch' | 'minor' | 'major';

/** Below, at or above zero as version `a` is lower than, equal to or higher than `b`. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [partsOf(a), partsOf(b)];
  const at = left.findIndex((part, index) => part !== right[index]);
  return at < 0 ? 0 : (left[at] as number) - (right[at] as number);
}

/** The version that follows `version` by a leap. */
export function nextVersion(version: string, leap: Leap): string {
  const [major = 0, minor = 0, patch = 0] = partsOf(version);
  return leap === 'major'
    ? `${major + 1}.0.0`
    : leap === 'minor'
      ? `${major}.${minor + 1}.0`
      : `${major}.${minor}.${patch + 1}`;
}

const partsOf = (version: string): readonly number[] => version.split('.').map(Number);
