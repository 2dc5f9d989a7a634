import { messagesIn } from '@jiceng/elements/internal/locale.js';
import type { Figure } from './figures.ts';

type Id = Figure['id'];

export const messages = messagesIn({
  'zh-CN': {
    meter: '填报负担', open: '查看填报负担',
    names: { minutes: '一次填写', typed: '手工填写', fields: '字段总数', prefilled: '自动取数', files: '附件字段', counting: '按次计分占比', computed: '自动计算指标', duplicates: '与其他表重复' } as Readonly<Record<Id, string>>,
    value: ({ id, value }: Pick<Figure, 'id' | 'value'>) => ({ minutes: value < 1 ? '不到 1 分钟' : `约 ${value} 分钟`, typed: `${value} 项`, fields: `${value} 项`, prefilled: `${value}%`, files: `${value} 项`, counting: `${value}%`, computed: `${value}%`, duplicates: `${value} 项` })[id],
    limit: ({ id, value }: Pick<Figure, 'id' | 'value'>) => (id === 'minutes' ? `${value} 分钟` : id === 'typed' || id === 'fields' ? `${value} 项` : `${value}%`), verdict: { fine: '合适', high: '偏高', low: '偏低' },
    atMost: (limit: string) => `建议不超过 ${limit}`, atLeast: (limit: string) => `建议不少于 ${limit}`, noDuplicates: '不应重复',
    nothing: '定义还没有通过检查，改正错误后才能估算填报负担。', stale: '定义有错误，以下按最近一次无误的内容估算。',
    figures: '这张表的负担', figure: '项目', reached: '现在', advised: '建议', sittings: '每次要填什么', sitting: '填写环节', time: '用时', typedAt: '手填项', form: '填写表单', review: '审核填写', step: '办理步骤',
    longest: '最费时间的字段', seconds: (count: number) => `${count} 秒`, go: (title: string) => `转到“${title}”`,
    duplicates: '与其他表重复的字段', duplicate: (title: string, form: string, other: string) => `“${title}”已在《${form}》的“${other}”中填报`, noneTwice: '没有与其他表重复的字段。',
    noOthers: '没有其他表可比较。', levels: '经过哪几级，各做什么', noLevels: '不逐级审核。',
    calendar: '填报单位全年要花的时间', calendarHelp: '每月分钟数，浅色是其他表，深色是加上本表后增加的部分。有事才填的表按预计次数平摊到每月。',
    noCalendar: '这张表没有填报周期，也没有写明每年大约填几次，无法估算。', month: (month: number) => `${month}月`, before: '原来', after: '加上本表', minutesYear: (before: string, after: string) => `全年 ${before} → ${after} 分钟`,
    organisations: (name: string, count: number) => (count === 1 ? name : `${name}等 ${count} 个组织`), allTypes: '各类组织', join: '、', monthsTable: '每月分钟数',
    level: { province: '省级', city: '市级', county: '县级', township: '乡级', village: '村级', grid: '网格', unit: '单位' } as Readonly<Record<string, string>>,
    type: { rural: '农村', community: '社区', agency: '机关', institution: '事业单位', stateFirm: '国有企业', privateFirm: '非公有制企业', socialOrg: '社会组织', school: '中小学校', university: '高校', hospital: '公立医院', other: '其他' } as Readonly<Record<string, string>>,
    reviewer: { parent: '直接上级', township: '乡级', county: '县级', city: '市级' } as Readonly<Record<string, string>>,
  },
  en: {
    meter: 'Burden', open: 'Show the burden',
    names: { minutes: 'One sitting', typed: 'Typed fields', fields: 'Fields in all', prefilled: 'Prefilled', files: 'File fields', counting: 'Counting share', computed: 'Computed items', duplicates: 'Asked elsewhere' } as Readonly<Record<Id, string>>,
    value: ({ id, value }: Pick<Figure, 'id' | 'value'>) => ({ minutes: value < 1 ? 'under 1 min' : `about ${value} min`, typed: String(value), fields: String(value), prefilled: `${value}%`, files: String(value), counting: `${value}%`, computed: `${value}%`, duplicates: String(value) })[id],
    limit: ({ id, value }: Pick<Figure, 'id' | 'value'>) => (id === 'minutes' ? `${value} min` : id === 'typed' || id === 'fields' ? String(value) : `${value}%`), verdict: { fine: 'fine', high: 'high', low: 'low' },
    atMost: (limit: string) => `${limit} at most`, atLeast: (limit: string) => `${limit} at least`, noDuplicates: 'none',
    nothing: 'The definition has not passed the check yet; the burden is estimated once its errors are put right.', stale: 'The definition has errors; this is estimated from the last content without any.',
    figures: 'What this form costs', figure: 'Figure', reached: 'Now', advised: 'Advised', sittings: 'What is filled in at one time', sitting: 'Occasion', time: 'Time', typedAt: 'Typed', form: 'Filling in the form', review: 'Review', step: 'Step',
    longest: 'Fields that take longest', seconds: (count: number) => `${count} s`, go: (title: string) => `Go to ${title}`,
    duplicates: 'Fields that other forms ask for', duplicate: (title: string, form: string, other: string) => `${title} is already collected by ${form} (${other})`, noneTwice: 'No field is asked for by another form.',
    noOthers: 'There are no other forms to compare with.', levels: 'Levels that it passes, and what they do', noLevels: 'No level reviews it.',
    calendar: 'Time that the organisations concerned spend in a year', calendarHelp: 'Minutes of each month: light for the other forms, dark for what this form adds. Forms that are filled in as things happen are spread over the year.',
    noCalendar: 'This form has no period and does not say how often a year it is filled in, so nothing can be estimated.', month: (month: number) => ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'][month - 1] ?? '', before: 'Before', after: 'With this form', minutesYear: (before: string, after: string) => `${before} → ${after} minutes a year`,
    organisations: (name: string, count: number) => (count === 1 ? name : `${name} and ${count - 1} more`), allTypes: 'all types', join: ', ', monthsTable: 'Minutes of each month',
    level: { province: 'Province', city: 'City', county: 'County', township: 'Township', village: 'Village', grid: 'Grid', unit: 'Unit' } as Readonly<Record<string, string>>,
    type: { rural: 'rural', community: 'community', agency: 'agencies', institution: 'institutions', stateFirm: 'state firms', privateFirm: 'private firms', socialOrg: 'social organisations', school: 'schools', university: 'universities', hospital: 'hospitals', other: 'others' } as Readonly<Record<string, string>>,
    reviewer: { parent: 'Next superior', township: 'Township', county: 'County', city: 'City' } as Readonly<Record<string, string>>,
  },
});

export type Messages = ReturnType<typeof messages>;
