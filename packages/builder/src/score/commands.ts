import { questionOf } from '../commands/question.ts';
import { carryOut } from '../lists/row-tools.ts';
import { newBand, newDimension, newItem, newScore, newTickedVeto, newVeto, scoreOutline } from './score-model.ts';
import type { BuilderSession } from '../session/session.ts';
import type { Command } from '../session/command.ts';
import type { ListChange } from '../lists/list-edits.ts';
import type { Json } from '@jiceng/core/json/json.js';
import type { Bilingual } from '@jiceng/core/text/problem.js';

const NO_SCORE: Bilingual = {
  'zh-CN': '这张表还没有评分，请先增加评分。',
  en: 'This form has no score yet; add one first.',
};
const HAS_SCORE: Bilingual = { 'zh-CN': '这张表已有评分。', en: 'This form has a score already.' };
const hasScore = (session: BuilderSession): boolean => scoreOutline(session.value.value).dimensions.length > 0;

function adding(id: string, title: Bilingual, make: (document: Json) => ListChange, isFirst = false): Command {
  return {
    id,
    title,
    refused: (session) => (hasScore(session) === isFirst ? (isFirst ? HAS_SCORE : NO_SCORE) : undefined),
    run: (session) => void carryOut(session, title, make(session.value.peek())),
  };
}

/** The dimension that is selected, or around what is; the last otherwise. */
function dimensionOf(session: BuilderSession): string {
  const [pointer = ''] = session.selection.peek();
  const found = /^\/score\/dimensions\/\d+/.exec(pointer);
  return found?.[0] ?? `/score/dimensions/${Math.max(0, scoreOutline(session.value.peek()).dimensions.length - 1)}`;
}

const TICKED: Bilingual = { 'zh-CN': '新增由人勾选的否决情形', en: 'Add a veto that people tick' };

/** Asks what it is called, and adds it with the field in which people tick it. */
export function askTickedVeto(session: BuilderSession): void {
  const asked = questionOf(session);
  asked.value = {
    title: TICKED,
    text: {
      'zh-CN': '表里会增加一个同名的“是否”字段，填“是”时否决。',
      en: 'A yes-or-no field of this name is added to the form; “yes” is the veto.',
    },
    input: {
      label: { 'zh-CN': '否决情形', en: 'Veto' },
      value: '',
      check: (title) => (title.trim() === '' ? { 'zh-CN': '请写明是什么情形。', en: 'Say what it is.' } : undefined),
    },
    answers: [
      {
        title: { 'zh-CN': '新增', en: 'Add' },
        run: (title) => void carryOut(session, TICKED, newTickedVeto(session.value.peek(), title.trim())),
      },
    ],
  };
}

/** What can be done with a score from the command palette. */
export const scoreCommands: readonly Command[] = [
  adding('score-start', { 'zh-CN': '增加评分', en: 'Add a score' }, newScore, true),
  adding('score-add-dimension', { 'zh-CN': '新增评分维度', en: 'Add a dimension' }, newDimension),
  {
    id: 'score-add-item',
    title: { 'zh-CN': '新增评分指标', en: 'Add an item to the score' },
    refused: (session) => (hasScore(session) ? undefined : NO_SCORE),
    run: (session) =>
      void carryOut(
        session,
        { 'zh-CN': '新增指标', en: 'An item added' },
        newItem(session.value.peek(), dimensionOf(session)),
      ),
  },
  adding('score-add-band', { 'zh-CN': '新增档次', en: 'Add a band' }, newBand),
  adding('score-add-veto', { 'zh-CN': '新增按条件判定的否决情形', en: 'Add a veto by a condition' }, newVeto),
  {
    id: 'score-add-ticked-veto',
    title: TICKED,
    refused: (session) => (hasScore(session) ? undefined : NO_SCORE),
    run: askTickedVeto,
  },
];
