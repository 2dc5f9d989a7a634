import type { Bilingual } from '../text/problem.ts';

export type FindingCode =
  | 'cycle'
  | 'gone'
  | 'unknown-option'
  | 'never-visible'
  | 'always-visible'
  | 'never-required'
  | 'always-required'
  | 'never-readonly'
  | 'always-readonly'
  | 'section-never'
  | 'section-always'
  | 'check-impossible'
  | 'check-idle'
  | 'checks-contradict'
  | 'dead-branch'
  | 'required-hidden'
  | 'two-values'
  | 'visible-circle'
  | 'move-never'
  | 'guard-idle'
  | 'state-never'
  | 'item-no-points'
  | 'condition-never'
  | 'stale-number'
  | 'copied-number';

type Text = (...args: string[]) => string;
interface Entry {
  readonly level: 'error' | 'warning';
  readonly text: Readonly<Record<keyof Bilingual, Text>>;
}

const entry = (level: Entry['level'], zh: Text, en: Text): Entry => ({ level, text: { 'zh-CN': zh, en } });

/** What each finding says; arguments are titles and conditions in words. */
export const FINDINGS: Readonly<Record<FindingCode, Entry>> = {
  cycle: entry(
    'error',
    (path) => `计算绕成了圈：${path}。请让其中一个改为填写，或者换一种算法。`,
    (path) => `values are worked out in a circle: ${path}. Let one of them be typed, or work it out otherwise.`,
  ),
  gone: entry(
    'error',
    (what) => `用到的“${what}”已经不在表里。请改选别的字段，或者删掉这条规则。`,
    (what) => `“${what}” is no longer there. Choose another field, or delete the rule.`,
  ),
  'unknown-option': entry(
    'error',
    (field, value) => `${field}没有“${value}”这个选项，与它比较不会成立。`,
    (field, value) => `${field} has no option “${value}”; comparing with it never holds.`,
  ),
  'never-visible': entry(
    'error',
    (field, when) => `${field}永远不会显示：条件不可能成立（${when}）。`,
    (field, when) => `${field} is never shown: it cannot be that ${when}.`,
  ),
  'always-visible': entry(
    'warning',
    (field, when) => `${field}始终显示：条件总是成立（${when}），可以删掉这个条件。`,
    (field, when) => `${field} is always shown: it always holds that ${when}. The condition can go.`,
  ),
  'never-required': entry(
    'warning',
    (field, when) => `${field}永远不会必填：条件不可能成立（${when}）。`,
    (field, when) => `${field} is never required: it cannot be that ${when}.`,
  ),
  'always-required': entry(
    'warning',
    (field, when) => `${field}始终必填：条件总是成立（${when}），可以直接设为必填。`,
    (field, when) => `${field} is always required: it always holds that ${when}.`,
  ),
  'never-readonly': entry(
    'warning',
    (field, when) => `${field}始终可以修改：条件不可能成立（${when}）。`,
    (field, when) => `${field} can always be changed: it cannot be that ${when}.`,
  ),
  'always-readonly': entry(
    'warning',
    (field, when) => `${field}始终不能修改：条件总是成立（${when}）。`,
    (field, when) => `${field} can never be changed: it always holds that ${when}.`,
  ),
  'section-never': entry(
    'error',
    (section, when) => `分组${section}永远不会显示：条件不可能成立（${when}）。`,
    (section, when) => `the group ${section} is never shown: it cannot be that ${when}.`,
  ),
  'section-always': entry(
    'warning',
    (section, when) => `分组${section}始终显示：条件总是成立（${when}），可以删掉这个条件。`,
    (section, when) => `the group ${section} is always shown: it always holds that ${when}.`,
  ),
  'check-impossible': entry(
    'error',
    (when) => `这条校验永远通不过：条件不可能成立（${when}）。`,
    (when) => `this check can never pass: it cannot be that ${when}.`,
  ),
  'check-idle': entry(
    'warning',
    (when) => `这条校验不起作用：条件总是成立（${when}）。`,
    (when) => `this check does nothing: it always holds that ${when}.`,
  ),
  'checks-contradict': entry(
    'error',
    (one, other) => `两条校验互相矛盾，无法同时满足：（一）${one}；（二）${other}。`,
    (one, other) => `two checks cannot hold together: (1) ${one}; (2) ${other}.`,
  ),
  'dead-branch': entry(
    'warning',
    (when) => `公式里有一段永远用不到：轮不到这个条件成立（${when}）。`,
    (when) => `a part of the formula is never used: by then it cannot be that ${when}.`,
  ),
  'required-hidden': entry(
    'error',
    (field, when) => `${field}必填时总是隐藏的，这条必填规则不起作用（${when}）。`,
    (field, when) => `${field} is always hidden when it is required, so the rule does nothing (${when}).`,
  ),
  'two-values': entry(
    'error',
    (field) => `${field}有两处给出取值，只有第一处起作用。请保留一处。`,
    (field) => `${field} gets its value in two places; only the first counts. Keep one.`,
  ),
  'visible-circle': entry(
    'error',
    (path) => `这些字段要等对方填了才显示，谁也填不了：${path}。`,
    (path) => `these fields are shown only once the other is filled in, so that none can be: ${path}.`,
  ),
  'move-never': entry(
    'error',
    (move, when) => `“${move}”永远办不了，条件不可能成立（${when}）。`,
    (move, when) => `“${move}” can never be done: it cannot be that ${when}.`,
  ),
  'guard-idle': entry(
    'warning',
    (move, when) => `“${move}”的这个条件不起作用：条件总是成立（${when}）。`,
    (move, when) => `a condition of “${move}” does nothing: it always holds that ${when}.`,
  ),
  'state-never': entry(
    'error',
    (state) => `状态“${state}”永远到不了：通向它的流转都办不了。`,
    (state) => `the state “${state}” is never reached: no move that leads to it can be done.`,
  ),
  'item-no-points': entry(
    'error',
    (item, why) => `指标“${item}”永远得不到分：${why}。`,
    (item, why) => `“${item}” can never earn points: ${why}.`,
  ),
  'condition-never': entry(
    'warning',
    (what, when) => `${what}永远不会出现：条件不可能成立（${when}）。`,
    (what, when) => `${what} never happens: it cannot be that ${when}.`,
  ),
  'stale-number': entry(
    'warning',
    (said, parameter, now, name) =>
      `文字里写的是${said}，而${parameter}现在是${now}。把它写成{${name}}，文字就跟着参数变。`,
    (said, parameter, now, name) =>
      `the text says ${said}, while ${parameter} is now ${now}. Write {${name}}, and the text follows the parameter.`,
  ),
  'copied-number': entry(
    'warning',
    (said, parameter, _, name) =>
      `文字里的${said}就是${parameter}的取值，改参数时文字不会跟着变。请把它写成{${name}}。`,
    (said, parameter, _, name) =>
      `${said} in the text is the value of ${parameter} and will not follow when it changes. Write {${name}} instead.`,
  ),
};
