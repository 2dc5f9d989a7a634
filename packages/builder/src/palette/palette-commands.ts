import type { Command } from '../session/command.ts';
import { insertFields } from '../structure/insert.ts';
import { fieldKinds, type FieldKindOffer } from './field-kinds.ts';

/** Adds a field of a kind behind what is selected. */
const adding = ({ id, title, key, schema, shown }: FieldKindOffer): Command => ({
  id: `add-${id}`,
  title: { 'zh-CN': `添加字段：${title['zh-CN']}`, en: `Add field: ${title.en}` },
  run(session) {
    const behind = session.selection.peek().slice(-1)[0];
    const { edits, select } = insertFields(
      session.value.peek(),
      [{ key, schema, ...(shown ? { shown } : {}) }],
      behind,
    );
    session.edit({ title: { 'zh-CN': `添加字段“${title['zh-CN']}”`, en: `Add field ${title.en}` } }, edits, select);
  },
});

/** One command for each kind of field. */
export const paletteCommands: readonly Command[] = fieldKinds.map(adding);
