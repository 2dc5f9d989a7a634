import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { compile } from '@jiceng/core/definition/compile.js';
import { exampleData } from '@jiceng/core/form/example.js';
import type { Definition } from '@jiceng/core/generated/definition.js';
import type { JsonObject } from '@jiceng/core/json/json.js';
import type { Drafts, Size } from '@jiceng/elements/internal/context.js';
import type { JcForm } from '@jiceng/elements/form/form.js';
import { shownFields } from '../canvas/shown.ts';
import type { Why } from '../why/why.ts';
import { SessionElement } from '../session/session-element.ts';
import type { BuilderSession } from '../session/session.ts';
import { messages } from './preview.messages.ts';
import styles from './preview.styles.ts';

type Page = 'computer' | 'phone' | 'paper';
type Role = 'filler' | 'reviewer';

/** Moment of examples where nobody says what time it is. */
const NOW = '2025-03-14T09:30:00+08:00';

/**
 * The form as people will meet it: as filler or reviewer, on a phone, in large type or high contrast, on paper, with
 * invented data. What is filled in here is kept nowhere.
 *
 * @customElement jc-builder-preview
 *
 * @csspart base - Everything.
 */
export class Preview extends SessionElement {
  static override styles = [...(SessionElement.styles as []), styles];

  @state() private actor: Role = 'filler';
  @state() private page: Page = 'computer';
  @state() private size: Size = 'normal';
  @state() private contrast = false;
  /** Which example is shown; 0: the empty form. */
  @state() private seed = 0;
  @state() private verdict = '';
  private filled:
    | { readonly definition: Definition; readonly seed: number; readonly data: JsonObject | undefined }
    | undefined;

  protected draw(session: BuilderSession): TemplateResult {
    const text = messages(this.language);
    const definition = session.definition.value;
    const isOld = session.problems.value.length > 0;
    if (!definition) return html`<div class="base" part="base"><p class="note" role="status">${text.nothing}</p></div>`;
    const now = session.supplies.value.now ?? NOW;
    const isPaper = this.page === 'paper';
    return html`<div class="base" part="base">
      <div class="tools no-print" role="group" aria-label=${text.tools}>
        ${this.select(
          text.role,
          this.actor,
          [
            ['filler', text.filler],
            ['reviewer', text.reviewer],
          ],
          (value) => {
            this.actor = value as Role;
          },
        )}
        ${this.select(
          text.page,
          this.page,
          [
            ['computer', text.computer],
            ['phone', text.phone],
            ['paper', text.paper],
          ],
          (value) => {
            this.page = value as Page;
          },
        )}
        ${this.select(
          text.size,
          this.size,
          [
            ['normal', text.normal],
            ['large', text.large],
            ['elder', text.elder],
          ],
          (value) => {
            this.size = value as Size;
          },
        )}
        ${this.select(
          text.data,
          this.seed === 0 ? 'none' : 'example',
          [
            ['none', text.none],
            ['example', text.example],
          ],
          (value) => {
            this.seed = value === 'none' ? 0 : 1;
          },
        )}
        <label class="tick"><input type="checkbox" .checked=${this.contrast}
          @change=${this.tick}>${text.contrast}</label>
        ${
          this.seed === 0
            ? nothing
            : html`<button type="button" class="button"
          @click=${this.another}>${text.another}</button>`
        }
        <button type="button" class="button" @click=${this.check}>${text.check}</button>
        ${isPaper ? html`<button type="button" class="button" @click=${this.print}>${text.print}</button>` : nothing}
        <span role="status">${this.verdict}</span>
      </div>
      ${isOld ? html`<p class="note no-print" role="status">${text.old}</p>` : nothing}
      <div class="place ${this.page}" role="group" aria-label=${text.place}>
        <jc-provider size=${this.size} theme=${this.contrast ? 'contrast' : nothing} locale=${this.language}>
          <jc-form .definition=${definition} .drafts=${NOWHERE} .value=${this.data(definition, now, session)}
            .mayEdit=${this.actor === 'reviewer' ? reviews(definition) : everything} .now=${now} @jc-submit=${this.stay}
            @focusin=${this.ask} @click=${this.ask}><span slot="actions"></span></jc-form>
        </jc-provider>
      </div>
      <details class="why no-print" @toggle=${this.follow}><summary>${text.why}</summary><jc-why .session=${session}></jc-why></details>
    </div>`;
  }

  /** Example data for what is shown; the same until another is asked for, so that what was filled in stays. */
  private data(definition: Definition, now: string, session: BuilderSession): JsonObject | undefined {
    const { filled, seed } = this;
    if (filled && filled.definition === definition && filled.seed === seed) return filled.data;
    const { person } = session.supplies.peek();
    const data =
      seed === 0 ? {} : exampleData(compile(definition), { now, seed, ...(person ? { people: [person] } : {}) });
    this.filled = { definition, seed, data };
    return data;
  }

  private select(
    label: string,
    value: string,
    options: readonly (readonly [value: string, title: string])[],
    choose: (value: string) => void,
  ): TemplateResult {
    return html`<label class="choice"><span>${label}</span><select .value=${value}
      @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}>
      ${options.map(([key, title]) => html`<option value=${key} ?selected=${key === value}>${title}</option>`)}
    </select></label>`;
  }

  private readonly tick = (event: Event): void => {
    this.contrast = (event.target as HTMLInputElement).checked;
  };

  private readonly another = (): void => {
    this.seed += 1;
  };

  private readonly check = (): void => {
    const form = this.renderRoot.querySelector<JcForm>('jc-form');
    const text = messages(this.language);
    if (!form) return;
    const isValid = form.validate(true);
    this.verdict = isValid
      ? text.valid
      : text.invalid(form.formModel?.problems().filter(({ level }) => level === 'error').length ?? 1);
  };

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.follow();
  }

  /**
   * The form that stands here now is the one that is explained; set past the template, since asking a form for its
   * model may make it.
   */
  private readonly follow = (): void => {
    const form = this.renderRoot.querySelector<JcForm>('jc-form');
    const why = this.renderRoot.querySelector<Why>('jc-why');
    if (form && why?.closest('details')?.open) why.form = form.formModel;
  };

  /** A field that a person goes to is the one to be explained. */
  private readonly ask = (event: Event): void => {
    const path = event.composedPath();
    const inside = shownFields(event.currentTarget as JcForm).filter(({ node }) => path.includes(node));
    const last = inside[inside.length - 1];
    const why = this.renderRoot.querySelector<Why>('jc-why');
    this.follow();
    if (last && why) why.field = last.field;
  };

  private readonly print = (): void => window.print();

  private readonly stay = (event: Event): void => event.stopPropagation();
}

/** Without a place of its own the form would keep what is tried out as a draft of the record. */
const NOWHERE: Drafts = {
  read: () => Promise.resolve(undefined),
  write: () => Promise.resolve(),
  remove: () => Promise.resolve(),
};

const everything = (): boolean => true;
const reviewing = new WeakMap<Definition, (pointer: string) => boolean>();

/** A reviewer changes what the filing says, and reads the rest; the same function for the same definition. */
function reviews(definition: Definition): (pointer: string) => boolean {
  let found = reviewing.get(definition);
  if (!found)
    reviewing.set(definition, (found = (pointer) => (definition.filing?.reviewFields ?? []).includes(pointer)));
  return found;
}
