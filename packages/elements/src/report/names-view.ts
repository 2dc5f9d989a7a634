import { html, type TemplateResult } from 'lit';
import type { ReportTexts } from './report.messages.ts';

/** So many names are read in a line; longer lists are opened. */
const FEW = 20;
/** So many stand on paper. */
const ON_PAPER = 100;

/** Names in a row; of a long list the first and their number, all of them when it is opened. */
export function namesView(names: readonly string[], texts: ReportTexts, isPrinting: boolean): TemplateResult | string {
  const first = (count: number): string => `${names.slice(0, count).join('、')}${texts.more(names.length)}`;
  if (names.length <= FEW) return names.join('、');
  if (isPrinting) return names.length <= ON_PAPER ? names.join('、') : first(ON_PAPER);
  return html`<details class="all-names"><summary>${first(3)}</summary><p>${names.join('、')}</p></details>`;
}
