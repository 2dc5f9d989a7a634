import { html, nothing, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';
import { SessionElement } from '../session/session-element.ts';
import type { BuilderSession } from '../session/session.ts';
import { messages } from './commands.messages.ts';
import styles from './dialog.styles.ts';
import { questionOf, type Question } from './question.ts';

/**
 * What a command has to ask, as a dialog.
 *
 * @customElement jc-builder-question
 */
export class QuestionDialog extends SessionElement {
  static override styles = [...(SessionElement.styles as []), styles];

  @state() private typed: string | undefined;
  @query('dialog') private dialog!: HTMLDialogElement;
  private asked: Question | undefined;

  protected draw(session: BuilderSession): TemplateResult {
    const text = messages(this.language);
    const question = questionOf(session).value;
    if (question !== this.asked) this.typed = undefined;
    this.asked = question;
    const language = this.language;
    const typed = this.typed ?? question?.input?.value ?? '';
    const wrong = question?.input?.check(typed)?.[language];
    return html`<div class="base"><dialog aria-labelledby="heading" @close=${this.closed}>
      ${
        question
          ? html`<form method="dialog" @submit=${(event: Event) => this.answer(event, question, 0, typed, wrong)}>
        <h2 class="heading" id="heading">${question.title[language]}</h2>
        ${question.text ? html`<p>${question.text[language]}</p>` : nothing}
        ${question.lines ? html`<ul class="lines">${question.lines.map((line) => html`<li>${line}</li>`)}</ul>` : nothing}
        ${
          question.input
            ? html`<label class="label" for="input">${question.input.label[language]}</label>
          <input class="input" id="input" type="text" .value=${typed} aria-invalid=${wrong ? 'true' : 'false'}
            aria-describedby="wrong" @input=${this.type}>
          <p class="problem" id="wrong" role="status">${wrong ?? ''}</p>`
            : nothing
        }
        <div class="answers">
          ${question.answers.map(
            ({ title }, at) => html`<button type=${at === 0 ? 'submit' : 'button'}
            class="button ${at === 0 ? 'primary' : ''}" aria-disabled=${wrong ? 'true' : nothing}
            @click=${at === 0 ? nothing : (event: Event) => this.answer(event, question, at, typed, wrong)}>${title[language]}</button>`,
          )}
          <button type="button" class="button" @click=${() => this.dialog.close()}>${text.cancel}</button>
        </div>
      </form>`
          : nothing
      }
    </dialog></div>`;
  }

  protected override updated(): void {
    const { dialog } = this;
    if (!dialog) return;
    if (this.asked && !dialog.open) {
      dialog.showModal();
      dialog.querySelector<HTMLInputElement>('input')?.select();
    } else if (!this.asked && dialog.open) dialog.close();
  }

  private readonly type = (event: Event): void => {
    this.typed = (event.target as HTMLInputElement).value;
  };

  private readonly closed = (): void => {
    if (this.session) questionOf(this.session).value = undefined;
  };

  private answer(event: Event, question: Question, at: number, typed: string, wrong: string | undefined): void {
    event.preventDefault();
    if (wrong !== undefined) return;
    this.dialog.close();
    question.answers[at]?.run(typed);
  }
}
