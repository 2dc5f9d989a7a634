import type { FieldModel } from '@jiceng/core/form/field.js';
import type { JcForm } from '@jiceng/elements/form/form.js';

/** A node of the canvas and what stands there. */
export interface Shown {
  /** Address of the field; `''` for the section's own heading and space. */
  readonly field: string;
  readonly node: HTMLElement;
}

/**
 * The fields that a form shows, with their nodes, in reading order; groups and tables before what is in them. The form
 * draws its fields in the order of its layout, and the parts `section`, `field` and `group` are its public ones.
 */
export function shownFields(form: JcForm): Shown[] {
  const { formModel: model, shadowRoot: root } = form;
  if (!model || !root) return [];
  const found: Shown[] = [];
  const take = (grid: Element | null | undefined, fields: readonly FieldModel[]) =>
    fields.forEach((field, at) => {
      const node = grid?.children[at];
      if (!(node instanceof HTMLElement)) return;
      found.push({ field: field.node.pointer, node });
      if (field.kind === 'rows') found.push(...columnsOf(field, node));
      if (node.getAttribute('part') === 'group') take(node.querySelector(':scope > .fields'), field.fields.peek());
    });
  const sections = root.querySelectorAll('[part="section"]');
  model.layout.sections.peek().forEach(({ fields }, at) => {
    take(
      sections[at]?.querySelector('.fields'),
      fields.map(({ pointer }) => model.field(pointer)).filter((field): field is FieldModel => field !== undefined),
    );
  });
  return found;
}

/** The columns of a table with their headings. */
function columnsOf(field: FieldModel, table: HTMLElement): Shown[] {
  const columns = field.node.item()?.children() ?? [];
  return [...table.querySelectorAll<HTMLElement>('[role="columnheader"]')].flatMap((node) => {
    const column = columns.find(({ title }) => title === node.textContent?.trim());
    return column ? [{ field: column.pointer, node }] : [];
  });
}
