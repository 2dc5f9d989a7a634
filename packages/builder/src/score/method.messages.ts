import { messagesIn } from '@jiceng/elements/internal/locale.js';
import type { ScoreItem } from '@jiceng/core/generated/definition.js';

type Asks = Readonly<Record<Exclude<ScoreItem['method'], 'manual'>, string>>;

export const methodMessages = messagesIn({
  'zh-CN': {
    title: '怎么得分',
    unknown: '若干',
    time: '次',
    computed: '取值由公式得出，不用填写。',
    judged: '填报人自评，上级复核。',
    asks: {
      auto: '还没有公式，由填报人打分。',
      boolean: '填报人回答“是”或“否”。',
      countCap: '填报人填写完成了多少。',
      ratio: '填报人填写达到多少。',
      threshold: '填报人填写达到多少。',
      deduct: '填报人填写发生了多少。',
    } as Asks,
    auto: (max: string) => `公式的结果为“是”得 ${max} 分，为“否”不得分；结果是数的，按这个数得分，最多 ${max} 分。`,
    boolean: (max: string) => `做到了得 ${max} 分，没有做到不得分。`,
    booleanDown: (max: string) => `没有发生得 ${max} 分，发生了不得分。`,
    manual: (max: string) => `按评分标准打分，最多 ${max} 分。`,
    countCap: (required: string, max: string) =>
      `应完成 ${required}，做满得 ${max} 分；没有做满的按比例得分，多做不加分。`,
    ratio: (full: string, max: string) => `达到 ${full} 得 ${max} 分，没有达到的按比例得分。`,
    ratioDown: (full: string, max: string) => `不高于 ${full} 得 ${max} 分，越高得分越少。`,
    threshold: (steps: readonly string[]) => `${steps.join('，')}；都没有达到的不得分。`,
    step: (at: string, points: string) => `达到 ${at} 得 ${points} 分`,
    stepDown: (at: string, points: string) => `不高于 ${at} 得 ${points} 分`,
    noSteps: '还没有分段：在下面填写达到多少得多少分。',
    deduct: (unit: string, per: string, max: string, hasOwn: boolean) =>
      hasOwn ? `先给 ${max} 分，每${unit}扣 ${per} 分，扣完为止。` : `每${unit}扣 ${per} 分。`,
    example: '例如',
    earns: (points: string) => `得 ${points} 分`,
    cannot: '现在还算不出，请先填好上面的数。',
  },
  en: {
    title: 'How it counts',
    unknown: 'some number',
    time: ' time',
    computed: 'A formula gives the value; nobody types it.',
    judged: 'Scored by those who fill in, checked by the superior.',
    asks: {
      auto: 'There is no formula yet: those who fill in give the points.',
      boolean: 'Those who fill in answer yes or no.',
      countCap: 'Those who fill in say how many were done.',
      ratio: 'Those who fill in say what was reached.',
      threshold: 'Those who fill in say what was reached.',
      deduct: 'Those who fill in say how many happened.',
    } as Asks,
    auto: (max: string) =>
      `${max} points when the formula is true, none when it is false; a number is the points itself, at most ${max}.`,
    boolean: (max: string) => `${max} points when it was done, none when not.`,
    booleanDown: (max: string) => `${max} points when it did not happen, none when it did.`,
    manual: (max: string) => `Judged by the rule, at most ${max} points.`,
    countCap: (required: string, max: string) =>
      `${required} are required and earn ${max} points; fewer earn their share, more earn nothing on top.`,
    ratio: (full: string, max: string) => `${full} earns ${max} points, less earns its share.`,
    ratioDown: (full: string, max: string) => `Up to ${full} earns ${max} points; the higher, the fewer points.`,
    threshold: (steps: readonly string[]) => `${steps.join(', ')}; nothing below that.`,
    step: (at: string, points: string) => `${points} points from ${at}`,
    stepDown: (at: string, points: string) => `${points} points up to ${at}`,
    noSteps: 'There are no steps yet: say below what earns how many points.',
    deduct: (unit: string, per: string, max: string, hasOwn: boolean) =>
      hasOwn
        ? `Starts with ${max} points; ${per} lost for each${unit}, not below zero.`
        : `${per} lost for each${unit}.`,
    example: 'For example',
    earns: (points: string) => `earns ${points} points`,
    cannot: 'It cannot be worked out yet: fill in the numbers first.',
  },
});
