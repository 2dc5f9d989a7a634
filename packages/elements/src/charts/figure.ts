import type { ChartModel } from '@jiceng/core/report/model.js';
import { html, nothing, type TemplateResult } from 'lit';
import { saveFile } from '../internal/save-file.ts';
import { messages } from './charts.messages.ts';
import { draw, MOST } from './draw.ts';
import { drawing, type DrawingInput } from './drawing.ts';
import { pngBlob, svgText } from './picture.ts';
import { summaryOf } from './summary.ts';

/** Width of a drawing for paper, in px. */
const PAPER = 600;

/** A chart as SVG text for paper. */
export function chartPicture(model: ChartModel, title: string, locale: string): string {
  return svgText(draw(model, PAPER, 14, messages(locale)).svg, title, false);
}

/** A chart with what it says in words, its pictures to save, and the table of its numbers behind it. */
export function chartFigure(input: DrawingInput, table: TemplateResult): TemplateResult {
  const { model, title, locale } = input;
  const texts = messages(locale);
  const { length } = model.categories;
  const pictureOf = (event: Event) => (event.currentTarget as HTMLElement).closest('figure')?.querySelector('svg');
  const name = title === '' ? texts.kind(model.chart) : title;
  const save = (event: Event, type: 'png' | 'svg') => {
    const svg = pictureOf(event);
    if (!svg) return;
    const file =
      type === 'svg'
        ? Promise.resolve(new Blob([svgText(svg, title)], { type: 'image/svg+xml' }))
        : pngBlob(svg, title);
    void file.then((blob) => saveFile(`${name}.${type}`, blob));
  };
  return html`<figure class="chart-figure" part="chart">
    <div class="drawing" ${drawing(input)}></div>
    <figcaption class="weak">${summaryOf(model, texts)}。${length > MOST && model.chart !== 'line' ? texts.onlyFirst(MOST, length) : nothing}<span class="visually-hidden">${texts.keys}</span></figcaption>
    <p class="no-print"><button type="button" class="button plain"
      @click=${(event: Event) => save(event, 'png')}>${texts.savePng}</button><button type="button" class="button plain"
      @click=${(event: Event) => save(event, 'svg')}>${texts.saveSvg}</button></p>
    <details class="chart-data" ?open=${input.isPrinting}><summary>${texts.table}</summary>${table}</details>
  </figure>`;
}
