import type { Notice } from '../book/workbook.ts';

const NOTICES = {
  'chart-sheet': ['“{sheet}”不是数据表，没有读取。', '{sheet} is no data sheet and was not read.'],
  'more-sheets': ['工作表太多，“{sheet}”没有读取。', 'There are too many sheets; {sheet} was not read.'],
  drawing: ['“{sheet}”里的图片和图表没有读取。', 'Pictures and charts in {sheet} were not read.'],
  protected: ['“{sheet}”设有工作表保护，内容照常读取。', '{sheet} is protected; its content was read.'],
  external: [
    '文件引用了别的文件，引用没有打开，只用了文件里保存的数值。',
    'The file refers to other files; they were not opened, values stored in it were used.',
  ],
  'dates-1904': ['文件的日期从 1904 年算起，已按此换算。', 'Dates of the file count from 1904 and were converted.'],
} as const;

/** What people should know about a file, each once. */
export class Notices {
  readonly list: Notice[] = [];
  add(code: keyof typeof NOTICES, sheet: string): void {
    const [zh, en] = NOTICES[code];
    const text = { 'zh-CN': zh.replace('{sheet}', () => sheet), en: en.replace('{sheet}', () => sheet) };
    if (!this.list.some((notice) => notice.text['zh-CN'] === text['zh-CN'])) this.list.push({ code, text });
  }
}
