import type { Command } from '@jiceng/core/engine/contract.js';
import type { DataSource } from '@jiceng/core/engine/data-source.js';
import type { PublishedVersion } from '@jiceng/core/engine/release.js';
import type { Person } from '@jiceng/core/generated/person.js';
import type { StoredRecord } from '@jiceng/core/generated/record.js';
import { html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import type { BuilderSession } from '../session/session.ts';
import { SessionElement } from '../session/session-element.ts';
import { StoreController } from '../session/store-controller.ts';
import { comparisonView } from './comparison-view.ts';
import type { DifferenceFilter } from './held.ts';
import { compared, firstBase, type Comparison } from './version-edits.ts';
import { versionTable, type Asked } from './version-table.ts';
import { messages, type Messages } from './versions.messages.ts';
import styles from './versions.styles.ts';

/** What the store has of the definition. */
interface Stock {
  readonly versions: readonly PublishedVersion[];
  readonly records: readonly StoredRecord[];
  readonly people: readonly Person[];
}

/**
 * The published versions, what the drawing changes about one of them in words, how stored records come along, and the
 * upgrade of records.
 *
 * @customElement jc-versions
 *
 * @fires {CustomEvent<ShowPane>} jc-pane-show - The place of a change, or publishing, is wanted.
 * @csspart base - Everything.
 */
export class Versions extends SessionElement {
  static override styles = [...(SessionElement.styles as []), styles];

  @state() private base: string | undefined;
  @state() private filter: DifferenceFilter = 'all';
  @state() private asked: Asked | undefined;
  @state() private told = '';
  @state() private progress: { readonly done: number; readonly all: number } | undefined;
  @state() private undo: readonly Command[] | undefined;
  private readonly store = new StoreController<Stock>(this, async (source, id) => {
    const [versions, records, people] = await Promise.all([
      source.versions(id),
      source.records({ definitionId: id }),
      source.people(),
    ]);
    return { versions, records, people };
  });
  private known: { readonly key: readonly unknown[]; readonly comparison: Comparison } | undefined;

  protected draw(session: BuilderSession): TemplateResult {
    const text = messages(this.language);
    const { dataSource } = session.supplies.value;
    const stock = this.store.value;
    const body = !dataSource
      ? html`<p class="empty">${text.noStore}</p>`
      : stock === undefined
        ? html`<p class="empty" role="status">${text.loading}</p>`
        : stock === 'failed'
          ? html`<p class="empty" role="alert">${text.loadFailed}</p>`
          : stock.versions.length === 0
            ? html`<p class="empty">${text.none}</p>`
            : this.shown(session, dataSource, stock, text);
    return html`<div class="base" part="base">${body}<p role="status"
      class="weak">${this.told}${
        this.undo
          ? html` <button class="link" type="button"
      @click=${() => this.takeBack(session, text)}>${text.undo}</button>`
          : nothing
      }</p></div>`;
  }

  private shown(
    session: BuilderSession,
    dataSource: DataSource,
    { versions, records, people }: Stock,
    text: Messages,
  ): TemplateResult {
    const definition = session.definition.value;
    const base =
      versions.find((version) => version.definition.version === this.base) ??
      firstBase(versions, definition?.version ?? '');
    const counts = new Map<string, number>();
    for (const {
      definition: { version },
    } of records)
      counts.set(version, (counts.get(version) ?? 0) + 1);
    return html`
      ${session.problems.value.length > 0 ? html`<p class="note" role="status">${text.invalid}</p>` : nothing}
      <h3>${text.versions}</h3>
      ${versionTable(
        {
          versions,
          counts,
          base: base?.definition.version,
          asked: this.asked,
          busy: this.progress !== undefined,
          nameOf: (id) => people.find(({ personId }) => personId === id)?.personName ?? id,
          text,
        },
        {
          compare: (version) => {
            this.base = version;
          },
          ask: (asked) => {
            this.asked = asked;
          },
          retire: (version) => this.retire(session, dataSource, versions[0]?.definition.id ?? '', version, text),
          upgrade: (from, to) =>
            this.upgrade(
              session,
              dataSource,
              records.filter((record) => record.definition.version === from),
              to,
              text,
            ),
        },
      )}
      ${
        this.progress
          ? html`<div class="bar"><progress max=${this.progress.all} value=${this.progress.done}
        aria-label=${text.progress(this.progress.done, this.progress.all)}></progress><span role="status">${text.progress(this.progress.done, this.progress.all)}</span></div>`
          : nothing
      }
      ${
        definition && base
          ? comparisonView({
              session,
              comparison: this.comparison(base, definition),
              records: records.filter((record) => record.definition.version === base.definition.version),
              filter: this.filter,
              text,
              choose: (filter) => {
                this.filter = filter;
              },
            })
          : nothing
      }`;
  }

  private comparison({ definition: before }: PublishedVersion, after: Comparison['after']): Comparison {
    if (!this.known || this.known.key[0] !== before || this.known.key[1] !== after)
      this.known = { key: [before, after], comparison: compared(before, after) };
    return this.known.comparison;
  }

  private async retire(
    session: BuilderSession,
    source: DataSource,
    id: string,
    version: string,
    text: Messages,
  ): Promise<void> {
    this.asked = undefined;
    const { person } = session.supplies.peek();
    const result = await source.retire(id, version, { personId: person?.personId ?? '' }).catch(() => undefined);
    this.told = !result
      ? text.failed
      : result.ok
        ? ''
        : result.problems.map(({ reason }) => reason[this.language]).join(' ');
  }

  private async upgrade(
    session: BuilderSession,
    source: DataSource,
    records: readonly StoredRecord[],
    version: string,
    text: Messages,
  ): Promise<void> {
    this.asked = undefined;
    this.undo = undefined;
    const commands = records.map(({ id, revision }): Command => ({ kind: 'upgrade', recordId: id, revision, version }));
    const outcome = await this.runAll(session, source, commands);
    if (!outcome) this.told = text.failed;
    else if (outcome.ok) {
      this.told = text.upgraded(commands.length);
      this.undo = outcome.undo ?? undefined;
    } else
      this.told = text.refused(
        records[outcome.at]?.subject?.title ?? '',
        outcome.refusal.problems.map(({ reason }) => reason[this.language]).join(' '),
      );
  }

  private async takeBack(session: BuilderSession, text: Messages): Promise<void> {
    const { dataSource } = session.supplies.peek();
    const commands = this.undo;
    if (!dataSource || !commands) return;
    this.undo = undefined;
    const outcome = await this.runAll(session, dataSource, commands);
    this.told = outcome?.ok
      ? text.undone
      : outcome
        ? outcome.refusal.problems.map(({ reason }) => reason[this.language]).join(' ')
        : text.failed;
  }

  private async runAll(
    session: BuilderSession,
    source: DataSource,
    commands: readonly Command[],
  ): Promise<Awaited<ReturnType<DataSource['runAll']>> | undefined> {
    this.progress = { done: 0, all: commands.length };
    try {
      return await source.runAll(
        commands,
        { personId: session.supplies.peek().person?.personId ?? '' },
        {
          onProgress: (done) => {
            this.progress = { done, all: commands.length };
          },
        },
      );
    } catch {
      return undefined; // the store failed; nothing was stored
    } finally {
      this.progress = undefined;
    }
  }
}
