import { messagesIn } from '../internal/locale.ts';

/** Texts of drawings. */
export interface ChartTexts {
  readonly table: string;
  readonly savePng: string;
  readonly saveSvg: string;
  readonly keys: string;
  /** Between the parts of a sentence. */
  readonly comma: string;
  kind(chart: string): string;
  /** Members without a number. */
  none(count: number): string;
  members(count: number): string;
  highest(title: string, number: string): string;
  lowest(title: string, number: string): string;
  /** From the first to the last number of a series. */
  course(series: string, first: string, last: string): string;
  drop(stage: string, by: string): string;
  dropBy(by: string): string;
  /** More than can be drawn. */
  onlyFirst(drawn: number, all: number): string;
}

const KINDS: ReadonlyMap<string, { readonly 'zh-CN': string; readonly en: string }> = new Map(
  Object.entries({
    bar: { 'zh-CN': '条形图', en: 'Bar chart' },
    groupedBar: { 'zh-CN': '分组条形图', en: 'Grouped bar chart' },
    stackedBar: { 'zh-CN': '堆积条形图', en: 'Stacked bar chart' },
    line: { 'zh-CN': '折线图', en: 'Line chart' },
    share: { 'zh-CN': '占比图', en: 'Shares of a whole' },
    funnel: { 'zh-CN': '漏斗图', en: 'Funnel' },
    radar: { 'zh-CN': '雷达图', en: 'Radar chart' },
    dot: { 'zh-CN': '散点分布图', en: 'Dot plot' },
    box: { 'zh-CN': '箱线图', en: 'Box plot' },
  }),
);

export const messages = messagesIn<ChartTexts>({
  'zh-CN': {
    table: '数据表',
    savePng: '下载图片（PNG）',
    saveSvg: '下载图片（SVG）',
    keys: '用方向键逐个查看，按回车打开明细。',
    comma: '，',
    kind: (chart) => KINDS.get(chart)?.['zh-CN'] ?? '图',
    none: (count) => `${count}项没有数据`,
    members: (count) => `共${count}项`,
    highest: (title, number) => `最高${title}，${number}`,
    lowest: (title, number) => `最低${title}，${number}`,
    course: (series, first, last) => `${series}由${first}变为${last}`,
    drop: (stage, by) => `到“${stage}”下降${by}`,
    dropBy: (by) => `降${by}`,
    onlyFirst: (drawn, all) => `图中只画前${drawn}项，全部${all}项见数据表。`,
  },
  en: {
    table: 'Data table',
    savePng: 'Save picture (PNG)',
    saveSvg: 'Save picture (SVG)',
    keys: 'Arrow keys go through the numbers, Enter opens what is behind one.',
    comma: ', ',
    kind: (chart) => KINDS.get(chart)?.en ?? 'Chart',
    none: (count) => `${count} without a number`,
    members: (count) => `${count} ${count === 1 ? 'member' : 'members'}`,
    highest: (title, number) => `highest ${title} with ${number}`,
    lowest: (title, number) => `lowest ${title} with ${number}`,
    course: (series, first, last) => `${series} from ${first} to ${last}`,
    drop: (stage, by) => `falls by ${by} to “${stage}”`,
    dropBy: (by) => `down ${by}`,
    onlyFirst: (drawn, all) => `Only the first ${drawn} are drawn; all ${all} stand in the data table.`,
  },
});
