import type { CellStyle, Sheet, Workbook } from '../book/workbook.ts';
import { streamsOf } from './compound.ts';
import { fromOtherEpoch } from './epoch.ts';
import type { Limits } from './limits.ts';
import type { Pace } from './pace.ts';
import { refusal } from '../book/refusal.ts';
import { BUILT_IN_FORMATS, formatKind } from './styles-part.ts';
import { Cursor, recordsOf } from './xls-records.ts';
import { readOldSheet } from './xls-sheet.ts';

/** A workbook of Excel 97 to 2003: values, looks, merges and lists; formulas only by their values. */
export async function readXls(bytes: Uint8Array, limits: Limits, pace: Pace): Promise<Workbook> {
  const streams = streamsOf(bytes);
  if (streams.has('EncryptedPackage')) throw refusal('encrypted');
  if ([...streams.keys()].some((name) => /^_VBA_PROJECT/i.test(name))) throw refusal('macros');
  const stream = streams.get('Workbook')?.();
  if (!stream) throw streams.has('WordDocument') ? refusal('not-a-sheet', { part: 'Word' }) : refusal('old-format');
  const found: { name: string; start: number; hidden: boolean; isSheet: boolean }[] = [];
  const fonts: { bold: boolean; color: number }[] = [],
    reds = new Set([2, 10]),
    formats = new Map(BUILT_IN_FORMATS),
    strings: string[] = [],
    references: number[] = [];
  const looks: { font: number; format: number; filled: boolean }[] = [];
  let is1904 = false;
  for (const record of recordsOf(stream, 0)) {
    const data = new Cursor(record);
    switch (record.id) {
      case 0x809:
        if (data.u16() !== 0x600) throw refusal('old-format');
        break;
      case 0x2f:
        throw refusal('encrypted');
      case 0x22:
        is1904 = data.u16() === 1;
        break;
      case 0x31: {
        data.u16();
        data.u16();
        const color = data.u16();
        fonts.push({ bold: data.u16() >= 600, color });
        if (fonts.length === 4) fonts.push(fonts[3]!);
        break;
      }
      case 0x41e:
        formats.set(data.u16(), data.characters(data.u16()));
        break;
      case 0x92: {
        const count = data.u16();
        for (let at = 8; at < 8 + count && !data.isAtEnd; at += 1) {
          const [r, g, b] = [data.u8(), data.u8(), data.u8(), data.u8()] as const;
          if (r >= 0xb0 && g <= 0x60 && b <= 0x60) reds.add(at);
          else reds.delete(at);
        }
        break;
      }
      case 0xe0: {
        const font = data.u16(),
          format = data.u16();
        data.skip(10);
        const pattern = data.u32() >>> 26,
          color = data.u16() & 0x7f;
        looks.push({ font, format, filled: pattern !== 0 && color !== 9 && color !== 1 && color !== 64 });
        break;
      }
      case 0x85: {
        const start = data.u32(),
          state = data.u8(),
          type = data.u8();
        found.push({ start, hidden: (state & 3) !== 0, isSheet: type === 0, name: data.characters(data.u8()) });
        break;
      }
      case 0xfc: {
        data.u32();
        const count = Math.min(data.u32(), stream.length);
        for (let at = 0; at < count && !data.isAtEnd; at += 1) {
          const text = data.characters(data.u16());
          if (text.length > limits.cell) throw refusal('cell', { sheet: 'SST', cell: at + 1, limit: limits.cell });
          strings.push(text.replace(/\r\n?/g, '\n'));
        }
        break;
      }
      case 0x17:
        for (let left = data.u16(); left > 0 && !data.isAtEnd; left -= 1) {
          data.u16();
          references.push(data.u16());
          data.u16();
        }
        break;
      default:
    }
  }
  const styles = looks.map(({ font, format, filled }): CellStyle => {
    const code = formats.get(format) ?? 'General';
    return {
      format: code,
      kind: formatKind(code),
      bold: fonts[font]?.bold ?? false,
      red: reds.has(fonts[font]?.color ?? 0),
      filled,
    };
  });
  const sheets: Sheet[] = [];
  for (const { name, start, hidden, isSheet } of found.slice(0, limits.sheets)) {
    if (!isSheet) continue;
    const sheet = readOldSheet(stream, {
      name,
      hidden,
      start,
      strings,
      limits,
      sheetName: (reference) => found[references[reference] ?? -1]?.name,
    });
    sheets.push(is1904 ? { ...sheet, rows: fromOtherEpoch(sheet.rows, styles) } : sheet);
    if (pace.due) await pace.pause(sheets.length / found.length);
  }
  if (sheets.length === 0) throw refusal('no-sheets');
  return {
    sheets,
    styles,
    names: new Map(),
    notices: [
      {
        code: 'old-format',
        text: {
          'zh-CN': '这是旧版 .xls 文件：数值照常读取，公式和批注没有读取。',
          en: 'This is an old .xls file: its values were read, formulas and notes were not.',
        },
      },
    ],
  };
}
