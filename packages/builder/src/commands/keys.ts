import type { Command } from '../session/command.ts';

/** What of a keyboard event tells its shortcut. */
export type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** The shortcut of a key press as commands write it: `Ctrl+Shift+Z`. */
export function shortcutOf({ key, ctrlKey, metaKey, altKey, shiftKey }: Press): string {
  return [
    ctrlKey || metaKey ? 'Ctrl' : '',
    altKey ? 'Alt' : '',
    shiftKey ? 'Shift' : '',
    key.length === 1 ? key.toUpperCase() : key,
  ]
    .filter(Boolean)
    .join('+');
}

/** The command of a key press. */
export function commandFor(commands: readonly Command[], press: Press): Command | undefined {
  const pressed = shortcutOf(press);
  return commands.find(({ keys }) => keys?.includes(pressed));
}

/** Shortcuts that mean the same everywhere; the others belong to text while it is edited. */
const EVERYWHERE: ReadonlySet<string> = new Set(['Ctrl+K', 'Ctrl+S']);

/** Whether a press is for the text field in which it happens, and not for the builder. */
export function isForText(path: readonly EventTarget[], press: Press): boolean {
  if (EVERYWHERE.has(shortcutOf(press))) return false;
  const [target] = path;
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}
