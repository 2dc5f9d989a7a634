import { messagesIn } from '../internal/locale.ts';

// Texts of what is loaded when needed: pickers, calendar, files, periods.

const zh = {
  month: (year: number, month: number) => `${year}年${month}月`,
  day: (year: number, month: number, day: number) => `${year}年${month}月${day}日`,
  todayMark: '，今天',
  weekdays: ['一', '二', '三', '四', '五', '六', '日'] as readonly string[],
  previousYear: '上一年',
  previousMonth: '上个月',
  nextMonth: '下个月',
  nextYear: '下一年',
  today: '今天',
  clear: '清空',
  close: '关闭',
  done: '确定',
  remove: '移除',
  year: '年份',
  periodPart: '期次',
  search: '输入名称、简称或代码',
  searchIn: (label: string) => `查找${label}`,
  searchPerson: '输入姓名或所在组织',
  found: (count: number) => `找到 ${count} 人`,
  nearFirst: (near: number, others: number) =>
    `先列出本组织和上级 ${near} 人；其他 ${others} 人请输入姓名或所在组织查找`,
  nothingFound: '没有找到，请换个词再试',
  addFile: '添加文件',
  file: '文件',
  removeFile: (name: string) => `移除文件：${name}`,
  fileRemoved: '文件已移除',
  fileAdded: (count: number) => `已添加 ${count} 个文件`,
  fileLimit: (count: number, megabytes: number) => `选填，最多 ${count} 个，每个不超过 ${megabytes} MB`,
  fileTooLarge: (name: string, megabytes: number) => `“${name}”超过 ${megabytes} MB，没有添加。`,
  fileFailed: (name: string) => `“${name}”保存失败，请重试。`,
  noFileStore: '本页面没有提供文件存储，暂不能添加文件',
};

export type MoreMessages = typeof zh;

const en: MoreMessages = {
  month: (year, month) => `${year}-${String(month).padStart(2, '0')}`,
  day: (year, month, day) => `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`,
  todayMark: ', today',
  weekdays: ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'],
  previousYear: 'Previous year',
  previousMonth: 'Previous month',
  nextMonth: 'Next month',
  nextYear: 'Next year',
  today: 'Today',
  clear: 'Clear',
  close: 'Close',
  done: 'Done',
  remove: 'Remove',
  year: 'Year',
  periodPart: 'Period',
  search: 'Name, short name or code',
  searchIn: (label) => `Search ${label}`,
  searchPerson: 'Name or organisation',
  found: (count) => `${count} found`,
  nearFirst: (near, others) =>
    `${near} of this organisation and its superiors; type a name or organisation to find the other ${others}`,
  nothingFound: 'Nothing found; try another word',
  addFile: 'Add file',
  file: 'File',
  removeFile: (name) => `Remove file ${name}`,
  fileRemoved: 'File removed',
  fileAdded: (count) => (count === 1 ? '1 file added' : `${count} files added`),
  fileLimit: (count, megabytes) => `Optional; at most ${count}, each up to ${megabytes} MB`,
  fileTooLarge: (name, megabytes) => `“${name}” is larger than ${megabytes} MB and was not added.`,
  fileFailed: (name) => `“${name}” could not be stored; please try again.`,
  noFileStore: 'This page offers no place for files',
};

export const moreMessages = messagesIn<MoreMessages>({ 'zh-CN': zh, en });
