import { define } from '@jiceng/elements/internal/define.js';
import { CommandPalette } from './command-palette.ts';
import { HistoryMenu } from './history-menu.ts';
import { QuestionDialog } from './question-dialog.ts';

declare global {
  interface HTMLElementTagNameMap {
    'jc-builder-commands': CommandPalette;
    'jc-builder-history': HistoryMenu;
    'jc-builder-question': QuestionDialog;
  }
}

define('jc-builder-commands', CommandPalette);
define('jc-builder-history', HistoryMenu);
define('jc-builder-question', QuestionDialog);
