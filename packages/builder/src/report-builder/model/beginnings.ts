/** A form or a report with which one can begin. */
export interface Beginning {
  readonly title: string;
  readonly description?: string;
  readonly group?: string;
}

/**
 * Those whose title, description or group has every word that is typed, by group in the order of `groups`; others last,
 * under `''`.
 */
export function beginnings<T extends Beginning>(
  all: readonly T[],
  groups: Readonly<Record<string, string>>,
  typed: string,
): readonly { readonly title: string; readonly list: readonly T[] }[] {
  const words = typed
    .trim()
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const titles = new Map(Object.entries(groups));
  const titleOf = ({ group = '' }: T): string => titles.get(group) ?? '';
  const found = all.filter((one) => {
    const said = `${titleOf(one)} ${one.title} ${one.description ?? ''}`.toLowerCase();
    return words.every((word) => said.includes(word));
  });
  return [...new Set([...titles.values(), ''])]
    .map((title) => ({ title, list: found.filter((one) => titleOf(one) === title) }))
    .filter(({ list }) => list.length > 0);
}
