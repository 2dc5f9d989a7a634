import { html, svg, type TemplateResult } from 'lit';
import type { Effect } from '@jiceng/core/burden/effect.js';
import type { Messages } from './burden.messages.ts';

const [WIDTH, HEIGHT, GAP] = [24, 64, 6];

/** The twelve months before and after as bars, with the same numbers as a table for those who do not see them. */
export function yearChart(
  { before, after, yearBefore, yearAfter }: Effect,
  title: string,
  text: Messages,
): TemplateResult {
  const most = Math.max(1, ...before, ...after);
  const bar = (minutes: number) => Math.round((minutes / most) * HEIGHT);
  const months = Array.from({ length: 12 }, (_, month) => month);
  return html`<figure class="year">
    <figcaption><b>${title}</b> <span class="weak">${text.minutesYear(String(yearBefore), String(yearAfter))}</span></figcaption>
    <div class="scroll" role="group" tabindex="0" aria-label=${`${title}：${text.monthsTable}`}>
      <svg viewBox="0 0 ${12 * (WIDTH + GAP)} ${HEIGHT + 2}" aria-hidden="true" focusable="false"
        preserveAspectRatio="none">
        ${months.map((month) => {
          const [low, high] = [bar(before[month] ?? 0), bar(after[month] ?? 0)];
          const x = month * (WIDTH + GAP) + GAP / 2;
          return svg`<rect class="old" x=${x} y=${HEIGHT - low} width=${WIDTH} height=${low}></rect><rect class="new"
            x=${x} y=${HEIGHT - high} width=${WIDTH} height=${Math.max(0, high - low)}></rect>`;
        })}
        <line class="floor" x1="0" x2=${12 * (WIDTH + GAP)} y1=${HEIGHT + 1} y2=${HEIGHT + 1}></line>
      </svg>
      <table class="months">
        <thead><tr><td></td>${months.map((month) => html`<th scope="col">${text.month(month + 1)}</th>`)}</tr></thead>
        <tbody>
          <tr><th scope="row">${text.before}</th>${months.map((month) => html`<td>${before[month]}</td>`)}</tr>
          <tr><th scope="row">${text.after}</th>${months.map((month) => html`<td class=${after[month] === before[month] ? '' : 'more'}>${after[month]}</td>`)}</tr>
        </tbody>
      </table>
    </div>
  </figure>`;
}
