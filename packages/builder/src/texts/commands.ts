import { strayTranslations } from '@jiceng/core/definition/translations.js';
import type { Json } from '@jiceng/core/json/json.js';
import type { Command } from '../session/command.ts';
import { languagesOf, removeStray } from './text-rows.ts';

/** Languages with translations that have no text. */
const strayOf = (document: Json): string[] =>
  languagesOf(document).filter((locale) => strayTranslations(document, locale).length > 0);

/** Can be done from the command palette, too. */
export const removeStrayCommand: Command = {
  id: 'remove-stray-translations',
  title: { 'zh-CN': '清除多余的译文', en: 'Take stray translations out' },
  refused: ({ value }) =>
    strayOf(value.value).length > 0
      ? undefined
      : { 'zh-CN': '没有多余的译文。', en: 'There are no stray translations.' },
  run(session) {
    const document = session.value.peek();
    session.edit(
      { title: removeStrayCommand.title },
      strayOf(document).flatMap((locale) => removeStray(document, locale)),
    );
  },
};
