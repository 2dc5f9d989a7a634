import { html, type TemplateResult } from 'lit';
import { blockTitle, copyBlock, moveBlock, removeBlock } from './acts.ts';
import { blockTexts } from './model/blocks.messages.ts';
import { blocksOf } from './model/new-block.ts';
import { ZONES } from './model/zones.ts';
import type { ReportBuilderTexts } from './report-builder.messages.ts';
import type { ReportSession } from './report-session.ts';

/** What the list of blocks shows and does. */
export interface BlocksView {
  readonly session: ReportSession;
  readonly texts: ReportBuilderTexts;
  readonly locale: string;
  /** Pointer of the block that is worked on. */
  readonly current: string | undefined;
  /** Works on a block; on the report as a whole where the pointer is empty. */
  choose(pointer: string): void;
  /** Adds a block behind that one. */
  add(kind: string): void;
}

/** The blocks in order, with what moves, duplicates and deletes them, and the kinds that can be added. */
export function blocksView({ session, texts, locale, current, choose, add }: BlocksView): TemplateResult {
  const report = session.value.value;
  const isReport = session.selection.value[0] === '';
  const blocks = blocksOf(report);
  const kinds = blockTexts(locale);
  const act = (label: string, sign: string, run: () => unknown, off = false): TemplateResult =>
    html`<button type="button" class="small" aria-label=${label} title=${label} ?disabled=${off}
      @click=${run}>${sign}</button>`;
  return html`<h3 class="side-title">${texts.blocks}</h3>
    <ol class="blocks">
      <li class=${isReport ? 'chosen' : ''}><button type="button" class="block-name"
        aria-current=${isReport ? 'true' : 'false'} @click=${() => choose('')}>${texts.wholeReport}</button></li>
      ${blocks.map((_, at) => {
        const pointer = `/blocks/${at}`;
        const isChosen = pointer === current && !isReport;
        return html`<li class=${isChosen ? 'chosen' : ''}>
          <button type="button" class="block-name" aria-current=${isChosen ? 'true' : 'false'}
            @click=${() => choose(pointer)} @keydown=${(event: KeyboardEvent) => keys(event, session, at)}>${blockTitle(report, pointer, locale)}</button>
          <span class="acts">${act(texts.up, '↑', () => moveBlock(session, pointer, at - 1), at === 0)}${act(texts.down, '↓', () => moveBlock(session, pointer, at + 1), at === blocks.length - 1)}${act(texts.copy, '＋', () => copyBlock(session, pointer))}${act(texts.remove, '✕', () => removeBlock(session, pointer))}</span>
        </li>`;
      })}
    </ol>
    <div class="add" role="group" aria-label=${texts.addBlock}>${Object.keys(ZONES).map(
      (kind) => html`<button type="button"
      class="button small" title=${kinds[kind]?.[1] ?? ''}
      @click=${() => add(kind)}>+ ${kinds[kind]?.[0] ?? kind}</button>`,
    )}</div>`;
}

function keys(event: KeyboardEvent, session: ReportSession, at: number): void {
  const pointer = `/blocks/${at}`;
  const run =
    event.altKey && event.key === 'ArrowUp'
      ? () => moveBlock(session, pointer, at - 1)
      : event.altKey && event.key === 'ArrowDown'
        ? () => moveBlock(session, pointer, at + 1)
        : (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'd'
          ? () => copyBlock(session, pointer)
          : event.key === 'Delete'
            ? () => removeBlock(session, pointer)
            : undefined;
  if (!run) return;
  event.preventDefault();
  run();
}
