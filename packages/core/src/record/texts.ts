import type { Bilingual } from '../text/problem.ts';

/** Texts of the form model's own problems. Labels and reasons are put in once, as they are. */
export const TEXTS = {
  required: (label: string): Bilingual => ({ 'zh-CN': `请填写“${label}”`, en: `Fill in “${label}”` }),
  closed: (label: string): Bilingual => ({
    'zh-CN': `“${label}”不能在这里填写，请联系管理员`,
    en: `“${label}” cannot be filled in here; ask the administrator`,
  }),
  choose: (label: string): Bilingual => ({ 'zh-CN': `请选择“${label}”`, en: `Choose “${label}”` }),
  explain: (message: string): Bilingual => ({ 'zh-CN': `请说明原因：${message}`, en: `Please explain: ${message}` }),
  ruleFailed: (reason: Bilingual): Bilingual => ({
    'zh-CN': `规则无法计算：${reason['zh-CN']}`,
    en: `A rule cannot be calculated: ${reason.en}`,
  }),
  valueFailed: (reason: Bilingual): Bilingual => ({
    'zh-CN': `无法计算：${reason['zh-CN']}`,
    en: `Cannot be calculated: ${reason.en}`,
  }),
  wrongType: {
    'zh-CN': '已有数据的格式不符，原值已保留，请核对后重新填写',
    en: 'The stored value has the wrong form; it is kept. Check it and enter it anew',
  } as Bilingual,
  forbiddenName: { 'zh-CN': '这个字段的名称不能用于保存', en: 'A field of this name cannot be stored' } as Bilingual,
  unread: { 'zh-CN': '请检查填写的内容', en: 'Please check what was typed' } as Bilingual,
  unusable: {
    'zh-CN': '表单定义有误，暂不能校验',
    en: 'The definition is faulty; nothing can be validated',
  } as Bilingual,
};
