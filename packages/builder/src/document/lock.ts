import { isOwnPlace } from '@jiceng/core/admit/local-drawing.js';
import type { Definition, OrgLevel } from '@jiceng/core/generated/definition.js';
import { isObject, own, type Json } from '@jiceng/core/json/json.js';
import { pointerParts } from '@jiceng/core/json/pointer.js';
import type { Bilingual } from '@jiceng/core/text/problem.js';
import type { Edit } from './edit.ts';

/** For whom is drawn. */
export interface LockContext {
  /** The definition of the level above, of which only the local part may be drawn. */
  readonly core?: Definition;
  /** The level for which is drawn; absent: the level that the definition belongs to, which may change everything. */
  readonly level?: OrgLevel;
}

const CORE: Bilingual = {
  'zh-CN': '这是上级统一规定的内容，不能修改；可以在自选部分里增加。',
  en: 'This belongs to the form of the level above and cannot be changed; add to the local part instead.',
};
const PARAMETER: Bilingual = {
  'zh-CN': '这项参数由县级统一规定，不能修改。',
  en: 'This parameter is set by the county and cannot be changed.',
};

/** Levels above which nothing is locked. */
const SETTING: ReadonlySet<OrgLevel> = new Set<OrgLevel>(['province', 'city', 'county']);

/** Why what stands at `pointer` of `definition` may not be changed; `undefined` where it may. */
export function lockAt(pointer: string, { core, level }: LockContext, definition: Json): Bilingual | undefined {
  if (core && !isOwnPlace(pointer, core)) return CORE;
  const [top, name] = pointerParts(pointer);
  if (top !== 'parameters' || level === undefined || SETTING.has(level)) return undefined;
  const parameters = own(isObject(definition) ? definition : {}, 'parameters');
  const isLocked = (value: Json | undefined): boolean => isObject(value) && own(value, 'locked') === true;
  const all = isObject(parameters) ? parameters : {};
  return (name === undefined ? Object.keys(all).some((each) => isLocked(own(all, each))) : isLocked(own(all, name)))
    ? PARAMETER
    : undefined;
}

/** Why `edits` may not be made; `undefined` where they may. */
export function lockOfEdits(edits: readonly Edit[], context: LockContext, definition: Json): Bilingual | undefined {
  for (const edit of edits) {
    for (const pointer of pointersOf(edit)) {
      const reason = lockAt(pointer, context, definition);
      if (reason) return reason;
    }
  }
  return undefined;
}

/** Everything that an edit touches. */
function pointersOf(edit: Edit): readonly string[] {
  if ('set' in edit) return [edit.set];
  if ('insert' in edit) return [edit.insert];
  if ('remove' in edit) return [edit.remove];
  if ('move' in edit) return [edit.move, edit.to];
  return [
    edit.rename,
    edit.rename.slice(0, edit.rename.lastIndexOf('/') + 1) + edit.to.replace(/~/g, '~0').replace(/\//g, '~1'),
  ];
}
