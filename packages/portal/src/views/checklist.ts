import type { Change } from '@jiceng/core/json/changes.js';
import type { Json } from '@jiceng/core/json/json.js';
import type { SourceRequest } from '@jiceng/elements/scorecard/explanation.js';
import { isWaitingFor } from '../chooser.ts';
import { Evidence } from '../evidence.ts';
import { moreFields } from '../more-fields.ts';
import type { RecordPage, RecordParts } from '../record-page.ts';
import { openSources } from '../sources.ts';

/** A check list: one answer after the other, saved as they are given, and what else is asked about the same thing. */
export async function checklistView(page: RecordPage): Promise<RecordParts> {
  const { portal, organisation, save, record } = page;
  const { source, person, definition } = portal;
  const evidence = new Evidence(portal);
  await evidence.learn(record);
  const list = document.createElement('jc-checklist');
  Object.assign(list, { definition, organisation, fileName: evidence.nameOf });
  list.addEventListener(
    'jc-change',
    (event) => void save((event as CustomEvent<{ changes: readonly Change[] }>).detail.changes),
  );
  list.addEventListener(
    'jc-source-open',
    (event) => void openSources((event as CustomEvent<SourceRequest>).detail, portal),
  );
  list.addEventListener('jc-file-add', (event) => {
    const { pointer, files } = (event as CustomEvent<{ pointer: string; files: readonly File[] }>).detail;
    void evidence.add(pointer, files, list.value as Json, save);
  });
  const more = moreFields(page);
  return {
    views: more ? [list, more] : [list],
    moves: 'around',
    changed(next) {
      list.readonly =
        !isWaitingFor(person, next, definition, source.mirror) ||
        next.filing?.status === 'submitted' ||
        next.filing?.status === 'inReview';
    },
  };
}
