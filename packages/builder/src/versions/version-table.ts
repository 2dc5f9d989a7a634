import type { PublishedVersion } from '@jiceng/core/engine/release.js';
import { compareVersions } from '@jiceng/core/version/version-number.js';
import { html, nothing, type TemplateResult } from 'lit';
import type { Messages } from './versions.messages.ts';

/** What waits for a second click. */
export interface Asked {
  readonly what: 'retire' | 'upgrade';
  readonly version: string;
}

/** What the table shows. */
export interface VersionTable {
  readonly versions: readonly PublishedVersion[];
  /** Records by version. */
  readonly counts: ReadonlyMap<string, number>;
  readonly base: string | undefined;
  readonly asked: Asked | undefined;
  readonly busy: boolean;
  /** What a person is called. */
  readonly nameOf: (personId: string) => string;
  readonly text: Messages;
}

/** What is done from the table. */
export interface VersionActs {
  compare(version: string): void;
  ask(asked: Asked | undefined): void;
  retire(version: string): void;
  upgrade(from: string, to: string): void;
}

/** The published versions, the highest first, with their records and what can be done. */
export function versionTable(table: VersionTable, acts: VersionActs): TemplateResult {
  const { versions, counts, base, asked, text } = table;
  const newest = versions.find(({ status }) => status === 'published')?.definition.version;
  return html`<div class="scroll" role="group" tabindex="0" aria-label=${text.versions}><table class="versions">
    <thead><tr><th scope="col">${text.version}</th><th scope="col">${text.status}</th><th scope="col">${text.published}</th><th scope="col">${text.records}</th><th scope="col">${text.action}</th></tr></thead>
    <tbody>${versions.map(({ definition: { version }, status, publishedAt, publishedBy }) => {
      const number = counts.get(version) ?? 0;
      const target = newest !== undefined && number > 0 && compareVersions(newest, version) > 0 ? newest : undefined;
      return html`<tr class=${version === base ? 'base-row' : ''}>
        <th scope="row">${version}</th><td>${text.statuses[status]}</td><td>${publishedAt === undefined ? text.came : text.publishedBy(publishedBy === undefined ? '' : table.nameOf(publishedBy), publishedAt.slice(0, 10))}</td><td>${text.recordsIn(number)}</td>
        <td>${asked?.version === version ? confirmation(asked, number, target ?? '', table, acts) : buttons(version, status, target, table, acts)}</td>
      </tr>`;
    })}</tbody>
  </table></div>`;
}

function buttons(
  version: string,
  status: PublishedVersion['status'],
  target: string | undefined,
  { base, busy, text }: VersionTable,
  acts: VersionActs,
): TemplateResult {
  return html`<button class="button" type="button" aria-pressed=${version === base ? 'true' : 'false'}
    aria-label=${`${text.compareWith} ${version}`} @click=${() => acts.compare(version)}>${text.compareWith}</button>
    ${
      target === undefined
        ? nothing
        : html`<button class="button" type="button" ?disabled=${busy}
      aria-label=${`${version} ${text.upgrade(target)}`}
      @click=${() => acts.ask({ what: 'upgrade', version })}>${text.upgrade(target)}</button>`
    }
    ${
      status === 'retired'
        ? nothing
        : html`<button class="button" type="button"
      aria-label=${`${text.retire} ${version}`}
      @click=${() => acts.ask({ what: 'retire', version })}>${text.retire}</button>`
    }`;
}

function confirmation(
  { what, version }: Asked,
  number: number,
  target: string,
  { text }: VersionTable,
  acts: VersionActs,
): TemplateResult {
  return html`<p class="weak" role="status">${what === 'retire' ? text.retireHelp : text.upgradeHelp(number, target)}</p>
    <button class="button primary" type="button"
      @click=${() => (what === 'retire' ? acts.retire(version) : acts.upgrade(version, target))}>${what === 'retire' ? text.retireNow : text.upgradeNow}</button>
    <button class="button" type="button" @click=${() => acts.ask(undefined)}>${text.cancel}</button>`;
}
