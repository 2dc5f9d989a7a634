import type { ReportBuilderDetail } from '@jiceng/builder/report-builder/report-builder-events.js';
import type { ReportBuilder } from '@jiceng/builder/report-builder/report-builder.js';
import type { Report } from '@jiceng/core/generated/report.js';
import { fetchJson } from '../data-set.ts';
import { addressOf, asked, button, download, make } from '../page-parts.ts';
import { entries, FOLDER, groupTitles } from '../reports/list.ts';
import { keepReport, ownReports } from '../reports/own.ts';
import { startOf } from '../reports/show.ts';
import { openFrame } from '../shell.ts';

// Draws a report: a new one, one of one's own, or a copy of a ready one.
void openFrame(async (frame) => {
  const { content, notes } = frame;
  const id = asked('report');
  const [groups, ready] = await Promise.all([
    groupTitles(),
    entries().then((all) => Promise.all(all.map(({ path }) => fetchJson<Report>(`${FOLDER}${path}`)))),
  ]);
  const own = ownReports().get(id ?? '');
  const model = ready.find((report) => report.id === id);
  const report = own ?? (model && { ...model, id: `${model.id}-own`, title: `${model.title}（自定）` });
  const builder = document.createElement('jc-report-builder') as ReportBuilder;
  Object.assign(builder, {
    report,
    groups,
    templates: ready.map((each) => ({ ...each, id: `${each.id}-own` })),
    organisation: startOf(report, frame),
  });
  let savedAs = own?.id; // a report that was not opened here is never written over
  builder.addEventListener('jc-save', (event) => {
    const { report: drawn, problems } = (event as CustomEvent<ReportBuilderDetail>).detail;
    if (!drawn)
      return notes.say(`还有 ${problems.length} 处需要修改，暂时不能保存：${problems[0]?.reason['zh-CN'] ?? ''}`, true);
    savedAs ??= freeId(drawn.id);
    if (!keepReport({ ...drawn, id: savedAs })) return notes.say('保存失败：浏览器存储空间不足或不可用。', true);
    void builder.discardDraft();
    notes.say(
      `已保存“${drawn.title}”。`,
      false,
      make('a', { href: addressOf('reports.html', { report: savedAs }) }, '打开报表'),
    );
  });
  content.replaceChildren(
    make(
      'p',
      { className: 'pick' },
      make('a', { href: addressOf('reports.html') }, '返回报表目录'),
      ' ',
      button('下载文件', () => takeAlong(builder), 'plain'),
    ),
    builder,
  );
});

/** The report as it stands, as a file; half-made too. */
function takeAlong({ text, reportSession }: ReportBuilder): void {
  if (text !== '')
    download(
      new Blob([text], { type: 'application/json' }),
      `${reportSession?.admitted.peek()?.title ?? '未完成的报表'}.json`,
    );
}

function freeId(id: string): string {
  const taken = ownReports();
  if (!taken.has(id)) return id;
  for (let number = 2; ; number++) if (!taken.has(`${id}-${number}`)) return `${id}-${number}`;
}
