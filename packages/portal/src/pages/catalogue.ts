import { burdenOf } from '@jiceng/core/burden/calendar.js';
import { cardOf, fills, loadCatalogue, type Catalogue } from '../catalogue/catalogue.ts';
import { entryCard } from '../catalogue/card.ts';
import { addressOf, asked, make } from '../page-parts.ts';
import { openFrame } from '../shell.ts';

// Everything that can be filled in: by group, with who, how often and how long, a preview, and a copy to take along.
void openFrame(async (frame) => {
  const { content, source, orgId } = frame;
  const { mirror } = source;
  const own = mirror.organisation(orgId);
  const definitions = [...mirror.definitions()].map(({ definition }) => definition);
  const catalogue = await loadCatalogue(definitions);
  const search = make('input', {
    type: 'search',
    id: 'search',
    placeholder: '名称、业务名称或用途',
    value: asked('search') ?? '',
  });
  const onlyOwn = make('input', { type: 'checkbox', id: 'own' });
  const found = make('p', { className: 'counts' });
  found.setAttribute('aria-live', 'polite');
  const index = make('ul', { className: 'index' });
  const groups = make('div');
  const show = (): void => {
    const words = search.value
      .trim()
      .toLowerCase()
      .split(/\s+/)
      .filter((word) => word !== '');
    const wanted = catalogue.groups
      .map(({ title, definitions: all }) => ({
        title,
        cards: all
          .filter((definition) => !onlyOwn.checked || (own && fills(definition, own)))
          .map((definition) => cardOf(definition, catalogue))
          .filter((card) => words.every((word) => card.words.includes(word))),
      }))
      .filter(({ cards }) => cards.length > 0);
    const count = wanted.reduce((sum, { cards }) => sum + cards.length, 0);
    found.textContent = count === 0 ? '没有找到，请换个词试试。' : `共 ${count} 张表。`;
    index.replaceChildren(
      ...wanted.map(({ title, cards }, at) =>
        make('li', {}, make('a', { href: `#group-${at}` }, `${title}（${cards.length}）`)),
      ),
    );
    groups.replaceChildren(
      ...wanted.map(({ title, cards }, at) =>
        make(
          'section',
          { className: 'group', id: `group-${at}` },
          make('h3', {}, `${title}（${cards.length}）`),
          make('div', { className: 'entries' }, ...cards.map((card) => entryCard(card, frame))),
        ),
      ),
    );
  };
  search.addEventListener('input', (event) => {
    if (!(event as InputEvent).isComposing) show();
  });
  search.addEventListener('compositionend', show);
  onlyOwn.addEventListener('change', show);
  content.replaceChildren(
    make('p', { className: 'counts' }, summaryOf(catalogue)),
    make(
      'p',
      { className: 'pick' },
      make('a', { href: addressOf('reports.html') }, '查看统计报表'),
      ' ',
      make('a', { href: addressOf('import.html') }, '用 Excel 台账建一张新表'),
      ' ',
      make('a', { href: addressOf('builder.html') }, '设计一张新表'),
    ),
    make(
      'p',
      { className: 'pick' },
      make('label', { htmlFor: 'search' }, '查找 '),
      search,
      ' ',
      make('label', {}, onlyOwn, ' 只看本单位填报的'),
    ),
    found,
    index,
    groups,
  );
  show();
});

/** What all of them together cost a village. */
function summaryOf({ groups, served }: Catalogue): string {
  const cost = burdenOf(
    groups.flatMap(({ definitions }) => definitions),
    { orgType: 'rural', orgForm: 'branch', orgLevel: 'village' },
  );
  return `${groups.reduce((sum, { definitions }) => sum + definitions.length, 0)} 张表覆盖 ${served} 项业务。一个村党支部按现有全部表格，平均每月填报约 ${Math.round(cost.minutesPerYear / 12)} 分钟，其中 ${Math.round(cost.prefillShare ?? 0)}% 的栏目自动取数。`;
}
