import { isObject } from '@jiceng/core/json/json.js';
import { valueAt } from '@jiceng/core/json/pointer.js';
import type { Bilingual } from '@jiceng/core/text/problem.js';
import { carryOut } from '../lists/row-tools.ts';
import type { Command } from '../session/command.ts';
import type { BuilderSession } from '../session/session.ts';
import { canGroup, chosenColumns, columnActs, isGroupChosen } from './column-acts.ts';
import { newLedger } from './ledger-model.ts';

const CHOOSE: Bilingual = { 'zh-CN': '请先在台账中选择一列。', en: 'Choose a column of the ledger first.' };
const NEIGHBOURS: Bilingual = { 'zh-CN': '请选择相邻的几列。', en: 'Choose columns that stand beside each other.' };
const GROUP: Bilingual = { 'zh-CN': '请先选择一个表头分组。', en: 'Choose a header group first.' };
const HAS_LEDGER: Bilingual = { 'zh-CN': '这张表已有台账。', en: 'This form has a ledger already.' };
const hasLedger = (session: BuilderSession): boolean => isObject(valueAt(session.value.value, '/ledger'));

const onColumn = (id: string, title: Bilingual, act: (session: BuilderSession) => void): Command => ({
  id,
  title,
  refused: (session) => (chosenColumns(session).length > 0 ? undefined : CHOOSE),
  run: act,
});

/** What can be done with a ledger from the command palette. */
export const ledgerCommands: readonly Command[] = [
  {
    id: 'ledger-start',
    title: { 'zh-CN': '增加台账', en: 'Add a ledger' },
    refused: (session) => (hasLedger(session) ? HAS_LEDGER : undefined),
    run: (session) =>
      void carryOut(session, { 'zh-CN': '增加台账', en: 'A ledger added' }, newLedger(session.value.peek())),
  },
  onColumn('ledger-column-left', { 'zh-CN': '列左移', en: 'Move the column left' }, columnActs.left),
  onColumn('ledger-column-right', { 'zh-CN': '列右移', en: 'Move the column right' }, columnActs.right),
  {
    id: 'ledger-group',
    title: { 'zh-CN': '所选列并为一组', en: 'Group the chosen columns' },
    refused: (session) => (canGroup(session) ? undefined : NEIGHBOURS),
    run: columnActs.group,
  },
  {
    id: 'ledger-ungroup',
    title: { 'zh-CN': '取消表头分组', en: 'Ungroup columns' },
    refused: (session) => (isGroupChosen(session) ? undefined : GROUP),
    run: columnActs.ungroup,
  },
  onColumn('ledger-column-copy', { 'zh-CN': '复制列', en: 'Copy the column' }, columnActs.copy),
  onColumn('ledger-column-remove', { 'zh-CN': '删除列', en: 'Remove the column' }, columnActs.remove),
];
