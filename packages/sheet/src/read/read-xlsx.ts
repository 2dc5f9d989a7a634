import type { Area } from '../book/address.ts';
import { parseArea } from '../book/address.ts';
import type { Sheet, Workbook } from '../book/workbook.ts';
import { attributesOf, tagsOf } from '../xml/tags.ts';
import type { Archive } from './archive.ts';
import { readBookIndex, relationsOf } from './book-part.ts';
import { readComments } from './comments-part.ts';
import { fromOtherEpoch } from './epoch.ts';
import type { Limits } from './limits.ts';
import { Notices } from './notices.ts';
import type { Pace } from './pace.ts';
import { refusal } from '../book/refusal.ts';
import { readSheet } from './sheet-part.ts';
import { readStrings } from './strings-part.ts';
import { readStyles } from './styles-part.ts';

/** The workbook in an archive. */
export async function readXlsx(archive: Archive, limits: Limits, pace: Pace): Promise<Workbook> {
  const book = await bookPart(archive);
  for (const name of archive.names) if (/vbaproject\.bin$|\/macrosheets\//.test(name)) throw refusal('macros');
  const relations = await relationsOf(archive, book);
  const partOf = (type: string) => relations.find((relation) => relation.type === type && !relation.isExternal)?.target;
  const index = readBookIndex(await archive.text(book), book);
  if (index.sheets.length === 0) throw refusal('no-sheets');
  const parts = index.sheets.map(({ id }) => relations.find((relation) => relation.id === id && !relation.isExternal));

  const stringsPart = partOf('sharedStrings'),
    stylesPart = partOf('styles');
  const total = [stringsPart ?? '', ...parts.map((relation) => relation?.target ?? '')].reduce(
    (sum, part) => sum + archive.claimedSize(part),
    1,
  );
  if (stringsPart !== undefined && !archive.has(stringsPart)) throw refusal('damaged', { part: stringsPart });
  let read = 0;
  const progress = (length: number): number => (read += length) / total;
  const strings = stringsPart === undefined ? [] : await readStrings(archive, stringsPart, pace, progress);
  const styles = stylesPart === undefined ? [] : readStyles(await archive.text(stylesPart), stylesPart);

  const sheets: Sheet[] = [],
    notices = new Notices();
  for (const [at, { name, hidden }] of index.sheets.entries()) {
    const relation = parts[at];
    if (!relation || (relation.type === 'worksheet' && !archive.has(relation.target)))
      throw refusal('damaged', { part: relation?.target ?? name });
    if (relation.type !== 'worksheet') {
      notices.add('chart-sheet', name);
      continue;
    }
    if (sheets.length >= limits.sheets) {
      notices.add('more-sheets', name);
      continue;
    }
    const cells = await readSheet({ archive, part: relation.target, sheet: name, strings, limits, pace, progress });
    const around = await aroundSheet(archive, relation.target, notices, name);
    const { merges, validations, hiddenColumns, widths, frozenRows, filter, isProtected } = cells.frame;
    if (isProtected) notices.add('protected', name);
    sheets.push({
      name,
      hidden,
      rows: index.is1904 ? fromOtherEpoch(cells.rows, styles) : cells.rows,
      merges,
      validations,
      comments: around.comments,
      formulas: cells.formulas,
      sharedFormulas: cells.sharedFormulas,
      hiddenColumns,
      hiddenRows: cells.hiddenRows,
      widths,
      frozenRows,
      filter: filter ?? around.table,
    });
  }
  if (relations.some(({ type }) => type === 'externalLink')) notices.add('external', '');
  if (index.is1904) notices.add('dates-1904', '');
  if (sheets.length === 0) throw refusal('no-sheets');
  return { sheets, styles, names: index.names, notices: notices.list };
}

/** The part that lists the sheets. */
async function bookPart(archive: Archive): Promise<string> {
  const root =
    (await relationsOf(archive, '')).find(({ type }) => type === 'officeDocument')?.target ?? 'xl/workbook.xml';
  if (/\.bin$/i.test(root)) throw refusal('binary-format');
  if (archive.has(root) && /workbook|sheet|book/i.test(root)) return root;
  throw refusal('not-a-sheet', {
    part: archive.has('word/document.xml')
      ? 'Word'
      : archive.has('ppt/presentation.xml')
        ? 'PowerPoint'
        : '压缩包，请先解压',
  });
}

/** Notes and tables of a sheet. */
async function aroundSheet(
  archive: Archive,
  part: string,
  notices: Notices,
  sheet: string,
): Promise<{ comments: Map<number, string>; table: Area | undefined }> {
  let comments = new Map<number, string>(),
    table: Area | undefined;
  for (const { type, target, isExternal } of await relationsOf(archive, part)) {
    if (isExternal) continue;
    if (type === 'comments') comments = readComments(await archive.text(target), target);
    else if (type === 'drawing') notices.add('drawing', sheet);
    else if (type === 'table' && !table) {
      for (const { name, source } of tagsOf(await archive.text(target), target)) {
        if (name !== 'table') continue;
        table = parseArea(attributesOf(source).get('ref') ?? '');
        break;
      }
    }
  }
  return { comments, table };
}
