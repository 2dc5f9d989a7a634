/** What a key asks for. `ready`: a cell is active and its text selected; `typing`: the caret is inside the text. */
export type Intent =
  | { readonly kind: 'move' | 'jump'; readonly lines: number; readonly columns: number; readonly extend?: boolean }
  | { readonly kind: 'page'; readonly by: 1 | -1; readonly extend?: boolean }
  | {
      readonly kind: 'edge';
      readonly line?: 'first' | 'last';
      readonly column?: 'first' | 'last';
      readonly extend?: boolean;
    }
  | { readonly kind: 'next'; readonly by: 1 | -1 }
  /** `add`: beside what is there, as with several sorted columns. */
  | { readonly kind: 'activate'; readonly add?: boolean }
  | { readonly kind: 'edit' | 'cancel' | 'commit' | 'leave' | 'all' | 'fill' | 'clear' | 'undo' | 'redo' };

/** Where the key was pressed. */
export type KeyMode = 'viewing' | 'ready' | 'typing';

type Key = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'isComposing' | 'keyCode'>;

const arrows = new Map<string, readonly [number, number]>([
  ['ArrowUp', [-1, 0]],
  ['ArrowDown', [1, 0]],
  ['ArrowLeft', [0, -1]],
  ['ArrowRight', [0, 1]],
]);

const commands = new Map<string, 'all' | 'fill' | 'undo' | 'redo'>([
  ['a', 'all'],
  ['d', 'fill'],
  ['z', 'undo'],
  ['y', 'redo'],
  ['shift+z', 'redo'],
]);

/**
 * The grid's answer to a key; `undefined` leaves it to the browser. While an input method composes, every key is its
 * own.
 */
export function intentOf(event: Key, mode: KeyMode, control: string | undefined): Intent | undefined {
  if (event.isComposing || event.keyCode === 229) return undefined;
  const ctrl = event.ctrlKey || event.metaKey;
  if (event.key === 'Tab' && !ctrl && mode !== 'viewing') return { kind: 'next', by: event.shiftKey ? -1 : 1 };
  if (event.key === 'Escape')
    return mode === 'typing' ? { kind: 'cancel' } : mode === 'ready' ? { kind: 'leave' } : undefined;
  if (event.key === 'Enter') {
    if (mode === 'typing')
      return (control === 'longText' && (event.altKey || event.shiftKey)) || ctrl ? undefined : { kind: 'commit' };
    if (mode === 'ready') return { kind: control === 'boolean' ? 'commit' : 'edit' };
    return { kind: 'activate', add: event.shiftKey };
  }
  if (mode === 'typing') return undefined;
  if (event.key === 'F2') return { kind: 'edit' };
  if (event.key === ' ' && mode === 'viewing') return { kind: 'activate' };
  if (event.altKey) return undefined;
  const command = ctrl ? commands.get((event.shiftKey ? 'shift+' : '') + event.key.toLowerCase()) : undefined;
  if (command !== undefined) return { kind: command };
  if (event.key === 'Delete' && !ctrl && !event.shiftKey) return { kind: 'clear' };
  const extend = event.shiftKey ? { extend: true } : {};
  const arrow = arrows.get(event.key);
  if (arrow !== undefined) {
    if (!ctrl) return { kind: 'move', lines: arrow[0], columns: arrow[1], ...extend };
    return { kind: 'jump', lines: arrow[0], columns: arrow[1], ...extend };
  }
  if (event.key === 'Home')
    return ctrl
      ? { kind: 'edge', line: 'first', column: 'first', ...extend }
      : { kind: 'edge', column: 'first', ...extend };
  if (event.key === 'End')
    return ctrl
      ? { kind: 'edge', line: 'last', column: 'last', ...extend }
      : { kind: 'edge', column: 'last', ...extend };
  if (event.key === 'PageUp' || event.key === 'PageDown')
    return { kind: 'page', by: event.key === 'PageUp' ? -1 : 1, ...extend };
  return undefined;
}
