import type { HeaderArea } from '../draft/find-header.ts';
import { readHeadings, type Heading } from '../draft/headings.ts';
import type { SheetView } from '../draft/view.ts';
import { plainHeading } from '../draft/words.ts';
import type { SheetColumn } from './columns.ts';
import { words } from './ledger.messages.ts';

/** Which column of a sheet is which of ours. */
export interface Match {
  readonly header: HeaderArea;
  readonly headings: readonly Heading[];
  readonly columns: ReadonlyMap<number, SheetColumn>;
  readonly idColumn: number | undefined;
  readonly numberColumn: number | undefined;
  readonly unknown: readonly string[];
}

/** A heading without its unit in brackets, for comparing. */
const bare = (text: string): string => plainHeading(text).replace(/（[^）]*）/g, '');

/** Finds our headings in a sheet, wherever people moved its columns and rows. */
export function matchColumns(view: SheetView, columns: readonly SheetColumn[]): Match {
  const depth = Math.max(1, ...columns.map(({ groups }) => groups.length + 1));
  const titles = new Set(columns.map(({ title }) => bare(title)));
  let bottom = 0,
    most = -1;
  for (let row = 0; row < Math.min(view.height, 60); row += 1) {
    let count = 0;
    for (let column = 0; column < view.width; column += 1) if (titles.has(bare(view.text(row, column)))) count += 1;
    if (count > most || (count === most && row < bottom + depth && count > 0)) [bottom, most] = [row, count];
  }
  // Where merges were lost, parts of groups stand below in a row of nothing but headings.
  const isParts = (row: number): boolean => {
    const texts = Array.from({ length: view.width }, (_, column) => bare(view.text(row, column))).filter(
      (text) => text !== '',
    );
    return texts.length > 0 && texts.every((text) => titles.has(text));
  };
  for (let below = 1; below < depth && bottom + 1 < view.height && isParts(bottom + 1); below += 1) bottom += 1;
  const header: HeaderArea = {
    top: Math.max(0, bottom - depth + 1),
    bottom,
    left: 0,
    right: Math.max(0, view.width - 1),
    confidence: 1,
  };
  const headings = readHeadings(view, header);
  const found = new Map<number, SheetColumn>(),
    unknown: string[] = [];
  const taken = new Set<SheetColumn>();
  const path = (groups: readonly string[], title: string) => [...groups.map(bare), bare(title)].join('/');
  let idColumn: number | undefined;
  const take = (heading: Heading, suits: (column: SheetColumn) => boolean): boolean => {
    const column = columns.find((one) => !taken.has(one) && suits(one));
    if (!column) return false;
    taken.add(column);
    found.set(heading.column, column);
    return true;
  };
  const rest = headings.filter((heading) => {
    if (heading.title === '') return false;
    if ([words('zh-CN').id, words('en').id].includes(heading.title)) {
      idColumn = heading.column;
      return false;
    }
    return !take(heading, ({ groups, title }) => path(groups, title) === path(heading.groups, heading.title));
  });
  // A file of one heading row has the groups in the headings, or not at all.
  for (const heading of rest)
    if (
      !take(heading, ({ groups, title }) => [...groups, title].map(bare).join('-') === bare(heading.raw)) &&
      !take(heading, ({ title }) => bare(title) === bare(heading.title))
    )
      unknown.push(heading.title);
  const number = [...found].find(([, { source }]) => source === 'number')?.[0];
  return { header, headings, columns: found, idColumn, numberColumn: number, unknown };
}
