import { own } from '../json/json.ts';
import type { Named } from './difference.messages.ts';

/** What properties of a definition's parts are called; `key: '中文|English'`. */
const NAMES: Readonly<Record<string, string>> = {
  title: '名称|title', description: '说明|description', help: '提示|help', section: '分节名称|heading', fields: '字段安排|fields', columns: '列|columns', when: '条件|condition', collapsed: '是否收起|folded',
  id: '编号|id', group: '业务分组|group', serves: '对应系统|systems served', purpose: '用途|purpose', validUntil: '准入有效期|validity', subject: '主体|subject', statusName: '状态的名称|name of the state', usual: '平均用量|usual amounts', create: '新建人|who opens records', unique: '唯一约束|what may occur once',
  value: '取值|value', unit: '单位|unit', min: '最低|lowest', max: '最高|highest', source: '依据|basis', locked: '锁定|lock', visible: '显示条件|when it is shown', required: '必填条件|when it is required', readonly: '只读条件|when it is read-only', check: '校验条件|check', level: '严重程度|level', message: '提示语|message', explainIn: '说明原因的字段|field for the reason', field: '字段|field',
  method: '计分办法|method', full: '满分条件|for full points', per: '每次分值|points each', steps: '分档|steps', rule: '评分标准|scoring rule', code: '序号|number', appliesTo: '适用范围|for whom', applicable: '适用条件|when it applies', replaces: '替代的指标|item that it replaces', whenMissing: '缺数据时|without data', whenNotApplicable: '不适用时|where it does not apply', direction: '方向|direction', weight: '权重|weight', cap: '封顶|cap', adjust: '附加分|adjustment',
  base: '基础分|base', places: '小数位|decimal places', entries: '评分录入字段|field of the entries', over: '汇总计分|summing up', outputs: '结果字段|result fields', band: '最高档次|best band', total: '总分上限|highest total', minShare: '最低得分率|least share', stars: '星级|stars', tone: '色调|tone',
  final: '是否终结|final', edit: '可改字段|who may change what', from: '起始|from', to: '到达|to', by: '办理人|who', guard: '办理条件|conditions', ask: '要填的字段|what is asked', set: '自动填入|what is set', auto: '自动办理条件|when the clock does it', reason: '理由|reason', confirm: '确认|confirmation',
  lamp: '亮灯规则|lamps', counters: '计数|counters', sort: '排序|order', filters: '筛选|filters', width: '列宽|width', pinned: '冻结|frozen', after: '前置步骤|steps before', earliest: '最早日期|earliest day', due: '时限|deadline', done: '完成条件|when it is done', on: '日期字段|date', documents: '材料|documents', warnings: '提醒|warnings', stages: '阶段|stages',
  period: '周期|period', opens: '开放日期|opening day', review: '审核层级|review', reviewFields: '审核填写的字段|fields of the review', rate: '完成率字段|rate', sum: '汇总|summing up', num: '分子|numerator', den: '分母|denominator', of: '统计的行|rows counted', where: '统计条件|what counts', grain: '统计周期|grain', empty: '没有记录时|without records', type: '类型|type',
  editable: '可否修改|may be changed', each: '逐条移交|one for each', key: '唯一键|key', map: '带过去的内容|what is handed over', back: '回填|what comes back', organisation: '组织|organisation', 'x-unit': '单位|unit', 'x-source': '依据|basis', actorTitle: '办理人名称|who, in words', does: '审核做什么|what the review does', numTitle: '分子名称|name of the numerator', denTitle: '分母名称|name of the denominator', decision: '服务的决策|decision', readBy: '使用层级|who reads it',
};

/** What a property is called in a sentence. */
export function propertyName(key: string): Named {
  const [zh, en] = (own(NAMES, key) ?? '').split('|');
  return zh !== undefined && zh !== '' && en !== undefined ? { zh, en } : { zh: '其他设置', en: 'something else' };
}
