import type { Json } from '@jiceng/core/json/json.js';
import { pointerParts } from '@jiceng/core/json/pointer.js';
import type { Bilingual } from '@jiceng/core/text/problem.js';
import type { Command } from '../session/command.ts';
import type { BuilderSession } from '../session/session.ts';
import { moveTo, shift, toEdge, toSection, type Arranged } from '../structure/arrange.ts';
import { dissolve } from '../structure/remove.ts';
import { listAt, spotOf, titleAt, type Spot } from '../structure/structure.ts';
import { about } from './words.ts';

export const NOTHING_SELECTED: Bilingual = {
  'zh-CN': '请先选中字段或分组。',
  en: 'Select a field or a section first.',
};
const NO_FURTHER: Bilingual = { 'zh-CN': '不能再往这个方向移动了。', en: 'It cannot go any further that way.' };

/** What of the selection can be arranged: fields and sections. */
export function arrangeable(session: BuilderSession): readonly string[] {
  const value = session.value.value;
  return session.selection.value.filter((pointer) => spotOf(value, pointer) !== undefined);
}

type Move = (value: Json, pointers: readonly string[]) => Arranged | undefined;

function mover(id: string, title: Bilingual, keys: readonly string[], move: Move): Command {
  return {
    id,
    title,
    keys,
    refused(session) {
      const pointers = arrangeable(session);
      if (pointers.length === 0) return NOTHING_SELECTED;
      return (move(session.value.value, pointers)?.edits.length ?? 0) === 0 ? NO_FURTHER : undefined;
    },
    run(session) {
      const value = session.value.peek();
      const pointers = arrangeable(session);
      const moved = move(value, pointers);
      if (!moved || moved.edits.length === 0) session.said.value = NO_FURTHER[session.language.peek()];
      else if (
        session.edit(
          {
            title: about(
              value,
              pointers,
              (name) => `${title['zh-CN']}：${name}`,
              (name) => `${title.en}: ${name}`,
            ),
          },
          moved.edits,
          moved.select,
        )
      )
        session.said.value = placeWords(session, moved.select);
    },
  };
}

/** Moves what was dragged to where it is dropped, and says where it stands. */
export function moveToSpot(session: BuilderSession, pointers: readonly string[], spot: Spot): void {
  const value = session.value.peek();
  const moved = moveTo(value, pointers, spot);
  if (!moved || moved.edits.length === 0) return;
  if (
    session.edit(
      {
        title: about(
          value,
          pointers,
          (name) => `移动${name}`,
          (name) => `Move ${name}`,
        ),
      },
      moved.edits,
      moved.select,
    )
  )
    session.said.value = placeWords(session, moved.select);
}

/** Where a moved thing stands now, for those who do not see it: “甲”，第 2 项，共 5 项，分组“基本信息”. */
export function placeWords(session: BuilderSession, [pointer = '']: readonly string[]): string {
  const value = session.value.peek();
  const spot = spotOf(value, pointer);
  if (!spot) return '';
  const count = listAt(value, spot.holder).length;
  const section = /^\/view\/\d+\/fields$/.test(spot.holder)
    ? titleAt(value, `/view/${pointerParts(spot.holder)[1]}`)
    : '';
  const title = titleAt(value, pointer);
  if (session.language.peek() === 'zh-CN')
    return `“${title}”已移到${section ? `分组“${section}”` : ''}第 ${spot.index + 1} 项${count ? `，共 ${count} 项` : ''}。`;
  return `${title} is now number ${spot.index + 1}${count ? ` of ${count}` : ''}${section ? ` in section ${section}` : ''}.`;
}

export const arrangeCommands: readonly Command[] = [
  mover('move-up', { 'zh-CN': '上移', en: 'Move up' }, ['Alt+ArrowUp'], (value, pointers) =>
    shift(value, pointers, -1),
  ),
  mover('move-down', { 'zh-CN': '下移', en: 'Move down' }, ['Alt+ArrowDown'], (value, pointers) =>
    shift(value, pointers, 1),
  ),
  mover('move-to-start', { 'zh-CN': '移到最前', en: 'Move to the start' }, ['Alt+Home'], (value, pointers) =>
    toEdge(value, pointers, -1),
  ),
  mover('move-to-end', { 'zh-CN': '移到最后', en: 'Move to the end' }, ['Alt+End'], (value, pointers) =>
    toEdge(value, pointers, 1),
  ),
  mover(
    'move-to-previous-section',
    { 'zh-CN': '移到上一个分组', en: 'Move to the section before' },
    ['Alt+Shift+ArrowUp'],
    (value, pointers) => toSection(value, pointers, -1),
  ),
  mover(
    'move-to-next-section',
    { 'zh-CN': '移到下一个分组', en: 'Move to the next section' },
    ['Alt+Shift+ArrowDown'],
    (value, pointers) => toSection(value, pointers, 1),
  ),
  mover(
    'take-out',
    { 'zh-CN': '移出版面（保留数据）', en: 'Take out of the layout (data stays)' },
    [],
    (value, pointers) =>
      pointers.every((pointer) => /^\/view\/\d+\/fields$/.test(spotOf(value, pointer)?.holder ?? ''))
        ? moveTo(value, pointers, { holder: '/record/properties', index: 0 })
        : undefined,
  ),
  {
    id: 'dissolve-section',
    title: { 'zh-CN': '解散分组（保留字段）', en: 'Dissolve the section (fields stay)' },
    refused: (session) =>
      session.selection.value.length === 1 && dissolveIn(session)
        ? undefined
        : {
            'zh-CN': '请选中一个分组；只有一个分组时不能解散。',
            en: 'Select one section; the only one cannot be dissolved.',
          },
    run(session) {
      const [pointer = ''] = session.selection.peek();
      session.edit(
        {
          title: about(
            session.value.peek(),
            [pointer],
            (name) => `解散分组${name}`,
            (name) => `Dissolve section ${name}`,
          ),
        },
        dissolveIn(session) ?? [],
        [],
      );
    },
  },
];

const dissolveIn = (session: BuilderSession) => {
  const [pointer = ''] = session.selection.value;
  return /^\/view\/\d+$/.test(pointer) ? dissolve(session.value.value, pointer) : undefined;
};
