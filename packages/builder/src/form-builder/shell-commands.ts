import { coreCommands } from '../commands/all-commands.ts';
import type { Command } from '../session/command.ts';
import { panes } from './panes.ts';

/** What commands need of the builder around the session. */
export interface Shell {
  pane: string;
  save(): void;
  openCommands(): void;
  /** Puts the focus on the tab of the open pane: the next step with Tab is into it. */
  focusTab(): void;
}

/**
 * The commands of a builder that are there from the start: those of the layout, and those that go from one side to
 * another.
 */
export function shellCommands(shell: Shell): readonly Command[] {
  const show = (id: string, zh: string, en: string): Command => ({
    id: `show-${id}`,
    title: { 'zh-CN': `打开“${zh}”`, en: `Open ${en}` },
    run: () => {
      shell.pane = id;
      shell.focusTab();
    },
  });
  return [
    {
      id: 'all-commands',
      title: { 'zh-CN': '全部操作', en: 'All commands' },
      keys: ['Ctrl+K'],
      run: () => shell.openCommands(),
    },
    { id: 'save', title: { 'zh-CN': '保存', en: 'Save' }, keys: ['Ctrl+S'], run: () => shell.save() },
    ...coreCommands,
    show('design', '版面', 'Layout'),
    ...panes.map(({ id, title }) => show(id, title['zh-CN'], title.en)),
  ];
}
