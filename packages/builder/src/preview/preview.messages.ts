import { messagesIn } from '@jiceng/elements/internal/locale.js';

export const messages = messagesIn({
  'zh-CN': {
    tools: '预览方式', role: '身份', filler: '填报人', reviewer: '审核人', page: '页面', computer: '电脑', phone: '手机（360 像素）', paper: 'A4 纸', size: '字号', normal: '标准', large: '大字', elder: '适老', contrast: '高对比',
    data: '数据', none: '空表', example: '示例数据', another: '换一组示例', print: '打印', check: '检查填写内容', old: '现在的内容还有错误，这里显示的是改错之前的样子。', nothing: '这份定义还有错误，改正之后才能预览。', place: '预览', why: '为什么显示、必填、不能修改？',
    valid: '填写内容没有错误。', invalid: (count: number) => `填写内容有 ${count} 处错误。`,
  },
  en: {
    tools: 'Preview', role: 'As', filler: 'the person who fills in', reviewer: 'the reviewer', page: 'On', computer: 'a computer', phone: 'a phone (360 px)', paper: 'A4 paper', size: 'Type', normal: 'Normal', large: 'Large', elder: 'Very large', contrast: 'High contrast',
    data: 'Data', none: 'Empty form', example: 'Example data', another: 'Another example', print: 'Print', check: 'Check what is filled in', old: 'There are errors now; this is how it was before them.', nothing: 'There are errors in this definition. It can be previewed once they are put right.', place: 'Preview', why: 'Why is it shown, required, closed?',
    valid: 'What is filled in has no errors.', invalid: (count: number) => (count === 1 ? 'What is filled in has 1 error.' : `What is filled in has ${count} errors.`),
  },
});
