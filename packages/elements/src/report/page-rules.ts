import type { Print } from '@jiceng/core/generated/report.js';

/** Margins of official documents in mm: top, right, bottom, left. */
const MARGINS = { official: [37, 26, 35, 28], narrow: [15, 15, 15, 15] } as const;
/** Font of official documents, with what systems without it have. No quotes: it stands in style attributes. */
export const BODY = 'FangSong_GB2312,FangSong,STFangsong,Noto Serif CJK SC,serif';

/** Any text as a string of a style sheet: each letter by its number, so that none can end it. */
const cssString = (text: string): string => `"${[...text].map((letter) => `\\${(letter.codePointAt(0) ?? 32).toString(16)} `).join('')}"`;

/** Size, direction, margins, header and page numbers as a style sheet for a document; inside a shadow tree browsers ignore it. Browsers before Chromium 131 leave header and page numbers out. */
export function pageRules({ orientation = 'portrait', margins = 'official', header, pageNumbers = true }: Print): string {
  const head = header === undefined ? '' : `@top-left{content:${cssString(header)};font:9pt ${BODY}}`;
  const foot = pageNumbers ? `@bottom-center{content:"\u2014 " counter(page) " \u2014";font:14pt SimSun,serif}` : '';
  return `@page{size:A4 ${orientation};margin:${MARGINS[margins].map((mm) => `${mm}mm`).join(' ')};${head}${foot}}`;
}
