import type { BlockResult, ReportResult } from '@jiceng/core/report/model.js';
import { plainBlock, type PlainBlock, type PlainWords } from '@jiceng/core/report/words/plain.js';
import { escapeXml } from '../xml/escape.ts';
import { zip, type Part } from '../write/zip.ts';
import type { FileInput } from './report-book.ts';

/** Type of .docx files, for downloads. */
export const DOCX_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
/** Twentieths of a point in a millimetre. */
const MM = 56.693;
/** Short and long side of A4, in mm. */
const A4 = [210, 297] as const;
const MARGINS = { official: [37, 26, 35, 28], narrow: [15, 15, 15, 15] } as const;
const FONTS = { title: '方正小标宋简体', heading: '黑体', body: '仿宋_GB2312', foot: '宋体' } as const;

/** Letters of one look; `size` in points. */
interface Letters {
  readonly font: keyof typeof FONTS;
  readonly size: number;
  readonly bold?: boolean;
}

const TITLE: Letters = { font: 'title', size: 22 };
const HEADING: Letters = { font: 'heading', size: 16 };
const BODY: Letters = { font: 'body', size: 16 };
const TABLE: Letters = { font: 'body', size: 10.5 };
const NOTE: Letters = { font: 'body', size: 9 };

/**
 * A report as a Word document in pieces for a Blob: title, headings, sentences and tables as official documents have
 * them, page numbers, signature line, notes.
 */
export async function reportDocx(input: FileInput): Promise<Uint8Array[]> {
  return zip(partsOf(input));
}

function partsOf(input: FileInput): readonly Part[] {
  const { header } = input.result.print;
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
  const kind = (name: string, type: string) =>
    `<Override PartName="/word/${name}.xml" ContentType="${WORD}.${type}+xml"/>`;
  const numbered =
    '<w:r><w:t xml:space="preserve">\u2014 </w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t xml:space="preserve"> \u2014</w:t></w:r>';
  return [
    {
      name: '[Content_Types].xml',
      pieces: [
        `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${kind('document', 'document.main')}${kind('styles', 'styles')}${kind('footer', 'footer')}${kind('header', 'header')}</Types>`,
      ],
    },
    {
      name: '_rels/.rels',
      pieces: [
        `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${relation('rId1', 'officeDocument', 'word/document.xml')}</Relationships>`,
      ],
    },
    {
      name: 'word/_rels/document.xml.rels',
      pieces: [
        `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${relation('rId1', 'styles', 'styles.xml')}${relation('rId2', 'footer', 'footer.xml')}${relation('rId3', 'header', 'header.xml')}</Relationships>`,
      ],
    },
    { name: 'word/styles.xml', pieces: [styles()] },
    {
      name: 'word/footer.xml',
      pieces: [
        `${HEAD}<w:ftr xmlns:w="${W}"><w:p><w:pPr><w:jc w:val="center"/></w:pPr>${input.result.print.pageNumbers === false ? '' : numbered}</w:p></w:ftr>`,
      ],
    },
    { name: 'word/header.xml', pieces: [`${HEAD}<w:hdr xmlns:w="${W}">${paragraph(header ?? '', NOTE)}</w:hdr>`] },
    { name: 'word/document.xml', pieces: documentPieces(input) },
  ];
}

/** Headings of a document's outline, so that Word finds its way in it. */
function styles(): string {
  const style = (id: string, name: string, level: number) =>
    `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:pPr><w:keepNext/><w:outlineLvl w:val="${level}"/></w:pPr></w:style>`;
  return `${HEAD}<w:styles xmlns:w="${W}"><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>${style('Title', 'Title', 0)}${style('Heading1', 'heading 1', 1)}</w:styles>`;
}

function* documentPieces({ result, words, today }: FileInput): Generator<string> {
  const { print } = result;
  yield `${HEAD}<w:document xmlns:w="${W}" xmlns:r="${OFFICE}"><w:body>`;
  yield paragraph(result.title, TITLE, { style: 'Title', align: 'center', after: 12 });
  if (print.unit !== undefined) yield paragraph(`${print.unit}：${result.subtitle}`, TABLE);
  for (const block of result.blocks) yield* blockPieces(block, words, widthOf(result));
  const signed = [
    ...(print.signatures ?? []).map((name) => `${name}：`),
    ...(print.signatures && print.date !== false ? [`${words.printedOn}：${today}`] : []),
  ];
  if (signed.length > 0) yield paragraph(signed.join('　　　　　'), TABLE, { before: 24 });
  if (print.notes !== false) for (const note of result.notes) yield paragraph(note, NOTE);
  yield `${section(result)}</w:body></w:document>`;
}

function* blockPieces(block: BlockResult, words: PlainWords, width: number): Generator<string> {
  const plain = plainBlock(block, words);
  if (block.title !== '')
    yield paragraph(block.title, HEADING, { style: 'Heading1', before: 6, breaks: block.newPage });
  for (const sentence of plain.paragraphs) yield paragraph(sentence, BODY, { indent: true, line: 28 });
  if (plain.rows.length > 0) yield `${table(plain, width)}${plain.after.length > 0 ? '' : paragraph('', NOTE)}`;
  for (const text of plain.after) yield paragraph(text, NOTE, { after: 6 });
}

/** Width between the margins, in twentieths of a point. */
function widthOf({ print: { orientation = 'portrait', margins = 'official' } }: ReportResult): number {
  const [, right, , left] = MARGINS[margins];
  return Math.round((A4[orientation === 'portrait' ? 0 : 1] - left - right) * MM);
}

function section({ print: { orientation = 'portrait', margins = 'official' } }: ReportResult): string {
  const [short, long] = A4.map((mm) => Math.round(mm * MM)) as [number, number];
  const [top, right, bottom, left] = MARGINS[margins].map((mm) => Math.round(mm * MM));
  const size =
    orientation === 'portrait' ? `w:w="${short}" w:h="${long}"` : `w:w="${long}" w:h="${short}" w:orient="landscape"`;
  return `<w:sectPr><w:headerReference w:type="default" r:id="rId3"/><w:footerReference w:type="default" r:id="rId2"/><w:pgSz ${size}/><w:pgMar w:top="${top}" w:right="${right}" w:bottom="${bottom}" w:left="${left}" w:header="850" w:footer="1000" w:gutter="0"/></w:sectPr>`;
}

interface Setting {
  readonly style?: string;
  readonly align?: 'center' | 'right';
  readonly indent?: boolean;
  readonly line?: number;
  readonly before?: number;
  readonly after?: number;
  readonly breaks?: boolean;
}

/** One paragraph; distances in points. */
function paragraph(
  text: string,
  { font, size, bold = false }: Letters,
  { style, align, indent = false, line, before = 0, after = 0, breaks = false }: Setting = {},
): string {
  const spacing = `<w:spacing w:before="${before * 20}" w:after="${after * 20}"${line === undefined ? '' : ` w:line="${line * 20}" w:lineRule="exact"`}/>`;
  const face = FONTS[font];
  const run =
    text === ''
      ? ''
      : `<w:r><w:rPr><w:rFonts w:ascii="${face}" w:hAnsi="${face}" w:eastAsia="${face}"/>${bold ? '<w:b/>' : ''}<w:sz w:val="${size * 2}"/></w:rPr><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;
  return `<w:p><w:pPr>${style === undefined ? '' : `<w:pStyle w:val="${style}"/>`}${breaks ? '<w:pageBreakBefore/>' : ''}${spacing}${indent ? '<w:ind w:firstLineChars="200"/>' : ''}${align === undefined ? '' : `<w:jc w:val="${align}"/>`}</w:pPr>${run}</w:p>`;
}

/** A table whose headings come again on every page and whose rows stay whole. */
function table({ heads, rows }: PlainBlock, width: number): string {
  const columns = Math.max(rows[0]?.length ?? 1, 1);
  // Names need more room than numbers.
  const first = Math.round(columns === 1 ? width : Math.max(width / columns, Math.min(width * 0.3, 2400)));
  const other = columns === 1 ? 0 : Math.floor((width - first) / (columns - 1));
  const grid = Array.from({ length: columns }, (_, at) => (at === 0 ? first : other));
  const border = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
    .map((side) => `<w:${side} w:val="single" w:sz="4" w:color="000000"/>`)
    .join('');
  const cell = (inner: string, properties: string) =>
    `<w:tc><w:tcPr>${properties}<w:vAlign w:val="center"/></w:tcPr>${inner}</w:tc>`;
  return `<w:tbl><w:tblPr><w:tblW w:w="${width}" w:type="dxa"/><w:tblBorders>${border}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${grid.map((twips) => `<w:gridCol w:w="${twips}"/>`).join('')}</w:tblGrid>${headRows(
    heads,
    columns,
  )
    .map(
      (line) =>
        `<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${line.map(({ text, span, merge }) => cell(paragraph(text, { ...TABLE, bold: true }, { align: 'center' }), `${span > 1 ? `<w:gridSpan w:val="${span}"/>` : ''}${merge}`)).join('')}</w:tr>`,
    )
    .join('')}${rows
    .map(
      (row) =>
        `<w:tr><w:trPr><w:cantSplit/></w:trPr>${Array.from({ length: columns }, (_, at) => cell(paragraph(row[at] ?? '', TABLE, at > 0 && /^[-\d\u2014]/.test(row[at] ?? '') ? { align: 'right' } : {}), '')).join('')}</w:tr>`,
    )
    .join('')}</w:tbl>`;
}

interface HeadPart {
  readonly text: string;
  readonly span: number;
  readonly merge: string;
}

/** Rows of headings with every cell written out: what reaches down is continued by empty cells, as Word wants it. */
function headRows(heads: PlainBlock['heads'], columns: number): readonly (readonly HeadPart[])[] {
  const rows = heads.map(() => new Map<number, HeadPart>());
  const covered = heads.map(() => new Set<number>());
  heads.forEach((line, at) => {
    let column = 0;
    for (const { text, columnSpan, rowSpan } of line) {
      while (covered[at]?.has(column)) column++;
      for (let down = 0; down < rowSpan; down++) {
        rows[at + down]?.set(column, {
          text: down === 0 ? text : '',
          span: columnSpan,
          merge: rowSpan === 1 ? '' : down === 0 ? '<w:vMerge w:val="restart"/>' : '<w:vMerge/>',
        });
        for (let across = 0; across < columnSpan; across++) covered[at + down]?.add(column + across);
      }
      column += columnSpan;
    }
  });
  return rows.map((cells, at) => {
    for (let column = 0; column < columns; column++)
      if (!covered[at]?.has(column)) cells.set(column, { text: '', span: 1, merge: '' });
    return [...cells].sort(([a], [b]) => a - b).map(([, part]) => part);
  });
}
