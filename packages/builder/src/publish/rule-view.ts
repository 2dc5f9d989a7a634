import { html, nothing, type TemplateResult } from 'lit';
import type { BurdenRule } from '@jiceng/core/burden/catalogue.js';
import type { BurdenFinding } from '@jiceng/core/burden/check.js';
import { LEAST_REASON } from '@jiceng/core/burden/waive.js';
import type { Definition } from '@jiceng/core/generated/definition.js';
import type { Language } from '@jiceng/core/text/problem.js';
import { fixOf, type Fix, type FixContext } from './fixes.ts';
import type { Messages } from './publish.messages.ts';

/** One rule with all that it found, and what can be done about it. */
export interface RuleView {
  readonly rule: BurdenRule;
  readonly found: readonly BurdenFinding[];
  readonly definition: Definition;
  readonly context: FixContext;
  readonly text: Messages;
  readonly language: Language;
  /** Why the person may give no reason; `undefined` when they may. */
  readonly refusal: string | undefined;
  /** The reason so far. */
  readonly reason: string;
  /** A button that goes to a place. */
  link(pointer: string): TemplateResult;
  fix(fix: Fix): void;
  write(reason: string): void;
}

/** The line of one rule in the publish check. */
export function ruleView({
  rule,
  found,
  definition,
  context,
  text,
  language,
  refusal,
  reason,
  link,
  fix,
  write,
}: RuleView): TemplateResult {
  const status = found[0]?.status ?? 'passed';
  const isWaived = status === 'blocked' && refusal === undefined && reason.trim().length >= LEAST_REASON;
  return html`<li class=${isWaived ? 'warned' : status}>
    <div class="rule"><span class="mark ${isWaived ? 'warned' : status}">${isWaived ? text.waived : text.status[status]}</span> <b>${rule.title[language]}</b> <span class="weak">${rule.id} · ${text[rule.kind]}</span></div>
    ${status === 'judged' && rule.judged ? html`<div class="text">${rule.judged[language]}</div>` : nothing}
    ${found.map((finding) => {
      const { problem } = finding;
      if (!problem) return nothing;
      const way = fixOf(definition, finding, context);
      return html`<div class="text">${problem.reason[language]}</div>
        <div class="ways">${link(problem.pointer)}${
          way
            ? html`<button class="button" type="button"
          @click=${() => fix(way)}>${way.title[language]}</button>`
            : nothing
        }</div>`;
    })}
    ${
      status !== 'blocked'
        ? nothing
        : refusal !== undefined
          ? html`<div class="weak">${refusal}</div>`
          : html`<label class="reason">${text.reason} <span class="weak">${text.reasonHelp(LEAST_REASON)}</span>
      <textarea rows="2" maxlength="500" .value=${reason}
        @input=${(event: Event) => write((event.target as HTMLTextAreaElement).value)}></textarea></label>`
    }
  </li>`;
}
