import { catalogueOf, fetchJson, type CatalogueEntry } from '../data-set.ts';
import { addressOf, asked, make } from '../page-parts.ts';
import type { Frame } from '../shell.ts';
import { ownReports } from './own.ts';

/** A ready report as the list knows it. */
export interface Entry extends CatalogueEntry {
  readonly group: string;
  readonly title: string;
  readonly description: string;
}

/** Where the ready reports stand. */
export const FOLDER = 'schemas/reports/';

/** Group of the reports drawn in this browser. */
const OWN = '';

export const entries = (): Promise<readonly Entry[]> => catalogueOf('reports');

/** Titles of the catalogue's groups, in its order. */
export async function groupTitles(): Promise<Readonly<Record<string, string>>> {
  const { groups } = await fetchJson<{ readonly groups: Readonly<Record<string, { readonly title: string }>> }>(
    'schemas/entries.json',
  );
  return Object.fromEntries(Object.entries(groups).map(([id, { title }]) => [id, title]));
}

/** All ready reports in the order of the catalogue's groups, to be searched. */
export async function listReports({ content }: Frame): Promise<void> {
  const [all, groups] = await Promise.all([entries(), groupTitles()]);
  const drawn = [...ownReports().values()].map(({ id, title, description = '' }): Entry => ({
    path: '',
    id,
    group: OWN,
    title,
    description,
  }));
  const titles = new Map([[OWN, '自己设计的报表'], ...Object.entries(groups)]);
  const order = [...new Set([...titles.keys(), ...all.map(({ group }) => group)])];
  const search = make('input', {
    type: 'search',
    id: 'search',
    placeholder: '名称或用途',
    value: asked('search') ?? '',
  });
  const found = make('p', { className: 'counts' });
  found.setAttribute('aria-live', 'polite');
  const list = make('div', { className: 'entries' });
  const show = (): void => {
    const words = search.value.trim().toLowerCase().split(/\s+/);
    const wanted = [...drawn, ...all].filter(({ title, description }) =>
      words.every((word) => `${title}\n${description}`.toLowerCase().includes(word)),
    );
    found.textContent = wanted.length === 0 ? '没有找到，请换个词试试。' : `共 ${wanted.length} 张报表。`;
    list.replaceChildren(
      ...order
        .flatMap((group) => wanted.filter((report) => report.group === group))
        .map(({ id, group, title, description }) =>
          make(
            'article',
            { className: 'entry' },
            make('p', { className: 'weak' }, titles.get(group) ?? '其他'),
            make('h3', {}, make('a', { href: addressOf('reports.html', { report: id }) }, title)),
            make('p', {}, description),
          ),
        ),
    );
  };
  search.addEventListener('input', (event) => {
    if (!(event as InputEvent).isComposing) show();
  });
  search.addEventListener('compositionend', show);
  content.replaceChildren(
    make(
      'p',
      { className: 'pick' },
      make('label', { htmlFor: 'search' }, '查找 '),
      search,
      ' ',
      make('a', { href: addressOf('report-builder.html') }, '新建报表'),
    ),
    found,
    list,
  );
  show();
}
