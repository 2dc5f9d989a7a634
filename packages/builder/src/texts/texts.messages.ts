import { messagesIn } from '@jiceng/elements/internal/locale.js';

export const messages = messagesIn({
  'zh-CN': {
    table: '文字与译文',
    language: '译成',
    search: '查找',
    missingOnly: '只看没有译文的',
    missing: (missing: number, all: number) =>
      missing === 0 ? `${all} 处文字都有译文。` : `${all} 处文字，${missing} 处没有译文。`,
    none: '没有符合条件的文字。',
    nothing: '还没有文字。',
    where: '位置',
    chinese: '中文',
    translation: '译文',
    more: (count: number) => `再显示 ${count} 处`,
    whole: '整张表',
    go: '转到',
    stray: (count: number) => `有 ${count} 处译文对应的文字已不存在。`,
    removeStray: '清除这些译文',
    lost: (names: readonly string[]) =>
      `译文里没有${names.map((name) => `{${name}}`).join('、')}，改参数时不会跟着变。`,
    removeTitle: '清除多余的译文',
    textTitle: '修改文字',
    translationTitle: '修改译文',
    long: '用加长的文字试一试',
    longHelp: '每处文字加长一倍，看看有没有被截断、挤压或错位的地方。',
    inChinese: '中文',
    names: { en: '英语', bo: '藏语', ug: '维吾尔语', mn: '蒙古语', za: '壮语', ii: '彝语' } as Readonly<
      Record<string, string>
    >,
  },
  en: {
    table: 'Texts and translations',
    language: 'Into',
    search: 'Find',
    missingOnly: 'Only those without a translation',
    missing: (missing: number, all: number) =>
      missing === 0 ? `All ${all} texts are translated.` : `${missing} of ${all} texts have no translation.`,
    none: 'There are no such texts.',
    nothing: 'There are no texts yet.',
    where: 'Where',
    chinese: 'Chinese',
    translation: 'Translation',
    more: (count: number) => `Show ${count} more`,
    whole: 'the whole form',
    go: 'Go there',
    stray: (count: number) =>
      count === 1 ? '1 translation has no text any more.' : `${count} translations have no text any more.`,
    removeStray: 'Take them out',
    lost: (names: readonly string[]) =>
      `${names.map((name) => `{${name}}`).join(', ')} is not in the translation, which will not follow the parameter.`,
    removeTitle: 'Take stray translations out',
    textTitle: 'Change a text',
    translationTitle: 'Change a translation',
    long: 'Try it with long texts',
    longHelp: 'Every text is twice as long: look for what is cut off, squeezed or out of place.',
    inChinese: 'Chinese',
    names: { en: 'English', bo: 'Tibetan', ug: 'Uyghur', mn: 'Mongolian', za: 'Zhuang', ii: 'Yi' } as Readonly<
      Record<string, string>
    >,
  },
});

export type Messages = ReturnType<typeof messages>;
