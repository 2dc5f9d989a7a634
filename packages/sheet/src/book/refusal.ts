import { problem, type Problem } from '@jiceng/core/text/problem.js';

/** Ends the reading or writing of a file; caught at its entry, which answers with the problem. */
export class Refusal extends Error {
  readonly problem: Problem;

  constructor(found: Problem) {
    super(found.code);
    this.problem = found;
  }
}

/** Why a file is not read. `place` is a part of the file, or a sheet and cell: `/党员!B5`. */
const REASONS = {
  empty: ['文件是空的，请检查后重新选择。', 'The file is empty; choose another.'],
  'file-size': ['文件超过 {limit} MB，请拆分后导入。', 'The file is larger than {limit} MB; split it.'],
  damaged: [
    '文件已损坏或没有传完（{part}），请用 Excel 或 WPS 打开后另存，再重新导入。',
    'The file is damaged or incomplete ({part}); open it in Excel or WPS, save it again and retry.',
  ],
  'not-a-sheet': [
    '这不是表格文件（内容是{part}），请选择 .xlsx 或 .csv 文件。',
    'This is no spreadsheet (it holds {part}); choose an .xlsx or .csv file.',
  ],
  'other-format': [
    '这个文件的格式是{part}，不是 Excel 表格，请用 Excel 或 WPS 打开，另存为“.xlsx”后再导入。',
    'This file is {part} and no Excel file; open it in Excel or WPS, save it as .xlsx and retry.',
  ],
  'old-format': [
    '这是很旧的表格文件，请用 Excel 或 WPS 打开，另存为“.xlsx”后再导入。',
    'This is a very old spreadsheet; open it in Excel or WPS, save it as .xlsx and retry.',
  ],
  'binary-format': [
    '这是二进制的 .xlsb 文件，请另存为“.xlsx”后再导入。',
    'This is a binary .xlsb file; save it as .xlsx and retry.',
  ],
  encrypted: [
    '文件设有打开密码，请去掉密码另存后再导入。',
    'The file is protected by a password; save it without one and retry.',
  ],
  macros: [
    '文件带有宏，出于安全考虑不予导入，请另存为不带宏的“.xlsx”。',
    'The file has macros and is refused; save it as .xlsx without macros.',
  ],
  doctype: [
    '文件的“{part}”里有不允许的声明（DOCTYPE），不予导入。',
    'The part {part} has a DOCTYPE, which is refused.',
  ],
  entries: ['文件里的部件超过 {limit} 个，不予导入。', 'The file has more than {limit} parts.'],
  unpacked: [
    '文件解压后超过 {limit} MB（读到“{part}”），不予导入。',
    'The file is larger than {limit} MB unpacked (at {part}).',
  ],
  ratio: [
    '文件的“{part}”压缩得异常厉害（超过 {limit} 倍），可能有危险，不予导入。',
    'The part {part} is compressed more than {limit} times, which may be an attack.',
  ],
  rows: ['“{sheet}”超过 {limit} 行，请拆分后导入。', 'The sheet {sheet} has more than {limit} rows; split it.'],
  columns: [
    '“{sheet}”第 {row} 行超过 {limit} 列，请删除多余的列后导入。',
    'Row {row} of {sheet} has more than {limit} columns; delete those not needed.',
  ],
  cell: [
    '“{sheet}”的 {cell} 单元格超过 {limit} 个字，请缩短后导入。',
    'Cell {cell} of {sheet} has more than {limit} characters.',
  ],
  cancelled: ['已取消。', 'Cancelled.'],
  'no-sheets': ['文件里没有可以读取的工作表。', 'The file has no sheet that can be read.'],
} as const;

export type RefusalCode = keyof typeof REASONS;

/** A refusal with its words filled in. */
export function refusal(code: RefusalCode, words: Readonly<Record<string, string | number>> = {}): Refusal {
  const fill = (text: string) => text.replace(/\{(\w+)\}/g, (_, name: string) => String(words[name] ?? ''));
  const [zh, en] = REASONS[code];
  const place =
    words['sheet'] === undefined
      ? (words['part'] ?? '')
      : `${words['sheet']}${words['cell'] === undefined ? '' : `!${words['cell']}`}`;
  return new Refusal(problem(place === '' ? '' : `/${place}`, `sheet-${code}`, fill(zh), fill(en)));
}
