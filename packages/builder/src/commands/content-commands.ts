import type { Bilingual } from '@jiceng/core/text/problem.js';
import { pointerParts } from '@jiceng/core/json/pointer.js';
import { fieldAt } from '../structure/field-places.ts';
import { readClip, writeClip } from '../structure/clipboard.ts';
import { copyOf, insertFields, insertSections } from '../structure/insert.ts';
import { removalOf, type User } from '../structure/remove.ts';
import { cannotRename, renameEdits } from '../structure/rename.ts';

import type { Command } from '../session/command.ts';
import type { BuilderSession } from '../session/session.ts';
import { arrangeable, NOTHING_SELECTED } from './arrange-commands.ts';
import { questionOf } from './question.ts';
import { userWords } from './users.ts';
import { about } from './words.ts';

/** What was copied last on this page, where the system's clipboard is closed to us (plain http, no permission). */
let kept = '';

const needsSelection = (session: BuilderSession): Bilingual | undefined =>
  arrangeable(session).length === 0 ? NOTHING_SELECTED : undefined;

/** The selection as text for the clipboard; `undefined` where there is nothing to copy. It is also kept for `paste`. */
export function copyText(session: BuilderSession): string | undefined {
  const pointers = arrangeable(session);
  if (pointers.length === 0) return undefined;
  kept = writeClip(copyOf(session.value.peek(), pointers));
  session.said.value = about(
    session.value.peek(),
    pointers,
    (name) => `已复制${name}`,
    (name) => `Copied ${name}`,
  )[session.language.peek()];
  return kept;
}

/** Adds the fields and sections in a text from the clipboard. Answers whether it held some. */
export function pasteText(session: BuilderSession, text: string): boolean {
  const clip = readClip(text);
  if (!clip) return false;
  const value = session.value.peek();
  const behind = session.selection.peek().slice(-1)[0];
  const made =
    clip.sections.length > 0
      ? insertSections(
          value,
          [
            ...clip.sections,
            ...(clip.fields.length > 0 ? [{ section: { section: '粘贴的字段' }, fields: clip.fields }] : []),
          ],
          behind,
        )
      : insertFields(value, clip.fields, behind);
  const count = clip.sections.length + clip.fields.length;
  return session.edit({ title: { 'zh-CN': `粘贴 ${count} 项`, en: `Paste ${count} items` } }, made.edits, made.select);
}

/** Removes what is selected; where others use it, asks first. `intent`: deleting or cutting. */
export function removeSelected(session: BuilderSession, zh: string, en: string): void {
  const value = session.value.peek();
  const pointers = arrangeable(session);
  if (pointers.length === 0) return void (session.said.value = NOTHING_SELECTED[session.language.peek()]);
  const { edits, users, withUsers } = removalOf(value, pointers);
  const title = about(
    value,
    pointers,
    (name) => `${zh}${name}`,
    (name) => `${en} ${name}`,
  );
  const remove = (chosen: typeof edits) => session.edit({ title }, chosen, []);
  if (users.length === 0) return void remove(edits);
  questionOf(session).value = {
    title,
    lines: users.map((user: User) => userWords(value, user, session.language.peek())),
    text: { 'zh-CN': '下列内容用到了它，删除后将不能使用：', en: 'These parts use it and will not work without it:' },
    answers: [
      { title: { 'zh-CN': '一并删除', en: 'Delete them, too' }, run: () => remove(withUsers) },
      { title: { 'zh-CN': '只删除它，其余稍后改', en: 'Delete it alone' }, run: () => remove(edits) },
    ],
  };
}

/** Asks for another key of the selected field, and changes it everywhere. */
function askKey(session: BuilderSession): void {
  const value = session.value.peek();
  const [pointer = ''] = session.selection.peek();
  const key = pointerParts(pointer).pop() ?? '';
  const title = about(
    value,
    [pointer],
    (name) => `修改${name}的标识`,
    (name) => `Change the key of ${name}`,
  );
  questionOf(session).value = {
    title,
    text: {
      'zh-CN': '公式、导出文件和接口用标识称呼字段。规则、公式、台账、评分、译文中的引用会一并修改。',
      en: 'Formulas, exports and interfaces call the field by its key. References in rules, formulas, ledger, score and translations change along.',
    },
    input: {
      label: { 'zh-CN': '标识', en: 'Key' },
      value: key,
      check: (text) => (text === key ? undefined : cannotRename(value, pointer, text)?.reason),
    },
    answers: [
      {
        title: { 'zh-CN': '修改', en: 'Change' },
        run: (text) => {
          const to = [...pointerParts(pointer).slice(0, -1), text];
          if (text !== key)
            session.edit({ title }, renameEdits(value, pointer, text), [
              `/${to.map((part) => part.replace(/~/g, '~0').replace(/\//g, '~1')).join('/')}`,
            ]);
        },
      },
    ],
  };
}

export const contentCommands: readonly Command[] = [
  {
    id: 'delete',
    title: { 'zh-CN': '删除', en: 'Delete' },
    keys: ['Delete', 'Backspace'],
    refused: needsSelection,
    run: (session) => removeSelected(session, '删除', 'Delete'),
  },
  {
    id: 'duplicate',
    title: { 'zh-CN': '复制一份', en: 'Duplicate' },
    keys: ['Ctrl+D'],
    refused: needsSelection,
    run(session) {
      const value = session.value.peek();
      const pointers = arrangeable(session);
      const copied = copyOf(value, pointers);
      const behind = pointers[pointers.length - 1];
      const made =
        copied.sections.length > 0
          ? insertSections(value, copied.sections, behind)
          : insertFields(value, copied.fields, behind);
      session.edit(
        {
          title: about(
            value,
            pointers,
            (name) => `复制一份${name}`,
            (name) => `Duplicate ${name}`,
          ),
        },
        made.edits,
        made.select,
      );
    },
  },
  {
    id: 'copy',
    title: { 'zh-CN': '复制', en: 'Copy' },
    keys: ['Ctrl+C'],
    refused: needsSelection,
    run(session) {
      const text = copyText(session);
      if (text !== undefined)
        void clipboard()
          ?.writeText(text)
          .catch(() => undefined);
    },
  },
  {
    id: 'cut',
    title: { 'zh-CN': '剪切', en: 'Cut' },
    keys: ['Ctrl+X'],
    refused: needsSelection,
    run(session) {
      const text = copyText(session);
      if (text !== undefined)
        void clipboard()
          ?.writeText(text)
          .catch(() => undefined);
      removeSelected(session, '剪切', 'Cut');
    },
  },
  {
    id: 'paste',
    title: { 'zh-CN': '粘贴', en: 'Paste' },
    keys: ['Ctrl+V'],
    run(session) {
      const nothing = () => {
        session.said.value = {
          'zh-CN': '剪贴板里没有字段或分组。',
          en: 'There are no fields or sections on the clipboard.',
        }[session.language.peek()];
      };
      const read =
        clipboard()
          ?.readText()
          .catch(() => kept) ?? Promise.resolve(kept);
      void read.then((text) => {
        if (!pasteText(session, text) && !pasteText(session, kept)) nothing();
      });
    },
  },
  {
    id: 'rename-key',
    title: { 'zh-CN': '修改标识……', en: 'Change the key…' },
    keys: ['F2'],
    refused: (session) =>
      session.selection.value.length === 1 && fieldAt(session.selection.value[0] ?? '') !== undefined
        ? undefined
        : { 'zh-CN': '请选中一个字段。', en: 'Select one field.' },
    run: askKey,
  },
  {
    id: 'add-section',
    title: { 'zh-CN': '添加分组', en: 'Add a section' },
    keys: ['Ctrl+Shift+G'],
    run(session) {
      const made = insertSections(
        session.value.peek(),
        [
          {
            section: { section: '新分组' },
            fields: [{ key: 'newField', schema: { type: 'string', title: '新字段' } }],
          },
        ],
        session.selection.peek().slice(-1)[0],
      );
      session.edit({ title: { 'zh-CN': '添加分组', en: 'Add a section' } }, made.edits, made.select);
    },
  },
];

/** The system's clipboard, where the page may use it. */
const clipboard = (): Clipboard | undefined =>
  typeof navigator === 'undefined' ? undefined : (navigator as { readonly clipboard?: Clipboard }).clipboard;
