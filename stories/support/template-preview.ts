import { html, LitElement, nothing, type TemplateResult } from 'lit';
import '@jiceng/elements/form/define.js';
import '@jiceng/elements/ledger/define.js';
import named from '@jiceng/schemas/examples.json';
import type { Organisation } from '@jiceng/core/generated/organisation.js';
import type { Person } from '@jiceng/core/generated/person.js';
import { templateAt, type Shown } from '../data/catalogue.ts';
import { branch, directory, organisations as ours } from '../data/organisations.ts';
import { people as staff, personOf } from '../data/people.ts';
import { NOW, recordOf } from '../data/record.ts';
import { store } from '../data/store.ts';

/** With those whom only examples name. */
const organisations = [
  ...ours,
  ...(named.organisations as readonly Organisation[]).filter(({ orgId }) => !directory.organisation(orgId)),
];
const people = [
  ...staff,
  ...(named.people as readonly Person[]).filter(({ personId }) => !staff.some((each) => each.personId === personId)),
];

/**
 * A template filled in with its example, nothing of which is stored: the form and, where there is one, the ledger with
 * that record.
 */
export function templatePreview({ definition, data }: Shown): TemplateResult {
  const record = recordOf({
    definition,
    id: 'example',
    orgId: branch.orgId,
    data,
    subject: { id: 'p-0412', title: '赵某' },
    ...(definition.states ? { state: definition.states[0]!.id } : {}),
  });
  return html`<jc-form bare .definition=${definition} .value=${data} .organisations=${organisations} .people=${people}
    .person=${personOf('p-0347')} .facts=${store.facts} .now=${NOW} .drafts=${null}></jc-form>
    ${
      definition.ledger
        ? html`<jc-ledger readonly .definition=${definition} .records=${[record]}
      .organisations=${organisations} .people=${people} .facts=${store.facts} now=${NOW}></jc-ledger>`
        : nothing
    }`;
}

/** A line under a template of the catalogue that shows the template when it is opened. */
class StoryTemplatePreview extends LitElement {
  static override properties = { path: {}, shown: { state: true } };
  declare path: string;
  declare shown: Shown | undefined;

  /** No shadow: part of the page, as the lines around it. */
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  private async open({ target }: Event): Promise<void> {
    if ((target as HTMLDetailsElement).open) this.shown ??= await templateAt(this.path);
  }

  protected override render(): TemplateResult {
    return html`<details @toggle=${this.open}><summary>预览示例</summary>${this.shown ? templatePreview(this.shown) : nothing}</details>`;
  }
}

if (!customElements.get('story-template-preview'))
  customElements.define('story-template-preview', StoryTemplatePreview);
