import { messagesIn } from '@jiceng/elements/internal/locale.js';

export const messages = messagesIn({
  'zh-CN': {
    life: '状态与流转', diagram: '流转图', diagramHelp: '点选状态或箭头，在右侧设置。箭头上的数字对应下表中的流转。', states: '状态', statesHelp: '第一个是新建时的状态。', moves: '流转', movesHelp: '从哪个状态到哪个状态、谁来办、要满足什么、填写什么。',
    empty: '这张表还没有自己的状态。记录保存后没有办理过程。', start: '增加状态与流转', state: '状态', move: '流转', addState: '新增状态', addMove: '新增流转', from: '从', to: '到', stays: '不变', who: '谁', when: '条件', asks: '填写', count: (count: number) => `${count} 项`, final: '办结', first: '初始', clock: '系统自动', fillers: '本组织填报人', or: '、',
    filing: '填报上报', filingHelp: '按周期由基层填报、逐级审核，使用内置的填报状态。', filingOn: '按周期填报，点选设置周期、截止日期和审核。', filingOff: '没有设置按周期填报。', addFiling: '增加填报', openFiling: '填报设置',
    process: '流程', processHelp: '阶段和步骤按顺序办理；选中一步，在右侧设置时间、条件、谁来办和应有材料。', processEmpty: '这张表没有分步流程。', startProcess: '增加流程', stage: '阶段', step: '步骤', addStage: '新增阶段', addStep: '新增步骤', earliest: '最早', due: '时限', documents: '应有材料', name: '名称', tools: '操作', after: '前置',
    flows: '统计与移交', picture: '数据往来', pictureHelp: '左边是这张表读取的数据，右边是它提供的数据。', incoming: '来自', outgoing: '提供给', nothingIn: '没有读取其他表的数据', nothingOut: '没有向其他表提供数据', reads: '读取', starts: '移交',
    facts: '统计的数', factsHelp: '由本表记录统计，供其他表和报表读取，不用再填。', handovers: '移交', handoversHelp: '条件成立时，由本表的记录产生另一张表的记录。', fact: '统计的数', handover: '移交', addFact: '新增统计', addHandover: '新增移交', kind: '怎样统计', target: '移交到', noTargets: '没有可移交的其他表。', broken: '表单还有未改正的问题，图中是最近一次正确的内容。', rate: '比率', amount: '计数',
  },
  en: {
    life: 'States and moves', diagram: 'Diagram', diagramHelp: 'Choose a state or an arrow to set it at the side. The number on an arrow is that of the move below.', states: 'States', statesHelp: 'The first is that of a new record.', moves: 'Moves', movesHelp: 'From which state to which, who makes it, what must hold and what is asked.',
    empty: 'This form has no states of its own: a stored record is not carried on.', start: 'Add states and moves', state: 'state', move: 'move', addState: 'Add a state', addMove: 'Add a move', from: 'From', to: 'To', stays: 'stays', who: 'Who', when: 'Conditions', asks: 'Asks', count: (count: number) => `${count}`, final: 'finished', first: 'first', clock: 'the clock', fillers: 'own fillers', or: ', ',
    filing: 'Filing', filingHelp: 'Filled in once a period and reviewed level by level, with the built-in states.', filingOn: 'Filed by period; choose it to set period, deadline and review.', filingOff: 'Not filed by period.', addFiling: 'Add filing', openFiling: 'Set filing',
    process: 'Process', processHelp: 'Stages and steps in order; choose a step to set times, conditions, who and documents.', processEmpty: 'This form has no process.', startProcess: 'Add a process', stage: 'stage', step: 'step', addStage: 'Add a stage', addStep: 'Add a step', earliest: 'Not before', due: 'Due', documents: 'Documents', name: 'Name', tools: 'Actions', after: 'After',
    flows: 'Facts and hand-overs', picture: 'What feeds what', pictureHelp: 'Left: what this form reads. Right: what it gives.', incoming: 'From', outgoing: 'To', nothingIn: 'Reads nothing from other forms', nothingOut: 'Gives nothing to other forms', reads: 'facts', starts: 'hand-over',
    facts: 'Facts', factsHelp: 'Counted from records of this form, read by other forms and reports, so that nobody types them again.', handovers: 'Hand-overs', handoversHelp: 'When the condition holds, a record of this form starts one of another.', fact: 'fact', handover: 'hand-over', addFact: 'Add a fact', addHandover: 'Add a hand-over', kind: 'How', target: 'To', noTargets: 'There is no other form to hand over to.', broken: 'The form has something to mend; this is as it was last right.', rate: 'rate', amount: 'count',
  },
});
