import { html, nothing, type TemplateResult } from 'lit';
import type { BuilderSession } from '../session/session.ts';
import type { Messages } from './form-builder.messages.ts';
import { panes } from './panes.ts';

/** Tabs of all sides of the definition. Arrow keys go from one to the next. */
export function tabBar(
  session: BuilderSession,
  text: Messages,
  open: string,
  choose: (pane: string) => void,
): TemplateResult {
  const language = session.language.value;
  const tabs = [
    { id: 'design', title: text.design, help: text.designHelp, mark: undefined as string | undefined },
    ...panes.map((pane) => ({
      id: pane.id,
      title: pane.title[language],
      help: pane.help[language],
      mark: pane.mark?.(session),
    })),
  ];
  const step = (event: KeyboardEvent): void => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (by === 0) return;
    event.preventDefault();
    const at = (tabs.findIndex(({ id }) => id === open) + by + tabs.length) % tabs.length;
    choose(tabs[at]?.id ?? 'design');
    (event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>('[role="tab"]')[at]?.focus();
  };
  return html`<div class="tabs no-print" role="tablist" aria-label=${text.panes} @keydown=${step}>
    ${tabs.map(
      ({ id, title, help, mark }) => html`<button type="button" class="tab" role="tab" id=${`tab-${id}`}
      aria-selected=${id === open} tabindex=${id === open ? 0 : -1} title=${help}
      @click=${() => choose(id)}>${title}${mark === undefined ? nothing : html`<span class="count">${mark}</span>`}</button>`,
    )}
  </div>`;
}
