import { openPopup } from '../internal/popup.ts';
import { uniqueId } from '../internal/unique-id.ts';
import { button, make, setAttribute } from '../internal/nodes.ts';
import { moreMessages } from './more.messages.ts';
import type { PickSource } from './pick-sources.ts';
import { VirtualList } from './virtual-list.ts';

/** One line of a picker. */
export interface PickItem {
  readonly id: string;
  readonly title: string;
  /** Smaller words behind: the path, the code. */
  readonly note?: string;
  /** Depth in a tree, from 0; absent in plain lists. */
  readonly level?: number;
  /** Whether it is open; `undefined`: there is nothing below. */
  readonly open?: boolean;
}

export interface PickerOptions {
  readonly source: PickSource;
  readonly anchor: HTMLElement;
  readonly layer: HTMLElement;
  readonly label: string;
  readonly locale: string;
  readonly multiple?: boolean;
  readonly chosen: readonly string[];
  /** What is searched for at first. */
  readonly search?: string;
  choose(ids: readonly string[]): void;
  /** It has closed, after `choose` where something was chosen. */
  closed?(): void;
}

/** Height of a line in px at normal size; larger controls make larger lines. */
const LINE = 36;

/**
 * A searchable list or tree in a popup; lines out of view are not in the document. The search has the focus, arrows go
 * through the lines.
 */
export function openPicker({
  source,
  anchor,
  layer,
  label,
  locale,
  multiple = false,
  chosen,
  search: first = '',
  choose,
  closed,
}: PickerOptions): void {
  const text = moreMessages(locale);
  const { tree = false } = source;
  let shown: readonly PickItem[] = [];
  let active = 0;
  const picked = new Set(chosen);
  openPopup({
    anchor,
    layer,
    label,
    width: 340,
    height: 440,
    className: 'picker',
    closed,
    build(dialog, close) {
      const prefix = uniqueId('pick');
      const line = Math.max(LINE, parseInt(getComputedStyle(anchor).minHeight, 10) || LINE);
      const search = make('input', {
        class: 'input',
        type: 'text',
        role: 'combobox',
        autocomplete: 'off',
        'aria-label': text.searchIn(label),
        'aria-expanded': 'true',
        'aria-autocomplete': 'list',
        placeholder: source.placeholder ?? text.search,
      });
      search.value = first;
      const said = make('p', { class: 'pick-said', role: 'status' });
      const list = new VirtualList(tree ? 'tree' : 'listbox', label, line, draw);
      if (multiple) list.node.setAttribute('aria-multiselectable', 'true');
      list.node.id = `${prefix}-list`;
      search.setAttribute('aria-controls', list.node.id);

      function draw(index: number): HTMLElement {
        const item = shown[index]!;
        const node = make('div', {
          class: `pick-line${index === active ? ' active' : ''}`,
          id: `${prefix}-${index}`,
          role: tree ? 'treeitem' : 'option',
          'aria-selected': String(picked.has(item.id)),
          'aria-setsize': String(shown.length),
          'aria-posinset': String(index + 1),
          'aria-level': item.level === undefined ? undefined : String(item.level + 1),
          'aria-expanded': item.open === undefined ? undefined : String(item.open),
        });
        for (let depth = 0; depth < Math.min(item.level ?? 0, 8); depth++)
          node.append(make('span', { class: 'indent' }));
        if (item.level !== undefined) {
          const twist = make('span', {
            class: `twist${item.open === undefined ? ' leaf' : item.open ? ' open' : ''}`,
            'aria-hidden': 'true',
          });
          twist.addEventListener('click', (event) => {
            event.stopPropagation();
            fold(item, !item.open);
          });
          node.append(twist);
        }
        if (multiple)
          node.append(make('span', { class: `tick${picked.has(item.id) ? ' on' : ''}`, 'aria-hidden': 'true' }));
        node.append(make('span', { class: 'line-title' }, item.title));
        if (item.note) node.append(make('span', { class: 'line-note' }, item.note));
        node.addEventListener('click', () => {
          active = index;
          take(item);
        });
        return node;
      }

      function refresh(reset: boolean): void {
        const wanted = search.value.trim();
        shown = source.items(wanted);
        if (reset)
          active = Math.max(
            0,
            shown.findIndex(({ id }) => picked.has(id)),
          );
        active = Math.min(active, Math.max(0, shown.length - 1));
        said.textContent = shown.length === 0 ? text.nothingFound : (source.hint?.(wanted, shown.length) ?? '');
        said.hidden = said.textContent === '';
        list.reset(shown.length);
        move(active);
      }
      function move(to: number): void {
        active = Math.max(0, Math.min(to, shown.length - 1));
        list.reveal(active);
        setAttribute(search, 'aria-activedescendant', shown.length > 0 ? `${prefix}-${active}` : undefined);
      }
      function fold(item: PickItem, open: boolean): void {
        if (item.open === undefined) return;
        source.toggle?.(item.id, open);
        active = shown.indexOf(item);
        refresh(false);
        search.focus();
      }
      function take(item: PickItem | undefined): void {
        if (!item) return;
        if (!multiple) {
          close();
          return choose([item.id]);
        }
        if (!picked.delete(item.id)) picked.add(item.id);
        move(active);
      }

      search.addEventListener('input', (event) => {
        if (!(event as InputEvent).isComposing) refresh(true);
      });
      search.addEventListener('compositionend', () => refresh(true));
      search.addEventListener('keydown', (event) => {
        if (event.isComposing || event.keyCode === 229) return;
        const item = shown[active];
        if (event.key === 'ArrowDown') move(active + 1);
        else if (event.key === 'ArrowUp') move(active - 1);
        else if (event.key === 'PageDown') move(active + 8);
        else if (event.key === 'PageUp') move(active - 8);
        else if (event.key === 'Enter') take(item);
        else if (
          tree &&
          item &&
          event.key === 'ArrowRight' &&
          search.selectionEnd === search.value.length &&
          item.open !== undefined
        )
          item.open ? move(active + 1) : fold(item, true);
        else if (tree && item && event.key === 'ArrowLeft' && search.selectionStart === 0)
          item.open ? fold(item, false) : move(parentOf(shown, active));
        else return;
        event.preventDefault();
      });
      const actions = make('div', { class: 'popup-actions' });
      if (multiple)
        actions.append(
          button(
            text.done,
            () => {
              close();
              choose([...picked]);
            },
            'button primary',
          ),
        );
      else if (chosen.length > 0)
        actions.append(
          button(
            text.clear,
            () => {
              close();
              choose([]);
            },
            'button plain',
          ),
        );
      actions.append(button(text.close, close, 'button plain'));
      dialog.append(search, said, list.node, actions);
      queueMicrotask(() => {
        refresh(true);
        search.focus();
      });
    },
  });
}

function parentOf(shown: readonly PickItem[], at: number): number {
  const level = shown[at]?.level ?? 0;
  for (let index = at - 1; index >= 0; index--) if ((shown[index]?.level ?? 0) < level) return index;
  return at;
}
