import type { Command } from '../session/command.ts';
import { paletteCommands } from '../palette/palette-commands.ts';
import { arrangeCommands } from './arrange-commands.ts';
import { contentCommands } from './content-commands.ts';

const historyCommands: readonly Command[] = [
  {
    id: 'undo',
    title: { 'zh-CN': '撤销', en: 'Undo' },
    keys: ['Ctrl+Z'],
    refused: (session) =>
      session.document.nextUndo.value
        ? undefined
        : { 'zh-CN': '还没有可撤销的操作。', en: 'There is nothing to undo.' },
    run: (session) => void session.undo(),
  },
  {
    id: 'redo',
    title: { 'zh-CN': '重做', en: 'Redo' },
    keys: ['Ctrl+Shift+Z', 'Ctrl+Y'],
    refused: (session) =>
      session.document.nextRedo.value
        ? undefined
        : { 'zh-CN': '没有可重做的操作。', en: 'There is nothing to do again.' },
    run: (session) => void session.redo(),
  },
];

/** What can be done whatever pane is open, in the order of the command palette. */
export const coreCommands: readonly Command[] = [
  ...historyCommands,
  ...contentCommands,
  ...arrangeCommands,
  ...paletteCommands,
];
