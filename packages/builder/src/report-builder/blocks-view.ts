import { html, type TemplateResult } from 'lit';
import type { Json } from '@jiceng/core/json/json.js';
import { blockTitle } from './acts.ts';
import { blockTexts } from './model/blocks.messages.ts';
import { blocksOf } from './model/new-block.ts';
import { ZONES } from './model/zones.ts';
import type { ReportBuilderTexts } from './report-builder.messages.ts';

/** What the list of blocks shows and does. */
export interface BlocksView {
  readonly texts: ReportBuilderTexts;
  readonly locale: string;
  readonly report: Json;
  /** Pointer of the block that is worked on. */
  readonly current: string | undefined;
  readonly isReport: boolean;
  choose(pointer: string): void;
  add(kind: string): void;
  move(pointer: string, by: 1 | -1): void;
  copy(pointer: string): void;
  remove(pointer: string): void;
}

/** The blocks in order, with what moves, duplicates and deletes them, and the kinds that can be added. */
export function blocksView({
  texts,
  locale,
  report,
  current,
  isReport,
  choose,
  add,
  move,
  copy,
  remove,
}: BlocksView): TemplateResult {
  const blocks = blocksOf(report);
  const kinds = blockTexts(locale);
  const act = (label: string, sign: string, run: () => void, off = false): TemplateResult =>
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
            @click=${() => choose(pointer)} @keydown=${(event: KeyboardEvent) => keys(event, pointer, { move, copy, remove })}>${blockTitle(report, pointer, locale)}</button>
          <span class="acts">${act(texts.up, '↑', () => move(pointer, -1), at === 0)}${act(texts.down, '↓', () => move(pointer, 1), at === blocks.length - 1)}${act(texts.copy, '＋', () => copy(pointer))}${act(texts.remove, '✕', () => remove(pointer))}</span>
        </li>`;
      })}
    </ol>
    <div class="add" role="group" aria-label=${texts.addBlock}>${Object.keys(ZONES).map(
      (kind) => html`<button type="button"
      class="button small" title=${kinds[kind]?.[1] ?? ''}
      @click=${() => add(kind)}>+ ${kinds[kind]?.[0] ?? kind}</button>`,
    )}</div>`;
}

function keys(
  event: KeyboardEvent,
  pointer: string,
  { move, copy, remove }: Pick<BlocksView, 'move' | 'copy' | 'remove'>,
): void {
  const run =
    event.altKey && event.key === 'ArrowUp'
      ? () => move(pointer, -1)
      : event.altKey && event.key === 'ArrowDown'
        ? () => move(pointer, 1)
        : (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'd'
          ? () => copy(pointer)
          : event.key === 'Delete'
            ? () => remove(pointer)
            : undefined;
  if (!run) return;
  event.preventDefault();
  run();
}
