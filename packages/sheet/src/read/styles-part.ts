import type { CellStyle } from '../book/workbook.ts';
import { attributesOf, tagsOf } from '../xml/tags.ts';

/** Formats that files name by number alone; 27 to 36 and 50 to 58 are dates in Chinese Excel. */
export const BUILT_IN_FORMATS: ReadonlyMap<number, string> = new Map([
  [0, 'General'],
  [1, '0'],
  [2, '0.00'],
  [3, '#,##0'],
  [4, '#,##0.00'],
  [9, '0%'],
  [10, '0.00%'],
  [11, '0.00E+00'],
  [12, '# ?/?'],
  [13, '# ??/??'],
  [14, 'yyyy/m/d'],
  [15, 'd-mmm-yy'],
  [16, 'd-mmm'],
  [17, 'mmm-yy'],
  [18, 'h:mm AM/PM'],
  [19, 'h:mm:ss AM/PM'],
  [20, 'h:mm'],
  [21, 'h:mm:ss'],
  [22, 'yyyy/m/d h:mm'],
  [27, 'yyyy"年"m"月"'],
  [28, 'm"月"d"日"'],
  [29, 'm"月"d"日"'],
  [30, 'm-d-yy'],
  [31, 'yyyy"年"m"月"d"日"'],
  [32, 'h"时"mm"分"'],
  [33, 'h"时"mm"分"ss"秒"'],
  [34, 'h:mm'],
  [35, 'h:mm:ss'],
  [36, 'yyyy"年"m"月"'],
  [37, '#,##0'],
  [38, '#,##0'],
  [39, '#,##0.00'],
  [40, '#,##0.00'],
  [45, 'mm:ss'],
  [46, '[h]:mm:ss'],
  [47, 'mm:ss.0'],
  [48, '##0.0E+0'],
  [49, '@'],
  [50, 'yyyy"年"m"月"'],
  [51, 'm"月"d"日"'],
  [52, 'yyyy"年"m"月"'],
  [53, 'm"月"d"日"'],
  [54, 'm"月"d"日"'],
  [55, 'h:mm'],
  [56, 'h:mm:ss'],
  [57, 'yyyy"年"m"月"'],
  [58, 'm"月"d"日"'],
]);

/** What a format code makes out of a number. */
export function formatKind(code: string): CellStyle['kind'] {
  const bare = code
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
    .split(';')[0]!
    .toLowerCase();
  if (bare.trim() === '@') return 'text';
  if (/general|g\/通用/.test(bare)) return 'number';
  const hasDay = /[yde]/.test(bare) && !/e[+-]/.test(bare),
    hasTime = /[hs]/.test(bare) || /上午|am\/pm/.test(bare);
  if (hasDay || (/m/.test(bare) && !hasTime)) return hasTime ? 'dateTime' : 'date';
  if (hasTime) return 'time';
  return bare.includes('%') ? 'percent' : 'number';
}

interface Font {
  readonly bold: boolean;
  readonly red: boolean;
}

/** The styles that cells name by number. */
export function readStyles(text: string, part: string): CellStyle[] {
  const formats = new Map(BUILT_IN_FORMATS);
  const fonts: Font[] = [],
    fills: boolean[] = [],
    styles: CellStyle[] = [];
  let inside = '',
    bold = false,
    red = false,
    filled = false,
    pattern = '';
  for (const { name, kind, source } of tagsOf(text, part)) {
    if (kind === 'close') {
      if (name === 'font' && inside === 'fonts') fonts.push({ bold, red });
      if (name === 'fill' && inside === 'fills') fills.push(filled);
      if (name === inside) inside = '';
      continue;
    }
    if (name === 'fonts' || name === 'fills' || name === 'cellXfs' || name === 'cellStyleXfs' || name === 'dxfs') {
      inside = kind === 'open' ? name : '';
      continue;
    }
    if (name === 'numFmt' && inside === '') {
      const attributes = attributesOf(source);
      formats.set(Number(attributes.get('numFmtId')), attributes.get('formatCode') ?? 'General');
    } else if (inside === 'fonts') {
      if (name === 'font') {
        bold = false;
        red = false;
        if (kind === 'empty') fonts.push({ bold, red });
      } else if (name === 'b') bold = attributesOf(source).get('val') !== '0';
      else if (name === 'color') red = isRed(attributesOf(source));
    } else if (inside === 'fills') {
      if (name === 'fill') {
        filled = false;
        pattern = '';
        if (kind === 'empty') fills.push(false);
      } else if (name === 'patternFill') {
        pattern = attributesOf(source).get('patternType') ?? 'none';
        filled = pattern !== 'none' && pattern !== 'gray125';
      } else if (name === 'fgColor' && filled) filled = !isWhite(attributesOf(source));
    } else if (name === 'xf' && inside === 'cellXfs') {
      const attributes = attributesOf(source);
      const format = formats.get(Number(attributes.get('numFmtId') ?? 0)) ?? 'General';
      const font = fonts[Number(attributes.get('fontId') ?? 0)];
      styles.push({
        format,
        kind: formatKind(format),
        bold: font?.bold ?? false,
        red: font?.red ?? false,
        filled: fills[Number(attributes.get('fillId') ?? 0)] ?? false,
      });
    }
  }
  return styles;
}

/** Red as people pick it: far more red than anything else. */
function isRed(color: ReadonlyMap<string, string>): boolean {
  if (color.get('indexed') === '10' || color.get('indexed') === '2') return true;
  const rgb = /^(?:[0-9a-f]{2})?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(color.get('rgb') ?? '');
  if (!rgb) return false;
  const [r, g, b] = [1, 2, 3].map((at) => parseInt(rgb[at]!, 16)) as [number, number, number];
  return r >= 0xb0 && g <= 0x60 && b <= 0x60;
}

function isWhite(color: ReadonlyMap<string, string>): boolean {
  const tint = Number(color.get('tint') ?? 0);
  return (
    /^(?:ff)?ffffff$/i.test(color.get('rgb') ?? '') ||
    color.get('indexed') === '9' ||
    (color.get('theme') === '0' && tint > -0.04)
  );
}
