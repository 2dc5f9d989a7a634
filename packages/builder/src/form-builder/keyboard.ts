import { copyText, pasteText, removeSelected } from '../commands/content-commands.ts';
import { commandFor, isForText } from '../commands/keys.ts';
import type { Command } from '../session/command.ts';
import type { BuilderSession } from '../session/session.ts';

/** Commands that also run while another side than the layout is shown. */
const ON_EVERY_SIDE: ReadonlySet<string> = new Set(['undo', 'redo', 'save', 'all-commands']);

/** Commands that go by the browser's own events, which may use the system's clipboard. */
const BY_CLIPBOARD: ReadonlySet<string> = new Set(['copy', 'cut', 'paste']);

const NO_KEY = { key: '', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };

/** Runs the command of a key press, or says why it does not run now. */
export function runKey(
  session: BuilderSession,
  commands: readonly Command[],
  isLayout: boolean,
  event: KeyboardEvent,
): void {
  if (event.defaultPrevented || event.isComposing || isForText(event.composedPath(), event)) return;
  const command = commandFor(commands, event);
  if (!command || BY_CLIPBOARD.has(command.id) || !(isLayout || ON_EVERY_SIDE.has(command.id))) return;
  event.preventDefault();
  const why = command.refused?.(session);
  if (why) session.said.value = why[session.language.peek()];
  else command.run(session);
}

/** Copies what is selected in the layout, cuts it, or pastes, as the browser's event says. */
export function clip(session: BuilderSession, event: ClipboardEvent): void {
  if (isForText(event.composedPath(), NO_KEY)) return;
  if (event.type === 'paste') {
    if (pasteText(session, event.clipboardData?.getData('text/plain') ?? '')) event.preventDefault();
    return;
  }
  const text = copyText(session);
  if (text === undefined) return;
  event.clipboardData?.setData('text/plain', text);
  event.preventDefault();
  if (event.type === 'cut') removeSelected(session, '剪切', 'Cut');
}
