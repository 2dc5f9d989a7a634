import { valueAt } from '@jiceng/core/json/pointer.js';
import { html, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { blockTitle, drawAs, dropChip, put, shiftChip, takeOut } from './acts.ts';
import { dragToZone, type DropPlace } from './drag.ts';
import type { Offer } from './model/offers.ts';
import { titleOf, zonesOf, type Chip, type Zone } from './model/zones.ts';
import type { ReportBuilderTexts } from './report-builder.messages.ts';
import type { ReportSession } from './report-session.ts';
import { zonesView } from './zones-view.ts';

type Host = ReactiveControllerHost & { readonly renderRoot: Element | DocumentFragment };

/** The zones of the block that is worked on: what stands in them is moved, carried from zone to zone and taken out. */
export class Work {
  private readonly host: Host;
  /** Where what is carried would fall: the zone's key, and the number of the chip behind it. */
  private mark: { readonly key: string; readonly at: number } | undefined;

  constructor(host: Host) {
    this.host = host;
  }

  draw(session: ReportSession, pointer: string, texts: ReportBuilderTexts, locale: string): TemplateResult {
    const report = session.value.value;
    return html`<h3 class="side-title">${blockTitle(report, pointer, locale)}</h3>${zonesView({
      texts,
      language: session.language.value,
      report,
      pointer,
      selected: session.selection.value[0],
      mark: this.mark,
      open: (place) => session.select([place]),
      shift: (zone, chip, by) => {
        if (shiftChip(session, pointer, zone, chip, by)) this.focusChip(chip, by);
      },
      take: (zone, chip) => void takeOut(session, pointer, zone, chip),
      press: (zone, chip, event) => this.carryChip(session, pointer, zone, chip, event),
      draw: (chart) => void drawAs(session, pointer, chart),
    })}`;
  }

  /** Follows a press on an offer, which may carry it into a zone of its kind. */
  carryOffer(session: ReportSession, pointer: string, offer: Offer, event: PointerEvent): void {
    this.carry(session, pointer, event, offer.title, offer.kind, (zone, at) => put(session, pointer, offer, zone, at));
  }

  private carryChip(session: ReportSession, pointer: string, from: Zone, chip: Chip, event: PointerEvent): void {
    const title = titleOf(session.value.peek(), from.takes, chip.id);
    this.carry(session, pointer, event, title, from.takes, (zone, at) =>
      dropChip(session, pointer, from, chip, zone, at),
    );
  }

  private carry(
    session: ReportSession,
    pointer: string,
    event: PointerEvent,
    label: string,
    kind: Zone['takes'],
    drop: (zone: Zone, at: number) => void,
  ): void {
    const zoneOf = ({ dataset }: HTMLElement): Zone | undefined =>
      zonesOf(valueAt(session.value.peek(), pointer)).find(({ key }) => key === dataset['zone']);
    dragToZone(event, this.host.renderRoot as ShadowRoot, {
      zones: '.zone',
      items: '.chip',
      accepts: (element) => zoneOf(element)?.takes === kind,
      label,
      drop: ({ zone, at }) => {
        const to = zoneOf(zone);
        if (to) drop(to, at);
      },
      hover: (place) => this.setMark(place),
    });
  }

  private setMark(place: DropPlace | undefined): void {
    this.mark = place && { key: place.zone.dataset['zone'] ?? '', at: place.at };
    this.host.requestUpdate();
  }

  /** The focus stays on the chip that was moved. */
  private focusChip(chip: Chip, by: 1 | -1): void {
    const next = chip.pointer.replace(/\d+$/, (at) => String(Number(at) + by));
    void this.host.updateComplete.then(() =>
      this.host.renderRoot.querySelector<HTMLElement>(`[data-chip="${next}"]`)?.focus(),
    );
  }
}
