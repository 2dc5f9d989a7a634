import { applyEdits, format } from 'jsonc-parser';
import type { Command } from '../session/command.ts';
import type { BuilderSession } from '../session/session.ts';

/** Whether only a part of the definition may be changed here: the whole is then for reading. */
export const isForReading = (session: BuilderSession): boolean =>
  session.supplies.value.core !== undefined || session.supplies.value.level !== undefined;

/** A JSON text indented by two; nothing but spaces and ends of lines changes. */
export const tidied = (text: string): string =>
  applyEdits(text, format(text, undefined, { tabSize: 2, insertSpaces: true, eol: /\r\n?/.exec(text)?.[0] ?? '\n' }));

/** Gives the whole text the usual lines and spaces, as a step of undo. */
export const tidyCommand: Command = {
  id: 'json-tidy',
  title: { 'zh-CN': '整理 JSON 格式', en: 'Tidy up the JSON' },
  refused: (session) =>
    isForReading(session)
      ? { 'zh-CN': '当前层级只能修改本级内容。', en: 'At this level only one’s own part may be changed.' }
      : undefined,
  run({ document, said, language }) {
    document.closeGroup();
    document.setText({ title: tidyCommand.title }, tidied(document.text.peek()));
    said.value = tidyCommand.title[language.peek()];
  },
};
