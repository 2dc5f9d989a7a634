import { html, nothing, type TemplateResult } from 'lit';
import type { Definition } from '@jiceng/core/generated/definition.js';
import type { BuilderSession } from '../session/session.ts';
import { contextOf, type FormulaContext } from '../formula/formula-context.ts';
import { exampleFor } from './example.ts';
import { wrongAt } from './findings.ts';
import type { Messages } from './logic.messages.ts';
import type { RuleLine } from './rule-list.ts';

/** What a line of the list can ask for. */
export interface LineActs {
  readonly toggle: (line: RuleLine) => void;
  readonly change: (line: RuleLine, formula: string) => void;
  readonly shift: (line: RuleLine, by: -1 | 1) => void;
  readonly duplicate: (line: RuleLine) => void;
  readonly remove: (line: RuleLine) => void;
  readonly go: (line: RuleLine) => void;
}

/** One rule as a sentence, what is wrong with it, and while it is open its editor. */
export function ruleLine(
  session: BuilderSession,
  line: RuleLine,
  isOpen: boolean,
  text: Messages,
  acts: LineActs,
): TemplateResult {
  const language = session.language.value;
  const wrong = wrongAt(session, line.pointer);
  const isRule = line.effect !== 'section';
  return html`<li class=${isOpen ? 'open' : ''} data-pointer=${line.pointer}>
    <div class="head">
      <button type="button" class="sentence" aria-expanded=${isOpen}
        @click=${() => acts.toggle(line)}>${line.sentence}</button>
      <div class="acts">
        ${line.field === undefined ? nothing : act(text.go, '', () => acts.go(line), line, text)}
        ${isRule ? html`${act(text.up, '↑', () => acts.shift(line, -1), line, text)}${act(text.down, '↓', () => acts.shift(line, 1), line, text)}${act(text.duplicate, '', () => acts.duplicate(line), line, text)}` : nothing}
        ${act(text.remove, '', () => acts.remove(line), line, text)}
      </div>
    </div>
    ${wrong.length === 0 ? nothing : html`<div role="status"><ul class="wrong">${wrong.map(({ reason }) => html`<li>${reason[language]}</li>`)}</ul></div>`}
    ${isOpen ? editor(session, line, text, acts) : nothing}
  </li>`;
}

function act(label: string, mark: string, run: () => void, line: RuleLine, text: Messages): TemplateResult {
  return html`<button type="button" class="button plain" title=${label} aria-label=${text.about(label, line.sentence)}
    @click=${run}>${mark === '' ? label : mark}</button>`;
}

function editor(
  session: BuilderSession,
  line: RuleLine,
  text: Messages,
  acts: LineActs,
): TemplateResult | typeof nothing {
  const context = lineContext(session, line);
  if (!context) return nothing;
  const now = session.supplies.value.now ?? `${new Date().toISOString().slice(0, 19)}+08:00`;
  const example = exampleFor(context.compiled, now);
  const change = (event: CustomEvent<string>): void => acts.change(line, event.detail);
  return html`<div class="editor">
    ${
      line.effect === 'value' && context.words.into?.kind !== 'boolean'
        ? html`<jc-formula .formula=${line.formula} .context=${context} .example=${example} .rows=${line.rows}
        @jc-formula-change=${change}></jc-formula>`
        : html`<jc-condition .formula=${line.formula} .context=${context} .example=${example} .rows=${line.rows}
        @jc-formula-change=${change}></jc-condition>`
    }
    <details><summary>${text.more}</summary><jc-builder-panel .session=${session}></jc-builder-panel></details>
  </div>`;
}

function lineContext(session: BuilderSession, { rows, effect, field }: RuleLine): FormulaContext | undefined {
  const { definitions } = session.supplies.value;
  return contextOf(session.value.value, {
    language: session.language.value,
    rows,
    ...(definitions ? { definitions: definitions as readonly Definition[] } : {}),
    ...(effect === 'value' && field !== undefined ? { into: field } : {}),
  });
}
