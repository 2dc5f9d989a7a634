import type { CoverageBlock } from '../../generated/report.ts';
import { languageOf } from '../words/report.messages.ts';
import { periodWords } from '../../time/period-words.ts';
import type { Work } from '../work.ts';
import type { CoverageModel, MissingFilings } from '../model.ts';
import type { Row } from '../rows/row.ts';
import { Grid } from '../grid/grid.ts';
import { allFilters } from '../grid/filters.ts';
import { MeasureGrid } from '../grid/measures.ts';
import { childrenOf } from './order.ts';
import { TOTAL } from '../cube/axis.ts';

export function coverageModel(block: CoverageBlock, work: Work): CoverageModel {
  return {
    kind: 'coverage',
    data: block.data.map((dataId) => {
      const set = work.context.index.data.get(dataId);
      const forms = set?.filings ?? set?.records ?? [];
      const plan = { rows: block.rows, columns: [], filters: allFilters(block.filter, work.chosen.filters) };
      const grid = new MeasureGrid(
        work.data,
        work.context,
        plan,
        [],
        new Grid(work.data, work.context, plan, [dataId]),
      );
      const { children } = childrenOf(grid, 'rows', work);
      const rows: CoverageModel['data'][number]['rows'][number][] = [];
      const add = (node: number, depth: number, title: string): void => {
        const below = children.get(node) ?? [];
        const { expected, reported } = grid.grid.coverage(dataId, node) ?? { expected: 0, reported: 0 };
        const names =
          block.names !== false && below.length === 0 && node !== TOTAL ? grid.grid.unreported(dataId, node) : [];
        rows.push({ title, depth, expected, reported, missing: grouped(names, forms.length > 1, work) });
        for (const child of below) add(child, depth + 1, grid.memberOf('rows', child).title);
      };
      for (const node of children.get(TOTAL) ?? []) add(node, 0, grid.memberOf('rows', node).title);
      const { expected, reported } = grid.grid.coverage(dataId, TOTAL) ?? { expected: 0, reported: 0 };
      rows.push({ title: work.context.words.total, depth: 0, expected, reported, missing: [] });
      return { title: work.dataTitle(dataId), rows };
    }),
  };
}

/** Filings that are missing, by form and period. */
function grouped(rows: readonly Row[], hasForms: boolean, work: Work): readonly MissingFilings[] {
  const groups = new Map<string, { orgId: string; title: string }[]>();
  for (const { orgId, when, kind } of rows) {
    const title = [
      hasForms ? work.definitionTitle(kind) : '',
      when === '' || when === work.chosen.period ? '' : periodWords(when, languageOf(work.locale)),
    ]
      .filter((text) => text !== '')
      .join(' ');
    const list = groups.get(title) ?? [];
    groups.set(title, list);
    list.push({ orgId, title: work.data.sources.organisations.organisation(orgId)?.orgShortName ?? orgId });
  }
  return [...groups].map(([title, organisations]) => ({ title, organisations }));
}
