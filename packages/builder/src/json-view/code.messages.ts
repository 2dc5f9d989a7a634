import type { Language } from '@jiceng/core/text/problem.js';

/** The editor's own words are English; these stand in their place. `$` is where a number or name comes. */
const CHINESE: Readonly<Record<string, string>> = {
  'Control character': '控制字符',
  'Folded lines': '已折叠的内容',
  'Unfolded lines': '已展开的内容',
  to: '至',
  'folded code': '已折叠',
  unfold: '展开',
  'Fold line': '折叠',
  'Unfold line': '展开',
  'Selection deleted': '已删除选中内容',
  'Go to line': '转到行',
  go: '转到',
  Find: '查找',
  Replace: '替换为',
  next: '下一个',
  previous: '上一个',
  all: '全选',
  'match case': '区分大小写',
  'by word': '全字匹配',
  regexp: '正则表达式',
  replace: '替换',
  'replace all': '全部替换',
  close: '关闭',
  'current match': '当前匹配',
  'replaced $ matches': '已替换 $ 处',
  'replaced match on line $': '已替换第 $ 行的匹配',
  'on line': '，第',
  Completions: '可以填写的内容',
  Diagnostics: '需要改正之处',
  'No diagnostics': '没有发现错误',
};

/** What the editor says in place of its own words. */
export const phrases = (language: Language): Record<string, string> => (language === 'zh-CN' ? { ...CHINESE } : {});
