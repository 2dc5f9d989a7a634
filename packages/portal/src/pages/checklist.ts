import type { Change } from '@jiceng/core/engine/contract.js';
import { openRecordPage } from '../record-page.ts';

// A check list: one answer after the other, saved as they are given.
openRecordPage(({ portal, definition, organisation, save }) => {
  const list = document.createElement('jc-checklist');
  Object.assign(list, { definition, organisation, person: portal.person, facts: portal.source.mirror.facts, now: portal.source.now() });
  list.addEventListener('jc-change', (event) => void save((event as CustomEvent<{ changes: readonly Change[] }>).detail.changes));
  return list;
});
