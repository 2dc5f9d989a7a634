import { isObject, own, type Json } from '@jiceng/core/json/json.js';
import { pointerParts, valueAt } from '@jiceng/core/json/pointer.js';
import type { Bilingual, Language } from '@jiceng/core/text/problem.js';
import type { User } from '../structure/remove.ts';

/** What the parts of a definition are called, by their place at the top. */
const KINDS: Readonly<Record<string, Bilingual>> = {
  view: { 'zh-CN': '版面', en: 'Layout' },
  rules: { 'zh-CN': '规则', en: 'Rule' },
  score: { 'zh-CN': '评分', en: 'Score' },
  states: { 'zh-CN': '状态', en: 'State' },
  moves: { 'zh-CN': '流转', en: 'Move' },
  create: { 'zh-CN': '新建人', en: 'Who opens records' },
  ledger: { 'zh-CN': '台账', en: 'Ledger' },
  process: { 'zh-CN': '办理流程', en: 'Process' },
  filing: { 'zh-CN': '报送', en: 'Filing' },
  facts: { 'zh-CN': '统计项', en: 'Fact' },
  prefill: { 'zh-CN': '预填', en: 'Prefill' },
  handovers: { 'zh-CN': '移交', en: 'Hand-over' },
  unique: { 'zh-CN': '唯一约束', en: 'Unique names' },
};

const NAMES = ['title', 'section', 'message', 'name', 'id', 'formula'];

/** What a user of a field is called: its kind and its own title or words. */
export function userWords(value: Json, { pointer, kind }: User, language: Language): string {
  const kindName = own(KINDS, kind)?.[language] ?? kind;
  const parts = pointerParts(pointer);
  for (let length = parts.length; length > 0; length--) {
    const found = valueAt(value, `/${parts.slice(0, length).join('/')}`);
    const name = isObject(found)
      ? NAMES.map((key) => own(found, key)).find((text) => typeof text === 'string' && text !== '')
      : undefined;
    if (typeof name === 'string') return `${kindName}${language === 'zh-CN' ? '：' : ': '}${name}`;
  }
  const number = parts.find((part) => /^\d+$/.test(part));
  return number === undefined ? kindName : `${kindName} ${Number(number) + 1}`;
}
