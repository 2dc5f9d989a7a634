import type { FieldNode } from '@jiceng/core/schema/fields/fields.js';
import type { CellEditor } from '../../grid/column.ts';
import type { Sight } from '../../record/sight.ts';
import { cellControl } from './edits.ts';

/** What a cell may name. */
export type Reference = 'person' | 'organisation';

/** What a field's cells name, where there is a directory in which it is looked up. */
export function referenceOf(
  { kind, format }: FieldNode,
  { input: { organisations = [], people = [] } }: Sight,
): Reference | undefined {
  if (kind !== 'text') return undefined;
  return format === 'organisation' && organisations.length > 0
    ? format
    : format === 'person' && people.length > 0
      ? format
      : undefined;
}

/** The control for editing a field in a cell; `undefined` where a cell is too small for it. */
export function controlOf(node: FieldNode, sight: Sight): CellEditor['control'] | undefined {
  return referenceOf(node, sight) ? 'pick' : cellControl(node);
}

/**
 * Opens the picker that forms have for such a field; what is chosen is an id, or `''`. Loaded when it is first opened.
 */
export async function pickCell(
  reference: Reference,
  anchor: HTMLElement,
  label: string,
  sight: Sight,
  options: { readonly chosen: string; readonly search: string; readonly orgId: string },
  choose: (id: string) => void,
): Promise<void> {
  const { pickReference } = await import('../../widgets/picked.ts');
  const layer = anchor.closest<HTMLElement>('.base');
  const { organisations = [], people = [] } = sight.input;
  if (layer)
    await pickReference(
      reference,
      anchor,
      label,
      { layer, locale: sight.locale, organisations, people, today: sight.now.slice(0, 10) },
      options,
      choose,
    );
}
