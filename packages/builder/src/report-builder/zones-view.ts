import { html, type TemplateResult } from 'lit';
import type { Json } from '@jiceng/core/json/json.js';
import { valueAt } from '@jiceng/core/json/pointer.js';
import type { Language } from '@jiceng/core/text/problem.js';
import { chartTexts } from './model/blocks.messages.ts';
import { chartOf, chartsFor } from './model/charts.ts';
import { chipsOf, partOf, titleOf, zonesOf, type Chip, type Zone } from './model/zones.ts';
import type { ReportBuilderTexts } from './report-builder.messages.ts';

/** What the zones of a block show and do. */
export interface ZonesView {
  readonly texts: ReportBuilderTexts;
  readonly language: Language;
  readonly report: Json;
  readonly pointer: string;
  readonly selected: string | undefined;
  /** Where a drop would fall: the zone's key and the number of the chip behind it. */
  readonly mark: { readonly key: string; readonly at: number } | undefined;
  /** Settings of a dimension or measure, by its pointer. */
  open(pointer: string): void;
  shift(zone: Zone, chip: Chip, by: 1 | -1): void;
  take(zone: Zone, chip: Chip): void;
  press(zone: Zone, chip: Chip, event: PointerEvent): void;
  /** Takes another drawing for a chart. */
  draw(chart: string): void;
}

/** The zones of a block with what stands in them. */
export function zonesView({
  texts,
  language,
  report,
  pointer,
  selected,
  mark,
  open,
  shift,
  take,
  press,
  draw,
}: ZonesView): TemplateResult {
  const keys = (event: KeyboardEvent, zone: Zone, chip: Chip): void => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : undefined;
    if (by === undefined && event.key !== 'Delete' && event.key !== 'Backspace') return;
    event.preventDefault();
    if (by === undefined) take(zone, chip);
    else shift(zone, chip, by);
  };
  const chipView = (zone: Zone, chip: Chip, at: number): TemplateResult => {
    const title = titleOf(report, zone.takes, chip.id);
    const place = partOf(report, zone.takes, chip.id)?.pointer;
    return html`<li class=${`chip ${zone.takes} ${place !== undefined && place === selected ? 'chosen' : ''} ${mark?.key === zone.key && mark.at === at ? 'before' : ''}`}>
      <button type="button" class="chip-name" data-chip=${chip.pointer} aria-describedby="chip-hint" @click=${() => {
        if (place !== undefined) open(place);
      }} @keydown=${(event: KeyboardEvent) => keys(event, zone, chip)}
        @pointerdown=${(event: PointerEvent) => press(zone, chip, event)}>${title}</button>
      <button type="button" class="out" tabindex="-1" aria-label=${texts.takeOut(title)} title=${texts.takeOut(title)}
        @click=${() => take(zone, chip)}>✕</button>
    </li>`;
  };
  const chart = chartOf(report, pointer);
  const suggested = chartsFor(report, pointer);
  const words = chartTexts(language);
  return html`<div class="zones">${zonesOf(valueAt(report, pointer)).map((zone) => {
    const chips = chipsOf(report, pointer, zone);
    return html`<div class=${`zone ${mark?.key === zone.key ? 'over' : ''}`} data-zone=${zone.key} role="group"
      aria-label=${zone.title[language]}>
      <span class="zone-title">${zone.title[language]}</span>
      <ul class=${`chips ${mark?.key === zone.key && mark.at >= chips.length ? 'end' : ''}`}>${chips.map((chip, at) => chipView(zone, chip, at))}${chips.length === 0 ? html`<li class="empty">${texts.zoneEmpty}</li>` : ''}</ul>
    </div>`;
  })}${
    chart === undefined || suggested.length === 0
      ? ''
      : html`<div class="zone wide" role="group"
      aria-label=${texts.suggest}><span class="zone-title">${texts.suggest}</span>
    <span class="chips">${suggested.map(
      (each) => html`<button type="button" class="button small"
      aria-pressed=${each === chart ? 'true' : 'false'}
      @click=${() => draw(each)}>${words[each] ?? each}</button>`,
    )}</span></div>`
  }</div><span id="chip-hint" hidden>${texts.chipHint}</span>`;
}
