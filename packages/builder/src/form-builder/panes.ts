import { burdenPane } from '../burden/pane.ts';
import { factsPane, lifePane, processPane } from '../life/pane.ts';
import { ledgerPane } from '../ledger/pane.ts';
import { logicPane } from '../logic/pane.ts';
import { publishPane } from '../publish/pane.ts';
import { jsonPane } from '../json-view/pane.ts';
import { previewPane } from '../preview/pane.ts';
import { scorePane } from '../score/pane.ts';
import { pastePane } from '../start/pane.ts';
import type { Pane } from '../session/pane.ts';
import { textsPane } from '../texts/pane.ts';
import { versionsPane } from '../versions/pane.ts';

/** The sides of a definition besides its layout, in the order of their tabs. */
export const panes: readonly Pane[] = [
  scorePane,
  ledgerPane,
  lifePane,
  processPane,
  factsPane,
  logicPane,
  previewPane,
  pastePane,
  burdenPane,
  textsPane,
  versionsPane,
  jsonPane,
  publishPane,
];
