import type { Definition } from '@jiceng/core/generated/definition.js';
import { showRecordPage } from '../record-page.ts';
import { openPortal } from '../shell.ts';
import { formView } from '../views/form.ts';
import { showLedger } from '../views/ledger.ts';
import { processView } from '../views/process.ts';
import { scorecardView } from '../views/scorecard.ts';
import { asked, byId } from '../page-parts.ts';

// The page for any definition: what it shows follows from the definition's sections.
void openPortal((portal) => {
  const { definition } = portal;
  byId('title').textContent = definition.title;
  byId('lead').textContent = definition.description ?? '';
  document.title = `${definition.title} - ${document.title}`;
  if (isLedger(definition)) return showLedger(portal);
  return showRecordPage(
    portal,
    definition.process ? processView : definition.score?.entries !== undefined ? scorecardView : formView,
  );
});

/**
 * Records that are listed and followed up, rather than filed or led through steps, also those of things of which there
 * can be many at any time; one record of a list opens in the list.
 */
function isLedger({ ledger, filing, process, subject }: Definition): boolean {
  const isListed = ledger !== undefined || subject !== 'organisation';
  return isListed && !filing && !(process && asked('record') !== undefined);
}
