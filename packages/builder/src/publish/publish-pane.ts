import { BURDEN_RULES } from '@jiceng/core/burden/catalogue.js';
import { blockedRules, mayWaive, waivedBy } from '@jiceng/core/burden/waive.js';
import type { Definition } from '@jiceng/core/generated/definition.js';
import type { Json } from '@jiceng/core/json/json.js';
import { saveFile } from '@jiceng/elements/internal/save-file.js';
import { html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { judgedOf, todayOf, type Judged } from '../burden/judged.ts';
import { titleAt } from '../document/title-at.ts';
import { writeJson } from '../document/write-json.ts';
import { drawnPart } from '../locks/local-session.ts';
import { OrganisationsController } from '../session/organisations-controller.ts';
import type { BuilderSession } from '../session/session.ts';
import { SessionElement } from '../session/session-element.ts';
import { showPane, showPlace } from '../session/show-pane.ts';
import { spokenReason } from '../session/spoken-reason.ts';
import { StoreController } from '../session/store-controller.ts';
import { compared, toNext, type Comparison } from '../versions/version-edits.ts';
import type { PublishDetail } from './publish-events.ts';
import { messages, type Messages } from './publish.messages.ts';
import styles from './publish.styles.ts';
import { reasonsOf } from './reasons.ts';
import { ruleView } from './rule-view.ts';

/**
 * The last look before publishing: every rule with what it found, ways out by one click, reasons where a rule is not
 * kept; then publishing, the file, and code to paste.
 *
 * @customElement jc-publish
 *
 * @fires {CustomEvent<PublishDetail>} jc-publish - A person publishes the definition, and nothing is in the way;
 *   `preventDefault()` keeps it out of the data source, for hosts that publish themselves.
 * @fires {CustomEvent<ShowPane>} jc-pane-show - The place of a finding is wanted.
 * @csspart base - Everything.
 */
export class PublishPane extends SessionElement {
  static override styles = [...(SessionElement.styles as []), styles];

  private readonly organisations = new OrganisationsController(this); // without any, nobody is entitled
  private readonly versions = new StoreController(this, (source, id) => source.versions(id));
  @state() private confirming = false;
  @state() private said = '';
  @state() private busy = false;

  protected override draw(session: BuilderSession): TemplateResult {
    const text = messages(this.language);
    const judged = judgedOf(session).value;
    const problems = session.problems.value;
    return html`<div class="base" part="base">
      <h3>${text.check}</h3>
      ${this.summary(session, judged, text)}
      ${
        problems.length === 0
          ? nothing
          : html`<h4>${text.errors}</h4><ul class="list">${problems.map(
              (problem) => html`<li class="blocked">
        <div class="text">${spokenReason(problem, session.value.value, this.language)}</div>${this.link(session, problem.pointer, text.go(titleAt(session.value.value, problem.pointer)))}</li>`,
            )}</ul>`
      }
      ${
        judged
          ? html`${this.rules(session, judged, text)}${this.publishing(session, judged, text)}
        <h3>${text.embed}</h3><jc-embed-code .definition=${judged.definition} .locale=${this.language}></jc-embed-code>`
          : nothing
      }
    </div>`;
  }

  private summary(session: BuilderSession, judged: Judged | undefined, text: Messages): TemplateResult {
    const errors = session.problems.value.length;
    const blocked = judged ? this.open(session, judged).length : 0;
    const warned = new Set(judged?.findings.filter(({ status }) => status === 'warned').map(({ rule }) => rule)).size;
    return html`<p class="summary ${errors + blocked > 0 || !judged ? 'bad' : 'good'}" role="status" tabindex="-1">
      ${!judged ? text.nothing : errors > 0 ? text.broken(errors) : blocked > 0 ? text.blocked(blocked) : text.ready}${judged && warned > 0 ? html` ${text.warned(warned)}` : nothing}
    </p>`;
  }

  private rules(session: BuilderSession, { definition, findings }: Judged, text: Messages): TemplateResult {
    const supplies = session.supplies.value;
    const reasons = reasonsOf(session);
    const context = {
      others: supplies.definitions ?? [],
      ...(todayOf(supplies) === undefined ? {} : { today: todayOf(supplies) as string }),
    };
    const entitled = this.mayWaive(session) ? undefined : supplies.person ? text.notEntitled : text.nobody;
    const groups = BURDEN_RULES.map((rule) => ({
      rule,
      found: findings.filter((finding) => finding.rule === rule.id),
    }));
    const of = (status: string) => groups.filter(({ found }) => found[0]?.status === status);
    const view = ({ rule, found }: (typeof groups)[number]) =>
      ruleView({
        rule,
        found,
        definition,
        context,
        text,
        language: this.language,
        refusal: entitled,
        reason: reasons.value.get(rule.id) ?? '',
        link: (pointer) => this.link(session, pointer, text.go(titleAt(definition, pointer))),
        fix: ({ title, edits, select }) => {
          session.edit({ title }, edits, select);
          this.focusSummary();
        },
        write: (reason) => {
          reasons.value = new Map([...reasons.peek(), [rule.id, reason]]);
        },
      });
    return html`
      <ul class="list">${[...of('blocked'), ...of('warned')].map(view)}</ul>
      <details><summary>${text.passedRules(of('passed').length)}</summary><ul class="list">${of('passed').map(view)}</ul></details>
      <details><summary>${text.judgedRules(of('judged').length)}</summary><ul class="list">${of('judged').map(view)}</ul></details>`;
  }

  /** The line that was fixed may be gone: the focus goes to what is left to do. */
  private focusSummary(): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('.summary')?.focus());
  }

  private ask(isAsking: boolean): void {
    this.confirming = isAsking;
    if (isAsking) this.said = '';
    this.focusAction();
  }

  /** The button that was pressed gave way to another: the focus goes there. */
  private focusAction(): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('.actions .button')?.focus());
  }

  private publishing(session: BuilderSession, judged: Judged, text: Messages): TemplateResult {
    const { definition } = judged;
    const known = this.published(session, definition);
    return html`<h3>${text.publish}</h3>
      <div class="actions">
        ${known ? this.goingOn(session, known, text) : this.asking(session, judged, text)}
        <button class="button" type="button" @click=${() => saveDefinition(session, definition)}>${text.download}</button>
      </div>
      <p class="weak" role="status">${this.said}</p>`;
  }

  /** Asks once more before it publishes. */
  private asking(session: BuilderSession, judged: Judged, text: Messages): TemplateResult {
    const { definition } = judged;
    const ready = session.problems.value.length === 0 && this.open(session, judged).length === 0;
    return this.confirming && ready
      ? html`<p>${text.version(definition.title, definition.version)}<br><span class="weak">${text.final}</span></p>
        <button class="button primary" type="button"
          @click=${() => void this.publish(session, judged)}>${text.confirm}</button><button class="button"
          type="button" @click=${() => this.ask(false)}>${text.cancel}</button>`
      : html`<button class="button primary" type="button" ?disabled=${!ready || this.busy}
        @click=${() => this.ask(true)}>${text.publish} ${definition.version}</button>`;
  }

  /** The version with the drawing's number is out already: what is drawn is it, or needs another number. */
  private goingOn(session: BuilderSession, comparison: Comparison, text: Messages): TemplateResult {
    const { before, found, next } = comparison;
    const isSame = found.length === 0;
    return html`<p>${isSame ? text.isOut(before.version) : text.isChanged(before.version)}</p>
      ${
        isSame
          ? nothing
          : html`<button class="button primary" type="button" @click=${() => {
              const { title, edits } = toNext(comparison);
              if (session.edit({ title }, edits)) this.focusAction();
            }}>${text.take(next)}</button>`
      }<button class="button" type="button"
        @click=${() => showPane(this, 'versions')}>${isSame ? text.toVersions : text.toChanges}</button>`;
  }

  /**
   * While the drawing's number is out: the drawing compared with that version or, where it differs, with the highest,
   * above which the next number has to be. `undefined` while the number is free. A drawn part has no number of its own.
   */
  private published(session: BuilderSession, definition: Definition): Comparison | undefined {
    const versions = this.versions.value;
    if (session.supplies.value.core || versions === undefined || versions === 'failed') return undefined;
    const same = versions.find((version) => version.definition.version === definition.version);
    if (!same) return undefined;
    const comparison = compared(same.definition, definition);
    const [highest = same] = versions;
    return comparison.found.length === 0 ? comparison : compared(highest.definition, definition);
  }

  /** Rules that block and have no sufficient reason by somebody entitled. */
  private open(session: BuilderSession, { findings }: Judged): string[] {
    const waived = this.mayWaive(session) ? waivedBy(findings, reasonsOf(session).value) : {};
    return blockedRules(findings).filter((rule) => !(rule in waived));
  }

  private mayWaive(session: BuilderSession): boolean {
    const { person, now } = session.supplies.value;
    return (
      now !== undefined &&
      mayWaive(
        person,
        { organisation: (id) => this.organisations.value.find(({ orgId }) => orgId === id) },
        now.slice(0, 10),
      )
    );
  }

  private async publish(session: BuilderSession, { definition, findings }: Judged): Promise<void> {
    const { person, dataSource } = session.supplies.peek();
    const text = messages(this.language);
    const reasons = waivedBy(findings, reasonsOf(session).peek());
    this.confirming = false;
    this.said = text.handed(definition.version);
    const wanted = this.dispatchEvent(
      new CustomEvent<PublishDetail>('jc-publish', {
        detail: { text: textToPublish(session), definition, reasons },
        bubbles: true,
        composed: true,
        cancelable: true,
      }),
    );
    if (!wanted || !person || !dataSource) return this.focusAction();
    this.busy = true;
    try {
      const result = await dataSource.publish(
        drawnPart(session) ?? session.value.peek(),
        { personId: person.personId },
        reasons,
      );
      this.said = result.ok
        ? text.published(definition.version)
        : text.refused +
          result.problems.map((problem) => spokenReason(problem, session.value.peek(), this.language)).join(' ');
    } catch (error) {
      console.error('Jiceng: <jc-publish> could not reach the data source:', error);
      this.said = text.failed;
    } finally {
      this.busy = false;
      this.focusAction();
    }
  }

  private link(session: BuilderSession, pointer: string, label: string): TemplateResult {
    return html`<button class="link" type="button" @click=${() => {
      session.select([pointer]);
      showPlace(this, pointer);
    }}>${label}</button>`;
  }
}

function saveDefinition(session: BuilderSession, { id, version }: Definition): void {
  saveFile(`${id}-${version}.json`, new Blob([textToPublish(session)], { type: 'application/json' }));
}

/** The document to publish, as it is written: of a drawn part, the part alone. */
function textToPublish(session: BuilderSession): string {
  const part = drawnPart(session);
  return part ? `${writeJson(part as unknown as Json)}\n` : session.document.text.peek();
}
