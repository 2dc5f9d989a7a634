import { explainAdjustment, explainBand, explainItem, shownNumber } from '@jiceng/core/score/explain.js';
import { nextBand } from '@jiceng/core/score/next.js';
import { paperTable } from '../internal/paper-table.ts';
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

/** One A4 table for printing tools. */
export function cardHtml({ tree, context }: Card, texts: ScorecardTexts, orgName: string, period: string): string {
  const points = (value: number) => shownNumber(value, 4);
  return paperTable({
    title: tree.score.title ?? '',
    about: [orgName, period].filter(Boolean).join(texts.marks.gap),
    heads: [texts.item, texts.rule, texts.max, texts.source, texts.points, texts.how],
    numbers: [2, 4],
    groups: tree.dimensions.map((dimension) => ({
      title: `${dimension.dimension.title}${texts.marks.gap}${texts.subtotal} ${points(dimension.points)} / ${points(dimension.max)}`,
      rows: dimension.items.map((node) => [
        [node.item.code, node.item.title].filter(Boolean).join(' '),
        node.item.rule ?? '',
        points(node.item.max),
        texts.chip[node.excluded ? 'excluded' : node.origin],
        node.waiting || node.excluded ? '—' : points(node.points),
        explainItem(node, context),
      ]),
    })),
    result: [
      `${texts.total} ${points(tree.points)} ${texts.unit}${texts.marks.open}${texts.of(points(tree.max))}${texts.marks.close}`,
      ...bandText(tree, texts),
    ].join(texts.marks.gap),
  });
}

/** The band reached, or that there is none; nothing where the score has no bands. */
function bandText({ bands, band }: Card['tree'], texts: ScorecardTexts): string[] {
  return bands[0] ? [texts.band + texts.marks.colon + (band ? band.band.title : texts.noBand)] : [];
}
