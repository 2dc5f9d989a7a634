import { messagesIn } from '@jiceng/elements/internal/locale.js';

const zh = {
  label: '公式',
  hint: '输入字段名称、拼音首字母或函数名，从列表中选择。',
  shown: '按名称显示',
  empty: '还没有公式',
  offers: '可以填入的内容',
  found: (count: number) => `${count} 个可选，按上下方向键选择，回车填入`,
  groups: {
    row: '本行',
    fields: '字段',
    record: '记录信息',
    parameters: '参数',
    figures: '统计数',
    functions: '函数',
  } as Readonly<Record<string, string>>,
  result: (value: string) => `用示例数据试算：${value}`,
  holds: '用示例数据试算：成立',
  fails: '用示例数据试算：不成立',
  error: (reason: string) => `写法正确，但用示例数据算不出来（${reason}）`,
  help: '函数说明',
  search: '查找函数',
  searchHint: '名称或用途',
  use: (use: string) => `参数：${use}`,
  example: (example: string, result: string) => `例：${example} 得 ${result}`,
  none: '没有找到这样的函数',
  unknown: '没有这个名称',
  meant: '改为：',
  insert: (name: string) => `填入 ${name}`,
};
export type Messages = typeof zh;

const en: Messages = {
  label: 'Formula',
  hint: "Type a field's name or a function, and choose from the list.",
  shown: 'With names',
  empty: 'No formula yet',
  offers: 'What can be put in',
  found: (count) => `${count} offers; choose with the arrow keys, Enter puts one in`,
  groups: {
    row: 'this row',
    fields: 'field',
    record: 'record',
    parameters: 'parameter',
    figures: 'figure',
    functions: 'function',
  },
  result: (value) => `On the example: ${value}`,
  holds: 'On the example: it holds',
  fails: 'On the example: it does not hold',
  error: (reason) => `It is written right, but gives nothing on the example (${reason})`,
  help: 'Functions',
  search: 'Find a function',
  searchHint: 'name or purpose',
  use: (use) => `Takes: ${use}`,
  example: (example, result) => `Example: ${example} gives ${result}`,
  none: 'There is no such function',
  unknown: 'there is nothing of this name',
  meant: 'Write: ',
  insert: (name) => `Put in ${name}`,
};

export const messages = messagesIn({ 'zh-CN': zh, en });
