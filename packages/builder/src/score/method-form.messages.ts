import type { ScoreItem } from '@jiceng/core/generated/definition.js';
import { messagesIn } from '@jiceng/elements/internal/locale.js';

type ByMethod = Readonly<Record<ScoreItem['method'], string>>;

/** What the form of a method asks. */
export const questions = messagesIn({
  'zh-CN': {
    title: '怎么得分',
    max: { auto: '最多得几分', boolean: '得分的给几分', countCap: '做满得几分', ratio: '最多得几分', threshold: '最多得几分', deduct: '先给几分', manual: '最多给几分' } as ByMethod,
    from: { auto: '由什么决定', boolean: '“是”或“否”怎么来', countCap: '完成的次数怎么来', ratio: '比率怎么来', threshold: '数值怎么来', deduct: '发生的次数怎么来', manual: '' } as ByMethod,
    people: { auto: '填报人打分', boolean: '填报人回答', countCap: '填报人填写', ratio: '填报人填写', threshold: '填报人填写', deduct: '填报人填写', manual: '填报人打分' } as ByMethod,
    byFormula: '自己写公式', fact: (definition: string, fact: string) => `${definition}：${fact}`, unknownFact: '现有业务里没有的统计数', formula: '公式',
    required: '应完成多少', requiredHelp: '做满得满分，多做不加分。', full: '达到多少得满分', fullHelp: '不填为 100。', fullDown: '不高于多少得满分', fullDownHelp: '不填为 0。',
    steps: '达到多少得多少分', stepsDown: '不高于多少得多少分', reached: '达到', notAbove: '不高于', points: '得分', per: '每发生一次扣几分', perHelp: '不填为 1 分。',
    when: '什么情况得分', happened: { up: '做到了得分', down: '没有发生得分' }, direction: '怎样算好', unit: '单位', unitHelp: '例如：次、场、%。',
    held: (title: string) => `这是参数“${title}”的值，用到它的地方一起改变。`, changed: (item: string, question: string) => `修改“${item}”的${question}`,
  },
  en: {
    title: 'How it counts',
    max: { auto: 'Points at most', boolean: 'Points it earns', countCap: 'Points when all is done', ratio: 'Points at most', threshold: 'Points at most', deduct: 'Points to begin with', manual: 'Points at most' } as ByMethod,
    from: { auto: 'What decides', boolean: 'Where yes or no comes from', countCap: 'Where the number done comes from', ratio: 'Where the rate comes from', threshold: 'Where the value comes from', deduct: 'Where the number of cases comes from', manual: '' } as ByMethod,
    people: { auto: 'scored by those who fill in', boolean: 'answered by those who fill in', countCap: 'typed by those who fill in', ratio: 'typed by those who fill in', threshold: 'typed by those who fill in', deduct: 'typed by those who fill in', manual: 'scored by those who fill in' } as ByMethod,
    byFormula: 'a formula of your own', fact: (definition: string, fact: string) => `${definition}: ${fact}`, unknownFact: 'a figure that no form here keeps', formula: 'Formula',
    required: 'How many are required', requiredHelp: 'So many earn all points; more earn no more.', full: 'From where all points are earned', fullHelp: 'Left open: 100.', fullDown: 'Up to where all points are earned', fullDownHelp: 'Left open: 0.',
    steps: 'What earns how many points', stepsDown: 'Up to what earns how many points', reached: 'From', notAbove: 'Up to', points: 'Points', per: 'Points lost each time', perHelp: 'Left open: 1.',
    when: 'What earns the points', happened: { up: 'when it was done', down: 'when it did not happen' }, direction: 'What is better', unit: 'Unit', unitHelp: 'Such as times, hours, %.',
    held: (title: string) => ` This is the parameter “${title}”; all that uses it changes along.`, changed: (item: string, question: string) => `${question} of “${item}” changed`,
  },
});
