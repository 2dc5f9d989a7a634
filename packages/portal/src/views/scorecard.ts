import type { Change } from '@jiceng/core/json/changes.js';
import type { Json } from '@jiceng/core/json/json.js';
import type { SourceRequest } from '@jiceng/elements/scorecard/explanation.js';
import { isWaitingFor } from '../chooser.ts';
import { Evidence } from '../evidence.ts';
import { moreFields } from '../more-fields.ts';
import type { RecordPage, RecordParts } from '../record-page.ts';
import { openSources } from '../sources.ts';

/** A score card: computed items with their sources, the others to fill in, and the review. */
export async function scorecardView(page: RecordPage): Promise<RecordParts> {
  const { portal, organisation, save, record } = page;
  const { source, person, definition } = portal;
  const { mirror } = source;
  const evidence = new Evidence(portal);
  await evidence.learn(record);
  const card = document.createElement('jc-scorecard');
  Object.assign(card, {
    definition,
    organisation,
    facts: mirror.facts,
    now: source.now(),
    latestVersion: definition.version,
    fileName: evidence.nameOf,
  });
  card.addEventListener(
    'jc-change',
    (event) => void save((event as CustomEvent<{ changes: readonly Change[] }>).detail.changes),
  );
  card.addEventListener(
    'jc-source-open',
    (event) => void openSources((event as CustomEvent<SourceRequest>).detail, portal),
  );
  card.addEventListener('jc-file-add', (event) => {
    const { pointer, files } = (event as CustomEvent<{ pointer: string; files: readonly File[] }>).detail;
    void evidence.add(pointer, files, card.value as Json, save);
  });
  source.subscribe(() => card.refresh()); // facts may have changed behind it
  const more = moreFields(page);
  return {
    views: more ? [card, more] : [card],
    isNamed: true,
    moves: 'around',
    changed(next) {
      const isMine = isWaitingFor(person, next, definition, mirror);
      card.reviewing = isMine && next.filing?.status === 'inReview';
      card.readonly = !isMine || next.filing?.status === 'submitted';
    },
  };
}
