import { html, nothing, type TemplateResult } from 'lit';
import { baseStyles } from '@jiceng/elements/internal/base.styles.js';
import { tokens } from '@jiceng/elements/internal/tokens.js';
import type { Actor } from '@jiceng/core/generated/definition.js';
import { isObject, own, type Json } from '@jiceng/core/json/json.js';
import { valueAt } from '@jiceng/core/json/pointer.js';
import { actorText } from '@jiceng/core/life/actor-texts.js';
import { listAt, textOf, type ListChange } from '../lists/list-edits.ts';
import { ListPane } from '../lists/list-pane.ts';
import { listStyles } from '../lists/lists.styles.ts';
import { problemList } from '../lists/problem-list.ts';
import { propertyOf, shortTable } from '../lists/short-table.ts';
import { fieldTitle } from '../panel/thing.ts';
import type { BuilderSession } from '../session/session.ts';
import { lifeDrawing } from './diagram-view.ts';
import { messages } from './life.messages.ts';
import { newFiling, newLife, newMove, newState, startsOf } from './life-model.ts';
import styles from './life.styles.ts';

/**
 * Draws the life of a record: states and moves as a diagram and as tables, and filing by period.
 *
 * @customElement jc-life-editor
 *
 * @csspart base - Everything.
 */
export class LifeEditor extends ListPane {
  protected readonly places = /^\/(?:states|moves|filing)/;
  static override styles = [tokens, baseStyles, listStyles, styles];

  protected draw(session: BuilderSession): TemplateResult {
    const text = messages(this.language);
    const document = session.value.value;
    const lists = { session, isChosen: (pointer: string) => this.isChosen(session, pointer), follow: this.focusRow };
    const titleOf = (id: string) =>
      textOf(
        listAt(document, '/states').find((state) => textOf(state, 'id') === id),
        'title',
      ) || id;
    const button = (words: string, done: string, make: (document: Json) => ListChange) =>
      html`<button type="button" class="button"
        @click=${() => this.add(session, done, make(session.value.peek()))}>${words}</button>`;
    const hasStates = listAt(document, '/states').length > 0;
    const hasFiling = isObject(valueAt(document, '/filing'));
    return this.beside(
      session,
      text.life,
      html`
      ${problemList(session, ['/states', '/moves', '/filing'])}
      ${
        hasStates
          ? html`
        <section class="part" aria-labelledby="diagram"><h3 class="part-title"
          id="diagram">${text.diagram}</h3><p class="part-help">${text.diagramHelp}</p>${lifeDrawing(session)}</section>
        <section class="part" aria-labelledby="states"><h3 class="part-title"
          id="states">${text.states}</h3><p class="part-help">${text.statesHelp}</p>
          ${shortTable({ ...lists, list: '/states', word: text.state, columns: [{ title: text.final, show: (state) => (propertyOf(state, 'final') === true ? text.final : nothing) }] })}
          <div class="actions">${button(text.addState, text.state, newState)}</div></section>
        <section class="part" aria-labelledby="moves"><h3 class="part-title"
          id="moves">${text.moves}</h3><p class="part-help">${text.movesHelp}</p>
          ${shortTable({
            ...lists,
            list: '/moves',
            word: text.move,
            columns: [
              { title: text.from, show: (move) => startsOf(move).map(titleOf).join(text.or) },
              {
                title: text.to,
                show: (move) => (textOf(move, 'to') === '' ? text.stays : titleOf(textOf(move, 'to'))),
              },
              { title: text.who, show: (move) => this.who(document, move) },
              { title: text.when, show: (move) => this.counted(propertyOf(move, 'guard')) },
              { title: text.asks, show: (move) => this.counted(propertyOf(move, 'ask')) },
            ],
          })}
          <div class="actions">${button(text.addMove, text.move, (now) => newMove(now, session.selection.peek()[0]))}</div></section>`
          : this.beginning(text.empty, text.start, () => this.add(session, text.life, newLife()))
      }
      <section class="part" aria-labelledby="filing"><h3 class="part-title"
        id="filing">${text.filing}</h3><p class="part-help">${text.filingHelp}</p>
        <p>${hasFiling ? text.filingOn : text.filingOff}</p>
        <div class="actions">${
          hasFiling
            ? html`<button type="button" class="button"
          @click=${() => session.select(['/filing'])}>${text.openFiling}</button>`
            : button(text.addFiling, text.filing, newFiling)
        }</div></section>`,
    );
  }

  /** Who makes a move, in words. */
  private who(document: Json, move: Json): string {
    const text = messages(this.language);
    const by = propertyOf(move, 'by');
    if (!Array.isArray(by)) return propertyOf(move, 'auto') === undefined ? text.fillers : text.clock;
    const naming = { label: (pointer: string) => fieldTitle(document, pointer), placeName: () => undefined };
    return by
      .filter(
        (actor: Json) => isObject(actor) && (own(actor, 'is') === undefined || typeof own(actor, 'is') === 'string'),
      )
      .map((actor: Json) => actorText(actor as unknown as Actor, naming)[this.language])
      .join(text.or);
  }

  private counted(list: Json | undefined): unknown {
    return Array.isArray(list) && list.length > 0 ? messages(this.language).count(list.length) : nothing;
  }
}
