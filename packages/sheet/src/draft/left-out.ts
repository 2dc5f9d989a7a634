import type { Bilingual } from '@jiceng/core/text/problem.js';
import { cellName } from '../book/address.ts';
import type { LeftRow } from './data-rows.ts';
import type { HeaderArea } from './find-header.ts';
import type { LeftOut } from './result.ts';
import type { SheetView } from './view.ts';

const FATES: Readonly<Record<LeftRow['fate'], Bilingual>> = {
  totals: { 'zh-CN': '合计行，由系统计算', en: 'totals, which the system computes' },
  footer: { 'zh-CN': '落款', en: 'a signature line' },
  note: { 'zh-CN': '填表说明', en: 'a note' },
  sample: { 'zh-CN': '示例行', en: 'an example' },
  repeated: { 'zh-CN': '重复的表头', en: 'headings once more' },
  unwanted: { 'zh-CN': '您不要的行', en: 'a row that you left out' },
  numbers: { 'zh-CN': '栏次行', en: 'numbers of columns' },
  section: { 'zh-CN': '分节标题', en: 'a heading between rows' },
  another: {
    'zh-CN': '同一工作表里的另一张表，请放到单独的工作表再导入',
    en: 'another table on the sheet; put it on a sheet of its own',
  },
};

/** A row that is no record, and why. */
export const leftLine = ({ row, fate, text }: LeftRow): LeftOut => ({
  code: fate,
  place: String(row + 1),
  text,
  reason: FATES[fate],
});

/** Texts beside the table, such as a block of notes. */
export function beside(view: SheetView, header: HeaderArea): LeftOut[] {
  const found: LeftOut[] = [];
  for (let row = header.top; row < view.height && found.length < 50; row += 1) {
    for (let column = 0; column < view.width; column += 1) {
      if (column >= header.left && column <= header.right) {
        column = header.right;
        continue;
      }
      const value = view.ownValue(row, column);
      if (value !== null)
        found.push({
          code: 'beside',
          place: cellName(row, column),
          text: String(value).trim().slice(0, 500),
          reason: { 'zh-CN': '表格旁边的内容', en: 'beside the table' },
        });
    }
  }
  return found;
}
