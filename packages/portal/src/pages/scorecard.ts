import type { Change } from '@jiceng/core/engine/contract.js';
import { openRecordPage } from '../record-page.ts';

// A score card: computed items with their sources, the others to fill in, and the review.
openRecordPage(({ portal, definition, organisation, save, record }) => {
  const { source, person, main } = portal;
  const card = document.createElement('jc-scorecard');
  const { status } = record.filing ?? {};
  const reviewing = status === 'inReview' && person.posts.some(({ role }) => role === 'reviewer');
  const filling = ['notStarted', 'draft', 'returned'].includes(status ?? '') && person.posts.some(({ orgId, role }) => role === 'filler' && orgId === record.orgId);
  Object.assign(card, { definition, organisation, person, facts: source.mirror.facts, now: source.now(), reviewing, readonly: !reviewing && !filling });
  card.addEventListener('jc-change', (event) => void save((event as CustomEvent<{ changes: readonly Change[] }>).detail.changes));
  card.addEventListener('jc-source-open', (event) => {
    const { recordIds } = (event as CustomEvent<{ recordIds: readonly string[] }>).detail;
    const first = recordIds.map((id) => source.mirror.record(id)).find((found) => found !== undefined);
    const link = [...document.querySelectorAll<HTMLAnchorElement>('.nav a')].find(({ dataset }) => dataset['definition'] === first?.definition.id);
    if (link && first) window.open(`${link.href}?record=${encodeURIComponent(first.id)}`, '_blank', 'noopener');
    else portal.note(`该数据来自 ${recordIds.length} 条记录，${main.dataset['elsewhere'] ?? '这些记录不在演示页面中。'}`);
  });
  return card;
});
