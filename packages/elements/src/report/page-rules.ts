import type { Print } from '@jiceng/core/generated/report.js';

/** Margins in mm: top, right, bottom, left; official: those of official documents. */
const MARGINS = { official: [37, 26, 35, 28], narrow: [15, 15, 15, 15] } as const;
/** Font of official documents, with what systems without it have. No quotes: it stands in style attributes. */
export const BODY = 'FangSong_GB2312,FangSong,STFangsong,Noto Serif CJK SC,serif';

/** Any text as a string of a style sheet: each letter by its number, so that none can end it. */
const cssString = (text: string): string =>
  `"${[...text].map((letter) => `\\${(letter.codePointAt(0) ?? 32).toString(16)} `).join('')}"`;

/** The sheet that is printed on, in mm. */
export function paperOf({ orientation = 'portrait', margins = 'official' }: Print): {
  readonly width: number;
  readonly height: number;
  readonly margins: readonly [top: number, right: number, bottom: number, left: number];
} {
  return {
    ...(orientation === 'portrait' ? { width: 210, height: 297 } : { width: 297, height: 210 }),
    margins: MARGINS[margins],
  };
}

/**
 * Size, direction, margins, header and page numbers as a style sheet for a document; inside a shadow tree browsers
 * ignore it. Browsers before Chromium 131 leave header and page numbers out.
 */
export function pageRules(print: Print): string {
  const { orientation = 'portrait', header, pageNumbers = true } = print;
  const head = header === undefined ? '' : `@top-left{content:${cssString(header)};font:9pt ${BODY}}`;
  const foot = pageNumbers ? `@bottom-center{content:"\u2014 " counter(page) " \u2014";font:14pt SimSun,serif}` : '';
  return `@page{size:A4 ${orientation};margin:${paperOf(print)
    .margins.map((mm) => `${mm}mm`)
    .join(' ')};${head}${foot}}`;
}
