import { escapeHTML } from '../internal/escape-html.ts';
import { explainAdjustment, explainBand, explainItem, shownNumber } from '@jiceng/core/score/explain.js';
import { nextBand } from '@jiceng/core/score/next.js';
import type { Card } from './card-data.ts';
import type { ScorecardTexts } from './scorecard.messages.ts';

/** The card as plain lines, in reading order. */
export function cardText({ tree, context }: Card, texts: ScorecardTexts): string {
  const lines = [
    `${texts.total} ${shownNumber(tree.points, 4)} ${texts.unit}${texts.marks.comma}${texts.of(shownNumber(tree.max, 4))}`,
  ];
  lines.push(...bandText(tree, texts));
  const next = nextBand(tree);
  if (next) lines.push(texts.next(next.band.band.title) + explainBand(next.band, context).join(texts.marks.semicolon));
  for (const { veto, state } of tree.vetoes)
    if (state === 'applies') lines.push(`${texts.veto}${texts.marks.colon}${veto.title}`);
  for (const dimension of tree.dimensions) {
    lines.push(
      '',
      `${dimension.dimension.title}${texts.marks.colon}${shownNumber(dimension.points, 4)} / ${shownNumber(dimension.max, 4)}`,
    );
    for (const node of dimension.items) {
      lines.push(
        `${node.item.title}${texts.marks.colon}${shownNumber(node.points, 4)} / ${shownNumber(node.max, 4)}${texts.marks.stop}${explainItem(node, context)}`,
      );
    }
  }
  for (const adjustment of tree.adjustments)
    lines.push(
      `${texts.kinds[adjustment.kind]}${texts.marks.colon}${explainAdjustment(adjustment, tree.max, context)}`,
    );
  return lines.join('\n');
}

const CELL = 'border:0.5pt solid #000;padding:1.2mm 1.6mm;vertical-align:top';
const HEAD = `${CELL};background:#eee;font-weight:bold`;

/** One A4 table with inline styles; every value is escaped. */
export function cardHtml({ tree, context }: Card, texts: ScorecardTexts, orgName: string, period: string): string {
  const cell = (content: string, more = '', span = '') =>
    `<td${span} style="${CELL}${more}">${escapeHTML(content)}</td>`;
  const heads = [texts.item, texts.rule, texts.max, texts.source, texts.points, texts.how]
    .map((head) => `<th style="${HEAD}">${escapeHTML(head)}</th>`)
    .join('');
  const groups = tree.dimensions.map((dimension) => {
    const title = `${dimension.dimension.title}${texts.marks.gap}${texts.subtotal} ${shownNumber(dimension.points, 4)} / ${shownNumber(dimension.max, 4)}`;
    const rows = dimension.items.map((node) => {
      const name = [node.item.code, node.item.title].filter((part) => part !== undefined).join(' ');
      const cells = [
        cell(name),
        cell(node.item.rule ?? ''),
        cell(shownNumber(node.item.max, 4), ';text-align:right'),
        cell(texts.chip[node.excluded ? 'excluded' : node.origin]),
        cell(node.waiting || node.excluded ? '—' : shownNumber(node.points, 4), ';text-align:right'),
        cell(explainItem(node, context)),
      ];
      return `<tr style="page-break-inside:avoid">${cells.join('')}</tr>`;
    });
    return `<tr><td colspan="6" style="${HEAD}">${escapeHTML(title)}</td></tr>${rows.join('')}`;
  });
  const about = [orgName, period].filter((part) => part !== '').join(texts.marks.gap);
  const total = `${texts.total} ${shownNumber(tree.points, 4)} ${texts.unit}${texts.marks.open}${texts.of(shownNumber(tree.max, 4))}${texts.marks.close}`;
  const result = [total, ...bandText(tree, texts)].join(texts.marks.gap);
  return `<div style="font-family:FangSong,STFangsong,serif;font-size:10.5pt;color:#000">
<div style="font-family:SimHei,sans-serif;font-size:16pt;text-align:center;margin-bottom:3mm">${escapeHTML(tree.score.title ?? '')}</div>
<div style="margin-bottom:2mm">${escapeHTML(about)}</div>
<table style="width:100%;border-collapse:collapse"><thead><tr>${heads}</tr></thead><tbody>${groups.join('')}</tbody></table>
<div style="margin-top:3mm;font-weight:bold">${escapeHTML(result)}</div></div>`;
}

/** The band reached, or that there is none; nothing where the score has no bands. */
function bandText({ bands, band }: Card['tree'], texts: ScorecardTexts): string[] {
  return bands[0] ? [texts.band + texts.marks.colon + (band ? band.band.title : texts.noBand)] : [];
}
