import type { Bilingual } from '../text/problem.ts';

/** One burden rule as it is listed in the publish check. */
export interface BurdenRule {
  readonly id: string;
  readonly title: Bilingual;
  /** A hard rule stops publishing unless somebody entitled writes down why; a soft one only warns. */
  readonly kind: 'hard' | 'soft';
  /** What a person has to judge where no program can, or what only shows once records exist. */
  readonly judged?: Bilingual;
}

const rule = (
  id: string,
  kind: BurdenRule['kind'],
  zh: string,
  en: string,
  judgedZh?: string,
  judgedEn?: string,
): BurdenRule => ({
  id,
  kind,
  title: { 'zh-CN': zh, en },
  ...(judgedZh && judgedEn ? { judged: { 'zh-CN': judgedZh, en: judgedEn } } : {}),
});

/** All burden rules, in the order of their numbers. */
export const BURDEN_RULES: readonly BurdenRule[] = [
  rule('B01', 'hard', '有用才设表', 'No form without a use'),
  rule('B02', 'hard', '指标少而精', 'Short score cards'),
  rule('B03', 'hard', '表格简便易行', 'Short forms'),
  rule('B04', 'hard', '佐证材料选填', 'Evidence is optional'),
  rule('B05', 'hard', '次数不换分', 'Counts do not buy points'),
  rule('B06', 'hard', '不以留痕评判工作', 'Traces of work are not scored'),
  rule('B07', 'hard', '一件事只填一次', 'One fact is entered once'),
  rule('B08', 'soft', '能取数的不再填', 'Reuse before asking'),
  rule('B09', 'hard', '合计由明细算出', 'Every sum can be opened'),
  rule('B10', 'soft', '不为上墙设字段', 'Work first, paper second'),
  rule(
    'B11',
    'soft',
    '计划不照抄',
    'Plans are not copies',
    '审核时看与上级和同级文本的相似度，超过80%的提醒审核人，不扣分。',
    'When reviewing, look at the likeness to texts of the superior and the siblings; above 80% the reviewer is told, nobody is punished.',
  ),
  rule('B12', 'hard', '办结须他人核验', 'Done is verified by somebody else'),
  rule('B13', 'soft', '每一级都有事做', 'The sender works too'),
  rule('B14', 'hard', '周期内不改版', 'Stable within a period'),
  rule(
    'B15',
    'hard',
    '名单由数据产生',
    'Lists come from data',
    '候选名单由系统算出；去掉一个组织要写明理由、经人批准，并留在历史里。',
    'The list of candidates is computed; taking one off needs a reason and an approver and stays in the history.',
  ),
  rule(
    'B16',
    'soft',
    '比例不摊派',
    'A share is a signal, not a quota',
    '末位比例只用来提示，不得作为各乡镇必须凑足的数。',
    'A share of the lowest only marks candidates; it is never a number that each township has to fill.',
  ),
  rule('B17', 'hard', '本人一分钟填完', 'Phone-size records'),
  rule('B18', 'soft', '覆盖看两个数', 'Coverage has two numbers'),
  rule(
    'B19',
    'soft',
    '看使用不看挂牌',
    'Use counts, not presence',
    '名册看在岗和联系天数，场所看使用率，不看有没有挂牌。',
    'Rosters show days on post or contact, sites show how much they are used, not that they exist.',
  ),
  rule('B20', 'hard', '措施有人有期有结果', 'No measure without owner and date'),
  rule(
    'B21',
    'soft',
    '底数常核实',
    'Fresh registers',
    '底数180天没有核实的要提醒，365天没有核实的不计入比率。',
    'Registers that were not verified for 180 days are flagged; after 365 days they are left out of rates.',
  ),
  rule(
    'B22',
    'soft',
    '落差在哪一级看得见',
    'See where it fades',
    '完成情况的报表要能按层级拆开，上下两级相差15个百分点以上的标出来。',
    'Reports of completion can be split by level; a drop of more than 15 points between two levels is marked.',
  ),
  rule(
    'B23',
    'soft',
    '人员转接不断档',
    'No one between two lists',
    '离开原组织30天还没有新组织的人员，双方待办里都要有。',
    'Who left one organisation and is in no other after 30 days is on both sides’ to-do list.',
  ),
  rule('B24', 'hard', '自选部分不超两成', 'Core locked, local part small'),
  rule('B25', 'soft', '活动记录写明主题', 'Records carry a topic'),
  rule('B26', 'hard', '总负担有上限', 'The total is measured'),
  rule('B27', 'hard', '留足填报时间', 'Enough notice'),
  rule('B28', 'hard', '准入有期限', 'Admitted with an end date'),
];
