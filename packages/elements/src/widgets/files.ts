import type { FieldModel } from '@jiceng/core/form/field.js';
import type { Json } from '@jiceng/core/json/json.js';
import { adopt } from '../internal/adopt.ts';
import { button, clear, make } from '../internal/nodes.ts';
import { uniqueId } from '../internal/unique-id.ts';
import { moreMessages } from './more.messages.ts';
import styles from './more.styles.ts';
import type { Widget, WidgetType } from './widget.ts';

/** A list takes three files unless its schema says otherwise: evidence helps, it is not the work. */
const MOST = 3;
/** Larger files are refused before they are read. */
const MEGABYTES = 20;

/** Files kept in the data source; the field holds their ids. */
export const filesWidget: WidgetType = {
  name: 'files',
  rank: ({ kind, node }) =>
    (kind === 'text' && node.format === 'file') || (kind === 'list' && node.item()?.format === 'file') ? 3 : 0,
  create(field, context): Widget {
    const { dataSource } = context;
    const text = moreMessages(context.locale);
    adopt(context.layer, styles);
    const single = field.kind === 'text';
    const { maxItems } = field.node.schema;
    const most = single ? 1 : typeof maxItems === 'number' ? maxItems : MOST;
    const names = new Map<string, string>();
    const input = make('input', {
      type: 'file',
      class: 'visually-hidden',
      tabindex: '-1',
      'aria-hidden': 'true',
      multiple: !single,
    });
    const add = button(text.addFile, () => input.click());
    const list = make('ul', { class: 'files' });
    const note = make('p', { class: 'help', role: 'status' });
    const node = make('div', { class: 'file-list', role: 'group' }, list, add, input, note);
    const ids = () => idsOf(field);
    const put = (next: readonly string[]) => {
      field.set(next.length === 0 ? undefined : single ? next[0] : next);
      context.committed(field);
    };
    const draw = () => {
      const now = ids();
      clear(list);
      for (const id of now) {
        const name = make('span', { class: 'file-name', dir: 'auto' }, names.get(id) ?? text.file);
        if (!names.has(id))
          void dataSource?.file(id).then(
            (found) => {
              if (found) {
                names.set(id, found.file.name);
                name.textContent = found.file.name;
              }
            },
            () => undefined,
          );
        const remove = button(
          text.remove,
          () => {
            put(ids().filter((other) => other !== id));
            context.announce(text.fileRemoved);
            add.focus();
          },
          'button plain',
        );
        remove.setAttribute('aria-label', text.removeFile(names.get(id) ?? text.file));
        list.append(make('li', { class: 'file' }, name, remove));
      }
      add.hidden = now.length >= most;
      add.disabled = dataSource === undefined;
      note.textContent = dataSource === undefined ? text.noFileStore : text.fileLimit(most, MEGABYTES);
    };
    input.addEventListener('change', (event) => {
      event.stopPropagation();
      void take([...(input.files ?? [])]);
      input.value = '';
    });
    const take = async (files: readonly File[]) => {
      const kept: string[] = [];
      const problems: string[] = [];
      for (const file of files.slice(0, most - ids().length)) {
        if (file.size > MEGABYTES * 1_000_000) {
          problems.push(text.fileTooLarge(file.name, MEGABYTES));
          continue;
        }
        const id = `${uniqueId('file')}-${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 10)}`;
        try {
          await dataSource!.putFile(
            { id, name: file.name, type: file.type, size: file.size },
            new Uint8Array(await file.arrayBuffer()),
          );
          names.set(id, file.name);
          kept.push(id);
        } catch {
          problems.push(text.fileFailed(file.name));
        }
      }
      if (kept.length > 0) put([...ids(), ...kept]);
      const said = [...problems, ...(kept.length > 0 ? [text.fileAdded(kept.length)] : [])].join(' ');
      context.announce(said);
      if (problems.length > 0) note.textContent = said;
    };
    return { node, control: node, group: true, show: draw, focus: () => add.focus() };
  },
};

function idsOf(field: FieldModel): readonly string[] {
  const value = field.value.peek();
  return Array.isArray(value)
    ? value.filter((id: Json): id is string => typeof id === 'string')
    : typeof value === 'string' && value !== ''
      ? [value]
      : [];
}
