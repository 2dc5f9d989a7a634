import { messagesIn } from '@jiceng/elements/internal/locale.js';

/** Kinds of block, in the order in which they are offered: name, and when one takes it. */
export const blockTexts = messagesIn<Readonly<Record<string, readonly [title: string, help: string]>>>({
  'zh-CN': {
    cards: ['指标卡', '几个最要紧的数字，可带变化和走势'],
    table: ['统计表', '一行一个单位或类别，几列数字'],
    cross: ['交叉表', '行、列各按一种分类，中间是数字'],
    board: ['排名榜', '按一个数字给单位排名'],
    chart: ['图', '柱形、折线、占比、漏斗等'],
    lights: ['红绿灯图', '各单位各期是否达标，一眼看清'],
    coverage: ['填报情况', '谁已报、谁未报'],
    text: ['文字', '带数字的一段话'],
  },
  en: {
    cards: ['Cards', 'The few figures that matter most, with change and trend'],
    table: ['Table', 'A row for each organisation or category, columns of numbers'],
    cross: ['Cross table', 'Rows and columns by one category each, numbers between'],
    board: ['Ranking', 'Organisations ranked by a number'],
    chart: ['Chart', 'Bars, lines, shares, funnel and more'],
    lights: ['Traffic lights', 'Which organisation reached its target in which period'],
    coverage: ['Filing', 'Who has reported and who has not'],
    text: ['Text', 'Sentences with numbers in them'],
  },
});

export const chartTexts = messagesIn<Readonly<Record<string, string>>>({
  'zh-CN': {
    bar: '柱形图',
    groupedBar: '分组柱形图',
    stackedBar: '堆积柱形图',
    line: '折线图',
    share: '占比图',
    funnel: '漏斗图',
    radar: '雷达图',
    dot: '点图',
    box: '箱线图',
  },
  en: {
    bar: 'Bars',
    groupedBar: 'Grouped bars',
    stackedBar: 'Stacked bars',
    line: 'Line',
    share: 'Shares',
    funnel: 'Funnel',
    radar: 'Radar',
    dot: 'Dots',
    box: 'Boxes',
  },
});
