import { messagesIn } from '@jiceng/elements/internal/locale.js';

export const messages = messagesIn({
  'zh-CN': {
    title: '属性', nothing: '这里没有可设置的属性。请在画布、目录或表格中选择一处。',
    several: (count: number, kind: string) => `已选择 ${count} 个${kind}，改动对全部生效。`, otherKinds: (count: number) => `已选择 ${count} 处不同的内容，没有共同的属性。`,
    mixed: '各处不同，填写后统一：', problems: '需要修改：', rest: '另外还设置了（在 JSON 视图中修改）：', used: '用到这个字段的地方：', shared: '这个字段引用共用部件，类型和选项由共用部件决定。', misfit: '设定的控件不适合这类字段，显示时会改用默认控件；请另选控件，或清空。',
    changed: (thing: string, property: string) => `修改“${thing}”的${property}`, list: '、', unknown: '未识别的内容',
    whole: '表单设置', showWhole: '表单设置', places: { view: '布局', rules: '规则', score: '评分', states: '状态', moves: '流转', ledger: '台账', process: '流程', filing: '填报', facts: '事实', prefill: '预填', handovers: '移交', create: '新建人', unique: '唯一约束' } as Readonly<Record<string, string>>,
  },
  en: {
    title: 'Properties', nothing: 'There is nothing to set here. Choose something on the canvas, in the outline or in a table.',
    several: (count: number, kind: string) => `${count} chosen (${kind.toLowerCase()}); a change is made in all of them.`, otherKinds: (count: number) => `${count} different things are chosen; they have no property in common.`,
    mixed: 'Different now; filling in makes them equal: ', problems: 'To be mended:', rest: 'Also set (change it in the JSON view): ', used: 'Where this field is used:', shared: 'This field refers to a shared part, which decides its kind and its options.', misfit: 'The control that is set does not suit this kind of field, and the default is shown instead; choose another, or none.',
    changed: (thing: string, property: string) => `${property} of “${thing}”`, list: ', ', unknown: 'something else',
    whole: 'Form settings', showWhole: 'Form settings', places: { view: 'Layout', rules: 'Rules', score: 'Score', states: 'States', moves: 'Moves', ledger: 'Ledger', process: 'Process', filing: 'Filing', facts: 'Facts', prefill: 'Prefill', handovers: 'Hand-overs', create: 'Who opens', unique: 'Unique' } as Readonly<Record<string, string>>,
  },
});
