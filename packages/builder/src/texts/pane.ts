import { strayTranslations, textPlaces, translationsOf } from '@jiceng/core/definition/text-places.js';
import { own, type Json } from '@jiceng/core/json/json.js';
import type { Command } from '../session/command.ts';
import type { Pane } from '../session/pane.ts';
import { languagesOf, removeStray } from './text-rows.ts';

/** Languages with translations that have no text. */
const strayOf = (document: Json): string[] => languagesOf(document).filter((locale) => strayTranslations(document, locale).length > 0);

const removeStrayCommand: Command = {
  id: 'remove-stray-translations',
  title: { 'zh-CN': '清除多余的译文', en: 'Take stray translations out' },
  refused: ({ value }) => (strayOf(value.value).length > 0 ? undefined : { 'zh-CN': '没有多余的译文。', en: 'There are no stray translations.' }),
  run(session) {
    const document = session.value.peek();
    session.edit({ title: removeStrayCommand.title }, strayOf(document).flatMap((locale) => removeStray(document, locale)));
  },
};

export const textsPane: Pane = {
  id: 'texts',
  title: { 'zh-CN': '文字', en: 'Texts' },
  help: { 'zh-CN': '全部文字与译文并排修改，看看哪些没有译文，用加长的文字试一试。', en: 'All texts beside their translations: see which are missing, and try the form with long texts.' },
  tag: 'jc-texts',
  load: () => import('./define.ts'),
  commands: [removeStrayCommand],
  mark({ value }) {
    const english = translationsOf(value.value, 'en');
    if (Object.keys(english).length === 0) return undefined; // speaks Chinese only
    const missing = textPlaces(value.value).filter(({ pointer }) => own(english, pointer) === undefined).length;
    return missing === 0 ? undefined : String(missing);
  },
};
