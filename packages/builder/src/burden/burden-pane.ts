import { html, nothing, type TemplateResult } from 'lit';
import { effectOf } from '@jiceng/core/burden/effect.js';
import { measureBurden, secondsOf } from '@jiceng/core/burden/measure.js';
import { askedTwice } from '@jiceng/core/burden/rules-set.js';
import { countedFields, sittingsOf, type CountedField, type Sitting } from '@jiceng/core/burden/sittings.js';
import type { Definition } from '@jiceng/core/generated/definition.js';
import { OrganisationsController } from '../session/organisations-controller.ts';
import type { BuilderSession } from '../session/session.ts';
import { SessionElement } from '../session/session-element.ts';
import { showPlace } from '../session/show-pane.ts';
import { messages, type Messages } from './burden.messages.ts';
import styles from './burden-pane.styles.ts';
import { figuresOf } from './figures.ts';
import { titleAt } from '../document/title-at.ts';
import { yearChart } from './year-chart.ts';

/** So many of the fields that take longest are listed. */
const LONGEST = 5;
/** So many kinds of organisation are drawn. */
const MOST_KINDS = 8;

/**
 * What the form costs: its figures, where the time goes, what other forms ask for already, and the year of those who
 * fill it in.
 *
 * @customElement jc-burden
 *
 * @fires {CustomEvent<ShowPane>} jc-pane-show - The place of something is wanted.
 * @csspart base - Everything.
 */
export class BurdenPane extends SessionElement {
  static override styles = [...(SessionElement.styles as []), styles];

  // without any, kinds follow from the definition alone
  private readonly organisations = new OrganisationsController(this);

  protected override draw(session: BuilderSession): TemplateResult {
    const text = messages(this.language);
    const definition = session.definition.value;
    if (!definition)
      return html`<div class="base" part="base"><p class="empty" role="status">${text.nothing}</p></div>`;
    const others = session.supplies.value.definitions ?? [];
    return html`<div class="base" part="base">
      ${session.problems.value.length > 0 ? html`<p class="note" role="status">${text.stale}</p>` : nothing}
      <div class="columns">
        <div class="column">${this.figures(definition, others, text)}${this.duplicates(session, definition, others, text)}${this.levels(definition, text)}</div>
        <div class="column">${this.sittings(session, definition, text)}</div>
      </div>
      ${this.calendar(definition, others, text)}
    </div>`;
  }

  private figures(definition: Definition, others: readonly Definition[], text: Messages): TemplateResult {
    const figures = figuresOf(definition, measureBurden(definition), askedTwice(definition, others).length);
    return html`<h3>${text.figures}</h3>
      <table>
        <thead><tr><th scope="col">${text.figure}</th><th scope="col">${text.reached}</th><th scope="col">${text.advised}</th></tr></thead>
        <tbody>${figures.map(
          ({ id, value, verdict, advised }) => html`<tr>
          <th scope="row">${text.names[id]}</th>
          <td>${text.value({ id, value })}${verdict === 'fine' ? nothing : html` <span class="verdict">${text.verdict[verdict]}</span>`}</td>
          <td class="weak">${advised === null ? '—' : id === 'duplicates' ? text.noDuplicates : id === 'prefilled' || id === 'computed' ? text.atLeast(text.limit({ id, value: advised })) : text.atMost(text.limit({ id, value: advised }))}</td>
        </tr>`,
        )}</tbody>
      </table>`;
  }

  private sittings(session: BuilderSession, definition: Definition, text: Messages): TemplateResult {
    const fields = countedFields(definition);
    const sittings = sittingsOf(definition, fields).map(({ pointer, fields: held }: Sitting) => {
      const typed = held.filter((field) => field.typed);
      return {
        pointer,
        typed: typed.length,
        minutes: Math.round(typed.reduce((sum, field) => sum + secondsOf(field), 0) / 6) / 10,
      };
    });
    const longest = fields
      .filter(({ typed }) => typed)
      .sort((a, b) => secondsOf(b) - secondsOf(a))
      .slice(0, LONGEST);
    return html`<h3>${text.sittings}</h3>
      <table>
        <thead><tr><th scope="col">${text.sitting}</th><th scope="col">${text.typedAt}</th><th scope="col">${text.time}</th></tr></thead>
        <tbody>${sittings.map(
          ({ pointer, typed, minutes }) => html`<tr>
          <th scope="row">${pointer === '/record' ? text.form : pointer === '/filing' ? text.review : this.link(session, pointer, titleAt(definition, pointer) || text.step)}</th>
          <td>${text.value({ id: 'typed', value: typed })}</td><td>${text.value({ id: 'minutes', value: minutes })}</td>
        </tr>`,
        )}</tbody>
      </table>
      ${
        longest.length === 0
          ? nothing
          : html`<h3>${text.longest}</h3>
        <ul>${longest.map((field: CountedField) => html`<li>${this.link(session, field.pointer, field.node.title)} <span class="weak">${text.seconds(secondsOf(field))}</span></li>`)}</ul>`
      }`;
  }

  private duplicates(
    session: BuilderSession,
    definition: Definition,
    others: readonly Definition[],
    text: Messages,
  ): TemplateResult {
    const found = askedTwice(definition, others);
    return html`<h3>${text.duplicates}</h3>
      ${
        found.length === 0
          ? html`<p class="weak">${others.length === 0 ? text.noOthers : text.noneTwice}</p>`
          : html`<ul>${found.map(
              ({ title, pointer, other, otherTitle }) => html`
        <li>${text.duplicate(title, other.title, otherTitle)} ${this.link(session, pointer, text.go(title))}</li>`,
            )}</ul>`
      }`;
  }

  private levels({ filing }: Definition, text: Messages): TemplateResult {
    const levels = filing?.review ?? [];
    return html`<h3>${text.levels}</h3>
      ${levels.length === 0 ? html`<p class="weak">${text.noLevels}</p>` : html`<ol>${levels.map(({ at, does }) => html`<li><b>${text.reviewer[at] ?? at}</b> ${does}</li>`)}</ol>`}`;
  }

  private calendar(definition: Definition, others: readonly Definition[], text: Messages): TemplateResult {
    const effects = effectOf(definition, others, this.organisations.value).slice(0, MOST_KINDS);
    return html`<h3>${text.calendar}</h3>
      ${
        effects.length === 0
          ? html`<p class="weak">${text.noCalendar}</p>`
          : html`<p class="weak">${text.calendarHelp}</p>
        <div class="years">${effects.map((effect) => {
          const [first] = effect.organisations;
          const kind = [
            text.level[effect.level] ?? effect.level,
            effect.types.map((type) => text.type[type] ?? type).join(text.join) || text.allTypes,
          ].join(' · ');
          return yearChart(
            effect,
            first ? `${kind}：${text.organisations(first.orgShortName, effect.organisations.length)}` : kind,
            text,
          );
        })}</div>`
      }`;
  }

  private link(session: BuilderSession, pointer: string, label: string): TemplateResult {
    return html`<button class="link" type="button" @click=${() => {
      session.select([pointer]);
      showPlace(this, pointer);
    }}>${label}</button>`;
  }
}
