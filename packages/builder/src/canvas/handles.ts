import { html, type TemplateResult } from 'lit';
import { coreCommands } from '../commands/all-commands.ts';
import type { BuilderSession } from '../session/session.ts';
import type { Box } from './box.ts';
import type { CanvasMessages } from './canvas.messages.ts';

/** Commands beside the selected thing, by the sign on their button. */
const SIGNS: readonly (readonly [id: string, sign: string])[] = [
  ['move-up', '↑'],
  ['move-down', '↓'],
  ['duplicate', '＋'],
  ['delete', '✕'],
];

/** Buttons at the selected thing: a grip to drag it by, and the commonest commands. */
export function handles(
  session: BuilderSession,
  text: CanvasMessages,
  grab: (event: PointerEvent) => void,
): TemplateResult {
  const language = session.language.value;
  return html`<div class="handles" hidden role="toolbar" aria-label=${text.handles}>
    <span class="grip" title=${text.drag} aria-hidden="true" @pointerdown=${grab}>⠿</span>
    ${SIGNS.map(([id, sign]) => {
      const command = coreCommands.find((one) => one.id === id);
      return html`<button type="button" class="handle" tabindex="-1" aria-label=${command?.title[language] ?? id}
        title=${[command?.title[language] ?? id, ...(command?.keys ?? []).slice(0, 1)].join(' ')}
        @click=${() => command?.run(session)}><span aria-hidden="true">${sign}</span></button>`;
    })}
  </div>`;
}

/** Puts the buttons to the upper right corner of a box, or away. */
export function placeHandles(root: ParentNode, box: Box | undefined): void {
  const node = root.querySelector<HTMLElement>('.handles');
  if (!node) return;
  node.hidden = box === undefined;
  if (!box) return;
  // Its own size by percentages: reading it would lay out the whole canvas once more.
  node.style.setProperty(
    'transform',
    `translate(max(0px, calc(${Math.round(box.left + box.width + 4)}px - 100%)), max(0px, calc(${Math.round(box.top - 4)}px - 100%)))`,
  );
}
