import type { Json } from '@jiceng/core/json/json.js';
import type { Bilingual } from '@jiceng/core/text/problem.js';
import type { ListChange } from '../lists/list-edits.ts';
import { listAt } from '../lists/list-edits.ts';
import { carryOut } from '../lists/row-tools.ts';
import type { Command } from '../session/command.ts';
import type { BuilderSession } from '../session/session.ts';
import { newFact, newFiling, newLife, newMove, newProcess, newStage, newState } from './life-model.ts';
import { valueAt } from '@jiceng/core/json/pointer.js';

const IS_THERE: Bilingual = { 'zh-CN': '这张表已经有了。', en: 'This form has it already.' };
const IS_MISSING: Bilingual = { 'zh-CN': '请先增加状态与流转。', en: 'Add states and moves first.' };
const NO_PROCESS: Bilingual = { 'zh-CN': '请先增加流程。', en: 'Add a process first.' };

function adding(
  id: string,
  title: Bilingual,
  make: (document: Json, session: BuilderSession) => ListChange,
  refused?: (document: Json) => Bilingual | undefined,
): Command {
  return {
    id,
    title,
    refused: (session) => refused?.(session.value.value),
    run: (session) => void carryOut(session, title, make(session.value.peek(), session)),
  };
}

const hasStates = (document: Json) => (listAt(document, '/states').length > 0 ? undefined : IS_MISSING);

/** What can be done with states, processes and facts from the command palette. */
export const lifeCommands: readonly Command[] = [
  adding('life-start', { 'zh-CN': '增加状态与流转', en: 'Add states and moves' }, newLife, (document) =>
    listAt(document, '/states').length > 0 ? IS_THERE : undefined,
  ),
  adding('life-add-state', { 'zh-CN': '新增状态', en: 'Add a state' }, newState, hasStates),
  adding(
    'life-add-move',
    { 'zh-CN': '新增流转', en: 'Add a move' },
    (document, session) => newMove(document, session.selection.peek()[0]),
    hasStates,
  ),
  adding('life-add-filing', { 'zh-CN': '增加填报', en: 'Add filing' }, newFiling, (document) =>
    valueAt(document, '/filing') === undefined ? undefined : IS_THERE,
  ),
  adding('process-start', { 'zh-CN': '增加流程', en: 'Add a process' }, newProcess, (document) =>
    valueAt(document, '/process') === undefined ? undefined : IS_THERE,
  ),
  adding('process-add-stage', { 'zh-CN': '新增阶段', en: 'Add a stage' }, newStage, (document) =>
    valueAt(document, '/process') === undefined ? NO_PROCESS : undefined,
  ),
  adding('facts-add', { 'zh-CN': '新增统计', en: 'Add a fact' }, newFact),
];
