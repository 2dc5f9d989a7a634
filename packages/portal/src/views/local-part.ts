import { drawingOf } from '@jiceng/core/admit/local-drawing.js';
import { localPartsOf } from '@jiceng/core/admit/local-bundle.js';
import { withoutLocalParts } from '@jiceng/core/definition/without-local.js';
import type { Definition } from '@jiceng/core/generated/definition.js';
import type { LocalPart } from '@jiceng/core/generated/local-part.js';
import { addressOf, button, make } from '../page-parts.ts';
import type { Frame } from '../shell.ts';

/** A form with what a township adds to it, ready to be drawn. */
export interface LocalDrawing {
  /** The county's form alone. */
  readonly core: Definition;
  /** The form with the part in its place. */
  readonly definition: Definition;
  readonly level: 'township';
}

/**
 * The form in force with the part of the organisation at work: what it has in it already, or a new one with a section
 * to begin in.
 */
export function localDrawing(current: Definition, { orgId, organisations }: Frame): LocalDrawing {
  const core = withoutLocalParts(current);
  const name = organisations.find((each) => each.orgId === orgId)?.orgShortName ?? '';
  const part =
    localPartsOf(current).find(({ under }) => under.includes(orgId)) ??
    ({
      $schema: 'https://jiceng.dev/schemas/local-part/1.json',
      id: `${core.id}-${orgId}`,
      version: '1.0.0',
      title: `${name}自选内容`,
      extends: { id: core.id, version: core.version },
      under: [orgId],
      local: {
        properties: { x_note: { type: 'string', title: '补充说明', maxLength: 200 } },
        view: [{ section: '自选内容', fields: ['/x_note'] }],
      },
    } as unknown as LocalPart);
  return { core, definition: drawingOf(core, part), level: 'township' };
}

/** Lets a township's administrator choose the county's form to which something is added; nothing for others. */
export function localChooser({ source, person, orgId, organisations }: Frame): readonly HTMLElement[] {
  const isTownship = organisations.some((each) => each.orgId === orgId && each.orgLevel === 'township');
  if (!isTownship || !person.posts.some((post) => post.orgId === orgId && post.role === 'administrator')) return [];
  const forms = [...source.mirror.definitions()]
    .map(({ definition }) => definition)
    .sort((a, b) => a.title.localeCompare(b.title, 'zh-CN'));
  const select = make('select', {}, ...forms.map(({ id, title }) => make('option', { value: id }, title)));
  const go = (): void => location.assign(addressOf('builder.html', { local: select.value }));
  return [
    make(
      'p',
      { className: 'pick' },
      make('label', {}, '在县里的统一表上增加本乡镇的自选内容 ', select),
      ' ',
      button('开始增加', go),
    ),
  ];
}
