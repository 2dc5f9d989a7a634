import { html, nothing, type TemplateResult } from 'lit';
import type { BuilderSession } from '../session/session.ts';
import { ownerOf, propertyWord } from '../panel/usages.ts';
import { spokenReason } from '../session/spoken-reason.ts';
import { messages } from './lists.messages.ts';

/** So many problems are listed; the rest are counted. */
const MOST = 6;

/** What the gate says of some parts of the definition; each line selects the thing that is meant. */
export function problemList(session: BuilderSession, prefixes: readonly string[]): TemplateResult | typeof nothing {
  const language = session.language.value;
  const text = messages(language);
  const found = session.problems.value.filter(({ pointer }) =>
    prefixes.some((prefix) => pointer === prefix || pointer.startsWith(`${prefix}/`)),
  );
  if (found.length === 0) return nothing;
  const go = (pointer: string) => {
    const thing = ownerOf(session.value.peek(), pointer);
    session.select(thing ? [thing.pointer] : []);
  };
  return html`<div class="problems" role="status"><p class="problems-title">${text.problems}</p><ul>
    ${found.slice(0, MOST).map(
      (problem) => html`<li><button type="button" class="link"
      @click=${() => go(problem.pointer)}>${spokenReason(problem, session.value.value, language, (place) => propertyWord(session.value.value, place, language))}</button></li>`,
    )}
    ${found.length > MOST ? html`<li>${text.more(found.length - MOST)}</li>` : nothing}
  </ul></div>`;
}
