import { textPlaces, translationsOf } from '@jiceng/core/definition/text-places.js';
import { own } from '@jiceng/core/json/json.js';
import type { Pane } from '../session/pane.ts';

export const textsPane: Pane = {
  id: 'texts',
  title: { 'zh-CN': '文字', en: 'Texts' },
  help: { 'zh-CN': '全部文字与译文并排修改，看看哪些没有译文，用加长的文字试一试。', en: 'All texts beside their translations: see which are missing, and try the form with long texts.' },
  tag: 'jc-texts',
  load: () => import('./define.ts'),
  mark({ value }) {
    const english = translationsOf(value.value, 'en');
    if (Object.keys(english).length === 0) return undefined; // speaks Chinese only
    const missing = textPlaces(value.value).filter(({ pointer }) => own(english, pointer) === undefined).length;
    return missing === 0 ? undefined : String(missing);
  },
};
