import { burdenOf } from '@jiceng/core/burden/calendar.js';
import { cardOf, loadCatalogue, type Catalogue } from '../catalogue/catalogue.ts';
import { entryCard } from '../catalogue/card.ts';
import { asked, make } from '../page-parts.ts';
import { openFrame } from '../shell.ts';

// Everything that can be filled in: by group, with who, how often and how long, a preview, and a copy to take along.
void openFrame(async ({ content, source }) => {
  const { mirror } = source;
  const definitions = [...mirror.definitions()].map(({ definition }) => definition);
  const catalogue = await loadCatalogue(definitions);
  const search = make('input', { type: 'search', id: 'search', placeholder: '名称、业务名称或用途', value: asked('search') ?? '' });
  const found = make('p', { className: 'counts' });
  found.setAttribute('aria-live', 'polite');
  const groups = make('div');
  const show = (): void => {
    const words = search.value.trim().toLowerCase().split(/\s+/).filter((word) => word !== '');
    const sections = catalogue.groups.map((group) => {
      const cards = group.definitions.map((definition) => cardOf(definition, catalogue)).filter((card) => words.every((word) => card.words.includes(word)));
      return { count: cards.length, section: make('section', { className: 'group', hidden: cards.length === 0 }, make('h3', {}, `${group.title}（${cards.length}）`), ...cards.map((card) => entryCard(card, source))) };
    });
    const count = sections.reduce((sum, each) => sum + each.count, 0);
    found.textContent = count === 0 ? '没有找到，请换个词试试。' : `共 ${count} 张表。`;
    groups.replaceChildren(...sections.map(({ section }) => section));
  };
  search.addEventListener('input', (event) => { if (!(event as InputEvent).isComposing) show(); });
  search.addEventListener('compositionend', show);
  content.replaceChildren(make('p', { className: 'counts' }, summaryOf(catalogue)), make('p', { className: 'pick' }, make('label', { htmlFor: 'search' }, '查找 '), search), found, groups);
  show();
});

/** What all of them together cost a village. */
function summaryOf({ groups, served }: Catalogue): string {
  const cost = burdenOf(groups.flatMap(({ definitions }) => definitions), { orgType: 'rural', orgForm: 'branch', orgLevel: 'village' });
  return `${groups.reduce((sum, { definitions }) => sum + definitions.length, 0)} 张表覆盖 ${served} 项业务。一个村党支部按现有全部表格，平均每月填报约 ${Math.round(cost.minutesPerYear / 12)} 分钟，其中 ${Math.round(cost.prefillShare ?? 0)}% 的栏目自动取数。`;
}
