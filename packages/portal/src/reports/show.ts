import type { Report } from '@jiceng/core/generated/report.js';
import type { Chosen } from '@jiceng/core/report/chosen.js';
import type { Place } from '@jiceng/core/report/model.js';
import { fetchJson } from '../data-set.ts';
import { addressOf, button, make, pageOf } from '../page-parts.ts';
import type { Frame } from '../shell.ts';
import { entries, FOLDER } from './list.ts';
import { ownReports } from './own.ts';
import { readView, writeView, type View } from './view-address.ts';

/**
 * One report over the records of the demo. Its address follows what is chosen and opened, so that it can be passed on.
 */
export async function showReport(frame: Frame, id: string): Promise<void> {
  const { content, source, orgId } = frame;
  const own = ownReports().get(id);
  const entry = own ? undefined : (await entries()).find((each) => each.id === id);
  const back = make('a', { href: addressOf('reports.html') }, '返回报表目录');
  if (!own && !entry) {
    content.replaceChildren(
      make('p', {}, `没有编号为“${id}”的报表，可能已经停用或者地址有误。`),
      make('p', { className: 'pick' }, back),
    );
    return;
  }
  const report = own ?? (await fetchJson<Report>(`${FOLDER}${entry?.path ?? ''}`));
  document.title = `${report.title} - ${document.title}`;
  const element = document.createElement('jc-report');
  let view: View = readView(new URLSearchParams(location.search));
  const told = (change: { readonly chosen?: Chosen; readonly place?: Place | undefined }): void => {
    view = { ...view, ...change };
    const address = new URL(location.href);
    writeView(address.searchParams, view);
    history.replaceState(null, '', address.href);
  };
  Object.assign(element, { report, organisation: startOf(report, frame), chosen: view.chosen, place: view.place });
  element.addEventListener('jc-choose', (event) =>
    told({ chosen: (event as CustomEvent<{ chosen: Chosen }>).detail.chosen }),
  );
  element.addEventListener('jc-number-open', (event) =>
    told({ place: (event as CustomEvent<{ place: Place }>).detail.place }),
  );
  element.addEventListener('jc-number-close', () => told({ place: undefined }));
  element.addEventListener('jc-record-open', (event) => {
    const { recordId } = (event as CustomEvent<{ recordId: string }>).detail;
    const record = source.mirror.record(recordId);
    if (record) location.href = addressOf(pageOf(record.definition.id), { record: recordId });
    else frame.notes.say('这条记录由其他系统保存，这里只有汇总结果。');
  });
  const above = source.mirror.organisation(orgId)?.orgShortName ?? '';
  content.replaceChildren(
    make(
      'p',
      { className: 'pick' },
      back,
      ' ',
      button('打印', () => window.print(), 'plain'),
      ' ',
      make('a', { href: addressOf('report-builder.html', { report: id }) }, own ? '修改报表' : '以此为样本设计'),
      ' ',
      make(
        'span',
        { className: 'weak' },
        `${above ? `当前单位：${above}。` : ''}点击任意数字查看明细和来源记录；地址栏中的链接可以原样打开当前视图。`,
      ),
    ),
    element,
  );
}

/** The organisation at the top at first: the reader's own, or the next above it, of a level that the report offers. */
export function startOf(report: Report | undefined, { source, orgId }: Frame): string | undefined {
  const levels = report ? report.choices?.organisation?.levels : ['county', 'township'];
  if (!levels) return undefined;
  const { directory } = source.mirror;
  const own = source.mirror.organisation(orgId);
  return [...(own ? [own] : []), ...directory.ancestors(orgId)].find(({ orgLevel }) =>
    (levels as readonly string[]).includes(orgLevel),
  )?.orgId;
}
