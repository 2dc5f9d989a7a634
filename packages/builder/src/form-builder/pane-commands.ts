import { tidyCommand } from '../json-view/tidy.ts';
import { ledgerCommands } from '../ledger/commands.ts';
import { lifeCommands } from '../life/commands.ts';
import { logicCommands } from '../logic/logic-commands.ts';
import { scoreCommands } from '../score/commands.ts';
import type { Command } from '../session/command.ts';
import { removeStrayCommand } from '../texts/commands.ts';

/**
 * What can be done on the sides of a definition besides its layout, in the order of the tabs. The command palette loads
 * it.
 */
export const paneCommands: readonly Command[] = [
  ...scoreCommands,
  ...ledgerCommands,
  ...lifeCommands,
  ...logicCommands,
  removeStrayCommand,
  tidyCommand,
];
