import { html, nothing, type TemplateResult } from 'lit';
import { measureBurden } from '@jiceng/core/burden/measure.js';
import type { Definition } from '@jiceng/core/generated/definition.js';
import type { Messages } from './start.messages.ts';

/** The templates whose title, description or group holds every word of `search`, by group in their order. */
export function foundTemplates(
  templates: readonly Definition[],
  groups: Readonly<Record<string, string>>,
  search: string,
): { readonly group: string; readonly templates: readonly Definition[] }[] {
  const words = search
    .trim()
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const titleOf = ({ group = '' }: Definition) =>
    Object.prototype.hasOwnProperty.call(groups, group) ? (groups[group] as string) : '';
  const byGroup = new Map<string, Definition[]>();
  for (const template of templates) {
    const group = titleOf(template);
    const all =
      `${template.title} ${template.description ?? ''} ${group} ${template.purpose.decision} ${template.id}`.toLowerCase();
    if (words.every((word) => all.includes(word))) byGroup.set(group, [...(byGroup.get(group) ?? []), template]);
  }
  return [...byGroup].map(([group, found]) => ({ group, templates: found }));
}

/** The templates to choose from. */
export function templateList(
  found: ReturnType<typeof foundTemplates>,
  chosen: Definition | undefined,
  choose: (template: Definition) => void,
  text: Messages,
): TemplateResult {
  return html`<div class="templates" role="radiogroup" aria-label=${text.ways.template}>
    ${found.map(
      ({
        group,
        templates,
      }) => html`${group === '' && found.length === 1 ? nothing : html`<h3>${group === '' ? text.otherGroup : group}</h3>`}
      ${templates.map((template) => {
        const { minutes, typedFields } = measureBurden(template);
        return html`<label class="template ${template === chosen ? 'chosen' : ''}"><input type="radio" name="template"
          .checked=${template === chosen} @change=${() => choose(template)}>
          <span><b>${template.title}</b> <span class="weak">${text.cost(minutes, typedFields)}</span>${template.description === undefined ? nothing : html`<br><span class="weak">${template.description}</span>`}</span></label>`;
      })}`,
    )}
  </div>`;
}
