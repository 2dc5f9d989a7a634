import { columnsOf, type Role } from './item-columns.ts';
import { numbered } from './numbering.ts';
import { readPoints, readPointsCell } from './points.ts';
import { makeItem, NOTE, notAnItem } from './read-items.ts';
import type { PastedGroup, PastedItem, PastedRest } from './result.ts';

/** A cell's words in one line: Chinese characters that a narrow column broke stand together again. */
const oneLine = (text: string): string =>
  text.replace(/([^\x00-\xff])\s*\n\s*(?=[^\x00-\xff])/g, '$1').replace(/\s*\n\s*/g, ' ');

/** A heading without its number and its points. */
const headOf = (cell: string): string => readPoints(numbered(oneLine(cell)).rest).rest.slice(0, 60);

/** Items out of a table. */
export function itemsOfTable(rows: readonly (readonly string[])[]): {
  groups: PastedGroup[];
  rest: PastedRest[];
  title: string;
} {
  const { header, roles } = columnsOf(rows);
  const rest: PastedRest[] = [];
  const above = rows.slice(0, Math.max(0, header));
  const title = above.find((row) => row.filter((cell) => cell !== '').length === 1)?.find((cell) => cell !== '') ?? '';
  const groups: { title: string; items: PastedItem[] }[] = [];
  let group = '';
  const at = (row: readonly string[], role: Role) =>
    roles.flatMap((one, column) => (one === role && (row[column] ?? '') !== '' ? [row[column] as string] : []));
  // A column of which nothing is known, such as the evidence, stands with the rule: nothing that people wrote is lost.
  const besides = (row: readonly string[]): string[] =>
    header < 0
      ? []
      : roles.flatMap((role, column) =>
          role === undefined && (row[column] ?? '') !== '' && (rows[header]?.[column] ?? '') !== ''
            ? [`${oneLine(rows[header]?.[column] ?? '')}：${row[column] as string}`]
            : [],
        );
  const hasPoints =
    rows.slice(header + 1).filter((row) => at(row, 'points').some((cell) => readPointsCell(cell))).length >
    rows.length / 2;
  for (const row of rows.slice(header + 1)) {
    const filled = row.filter((cell) => cell !== '');
    const reason = filled
      .map((cell) => (cell === filled[0] ? notAnItem(cell) : undefined))
      .find((one) => one !== undefined);
    if (reason) {
      rest.push({ text: filled.join(' '), reason });
      continue;
    }
    const heads = at(row, 'group');
    const titles = at(row, 'title');
    if (heads.length > 0) group = heads.map(headOf).join(' · ').slice(0, 60);
    if (filled.length === 1 && heads.length === 0 && (titles.length === 0 || (hasPoints && roles.includes('points')))) {
      group = headOf(filled[0] as string);
      continue;
    }
    const rules = [...at(row, 'rule'), ...besides(row)];
    const last = groups[groups.length - 1];
    if (titles.length === 0) {
      const item = last?.items[last.items.length - 1];
      if (item && rules.length > 0)
        last.items[last.items.length - 1] = { ...item, rule: [item.rule, ...rules].join('\n') };
      else if (filled.length > 0 && heads.length === 0) rest.push({ text: filled.join(' '), reason: NOTE });
      continue;
    }
    const { rest: words, code } = numbered(titles.map(oneLine).join(' · '));
    const own = readPoints(words);
    const cell = at(row, 'points')
      .map(readPointsCell)
      .find((points) => points !== undefined);
    if (!last || last.title !== group) groups.push({ title: group, items: [] });
    const said = cell ?? own;
    groups[groups.length - 1]!.items.push(
      makeItem(
        own.rest,
        rules.join('\n'),
        code,
        said.per === 0 && said.sign === undefined && own.per > 0 ? { ...own, max: said.max } : said,
        group,
      ),
    );
  }
  return { groups, rest, title: readPoints(title).rest };
}
