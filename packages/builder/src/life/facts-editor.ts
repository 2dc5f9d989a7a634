import { html, nothing, type TemplateResult } from 'lit';
import { baseStyles } from '@jiceng/elements/internal/base.styles.js';
import { tokens } from '@jiceng/elements/internal/tokens.js';
import { translated } from '@jiceng/core/definition/translated.js';
import { listAt, textOf } from '../lists/list-edits.ts';
import { ListPane } from '../lists/list-pane.ts';
import { listStyles } from '../lists/lists.styles.ts';
import { problemList } from '../lists/problem-list.ts';
import { propertyOf, shortTable } from '../lists/short-table.ts';
import { spokenIn } from '../lists/spoken.ts';
import type { BuilderSession } from '../session/session.ts';
import { flowsOf, type Flow } from './flows.ts';
import { messages } from './life.messages.ts';
import { newFact, newHandover } from './life-model.ts';
import styles from './life.styles.ts';

/**
 * Facts that records of this form establish, hand-overs to other forms, and a picture of what feeds what.
 *
 * @customElement jc-facts-editor
 *
 * @csspart base - Everything.
 */
export class FactsEditor extends ListPane {
  protected readonly places = /^\/(?:facts|handovers|prefill)/;
  static override styles = [tokens, baseStyles, listStyles, styles];

  protected draw(session: BuilderSession): TemplateResult {
    const text = messages(this.language);
    const document = session.value.value;
    const say = spokenIn(session);
    const { definitions = [] } = session.supplies.value;
    const others = definitions.filter(({ id }) => id !== textOf(document, 'id'));
    const lists = { session, isChosen: (pointer: string) => this.isChosen(session, pointer), follow: this.focusRow };
    const titleOf = (id: string) => {
      const found = others.find((other) => other.id === id);
      return found ? translated(found, this.language).title : id;
    };
    return this.beside(
      session,
      text.flows,
      html`
      ${problemList(session, ['/facts', '/handovers'])}
      ${this.picture(session)}
      <section class="part" aria-labelledby="facts"><h3 class="part-title"
        id="facts">${text.facts}</h3><p class="part-help">${text.factsHelp}</p>
        ${listAt(document, '/facts').length === 0 ? nothing : shortTable({ ...lists, list: '/facts', word: text.fact, columns: [{ title: text.kind, show: (fact) => (propertyOf(fact, 'den') === undefined && propertyOf(fact, 'required') === undefined ? text.amount : text.rate) }] })}
        <div class="actions"><button type="button" class="button"
          @click=${() => this.add(session, text.fact, newFact(session.value.peek()))}>${text.addFact}</button></div></section>
      <section class="part" aria-labelledby="handovers"><h3 class="part-title"
        id="handovers">${text.handovers}</h3><p class="part-help">${text.handoversHelp}</p>
        ${
          listAt(document, '/handovers').length === 0
            ? nothing
            : shortTable({
                ...lists,
                list: '/handovers',
                word: text.handover,
                columns: [
                  { title: text.target, show: (handover) => titleOf(textOf(handover, 'to')) },
                  { title: text.when, show: (handover) => say.condition(propertyOf(handover, 'when')) },
                ],
              })
        }
        <div class="actions">${
          others.length === 0
            ? html`<p class="small">${text.noTargets}</p>`
            : html`<button type="button"
          class="button" @click=${() => this.add(session, text.handover, newHandover(session.value.peek(), others[0]?.id ?? ''))}>${text.addHandover}</button>`
        }</div></section>`,
    );
  }

  private picture(session: BuilderSession): TemplateResult | typeof nothing {
    const text = messages(this.language);
    const definition = session.definition.value;
    if (!definition) return nothing;
    const { definitions = [] } = session.supplies.value;
    const { incoming, outgoing } = flowsOf(definition, definitions, this.language);
    const card = ({ kind, title, what }: Flow) =>
      html`<li class="flow"><p class="flow-title">${title}</p><p class="small">${kind === 'facts' ? text.reads : text.starts}${this.language === 'zh-CN' ? '：' : ': '}${what.join(text.or)}</p></li>`;
    return html`<section class="part" aria-labelledby="picture"><h3 class="part-title"
      id="picture">${text.picture}</h3><p class="part-help">${session.problems.value.length > 0 ? text.broken : text.pictureHelp}</p>
      <div class="flows"><ul aria-label=${text.incoming}>${incoming.length > 0 ? incoming.map(card) : html`<li class="small">${text.nothingIn}</li>`}</ul><span class="way"
        aria-hidden="true">→</span>
        <p class="self">${translated(definition, this.language).title}</p><span class="way" aria-hidden="true">→</span>
        <ul aria-label=${text.outgoing}>${outgoing.length > 0 ? outgoing.map(card) : html`<li class="small">${text.nothingOut}</li>`}</ul></div></section>`;
  }
}
