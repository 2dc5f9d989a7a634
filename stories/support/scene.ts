import { html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import type { Command, Outcome, Snapshot } from '@jiceng/core/engine/contract.js';
import type { Organisation } from '@jiceng/core/generated/organisation.js';
import type { Person } from '@jiceng/core/generated/person.js';
import type { StoredRecord } from '@jiceng/core/generated/record.js';
import type { DataSource } from '@jiceng/core/engine/data-source.js';
import type { DataSet } from '@jiceng/client/store/data-set.js';
import { memorySource } from '@jiceng/client/memory/memory-source.js';
import '@jiceng/elements/provider/define.js';
import { themeOf, type Settings } from './settings.ts';

/** What a scene draws from: the store as it is now, and the way to change it. */
export interface Scene {
  readonly settings: Settings;
  readonly source: DataSource;
  readonly snapshot: Snapshot;
  readonly person: Person;
  readonly people: readonly Person[];
  readonly organisations: readonly Organisation[];
  /** Records of a definition, in the order of the store. */
  records(definitionId: string): readonly StoredRecord[];
  /** Carries a command out as the person at work, and says what came of it. */
  run(command: Command): Promise<Outcome>;
  /** Takes another person's place. */
  become(personId: string): void;
  /** Says something in the page's message line. */
  say(text: string): void;
  /** What was said last. */
  readonly said: string;
  /** What the page shows besides, by the scene's own meaning; changed by `pick`. */
  readonly picked: readonly string[];
  pick(ids: readonly string[]): void;
}

export interface SceneSet {
  readonly data: () => DataSet;
  readonly personId: string;
  readonly draw: (scene: Scene) => TemplateResult;
}

/**
 * A page with its own store in memory: what the host page does for the elements. It reads, hands over, listens, runs
 * commands, and draws anew whenever the store has changed.
 */
class StoryScene extends LitElement {
  static override properties = {
    set: { attribute: false },
    settings: { attribute: false },
    snapshot: { state: true },
    personId: { state: true },
    said: { state: true },
    picked: { state: true },
    at: { state: true },
  };
  declare set: SceneSet;
  declare settings: Settings;
  declare snapshot: Snapshot | undefined;
  declare personId: string;
  declare said: string;
  declare picked: readonly string[];
  /** Counts the changes of the store. */
  declare at: number;
  #source: DataSource | undefined;
  #people: readonly Person[] = [];
  #organisations: readonly Organisation[] = [];
  #records = new Map<string, readonly StoredRecord[]>();
  #stop: (() => void) | undefined;

  constructor() {
    super();
    this.said = '';
    this.picked = [];
    this.at = 0;
  }

  /** No shadow: the page's own markup is part of the page, as in a portal. */
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.#source) this.#listen();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop?.();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('set')) return;
    this.personId = this.set.personId;
    this.snapshot = undefined;
    this.#source = memorySource(this.set.data());
    this.#listen();
    void this.#read();
  }

  protected override render(): TemplateResult {
    const { settings, snapshot } = this;
    const person = this.#people.find(({ personId }) => personId === this.personId);
    if (!snapshot || !person) return html`<p class="story-said" role="status">正在准备数据…</p>`;
    const scene: Scene = {
      settings,
      snapshot,
      person,
      source: this.#source!,
      people: this.#people,
      organisations: this.#organisations,
      said: this.said,
      picked: this.picked,
      records: (id) => this.#recordsOf(id),
      run: (command) => this.#run(command),
      become: (personId) => this.#change({ personId, said: '' }),
      say: (said) => this.#change({ said }),
      pick: (picked) => this.#change({ picked }),
    };
    return html`<jc-provider .dataSource=${this.#source} .person=${person} locale=${settings.locale}
      size=${settings.size} theme=${themeOf(settings)}>${this.set.draw(scene)}</jc-provider>`;
  }

  #change(state: Partial<Pick<StoryScene, 'personId' | 'said' | 'picked'>>): void {
    Object.assign(this, state);
  }

  #listen(): void {
    this.#stop?.();
    this.#stop = this.#source!.subscribe(() => {
      this.#records = new Map();
      this.at++;
    });
  }

  async #read(): Promise<void> {
    const source = this.#source!;
    [this.#people, this.#organisations] = await Promise.all([source.people(), source.organisations()]);
    this.snapshot = await source.snapshot();
  }

  /** The same array until the store changes, so that elements see no change where there is none. */
  #recordsOf(definitionId: string): readonly StoredRecord[] {
    const known = this.#records.get(definitionId);
    if (known) return known;
    const records = [...this.snapshot!.records(definitionId)];
    this.#records.set(definitionId, records);
    return records;
  }

  async #run(command: Command): Promise<Outcome> {
    const outcome = await this.#source!.run(command, { personId: this.personId });
    const language = this.settings.locale.startsWith('zh') ? 'zh-CN' : 'en';
    const list = outcome.ok ? outcome.warnings : outcome.refusal.problems;
    const reasons = list.map(({ reason }) => reason[language]).join(' ');
    this.said = outcome.ok
      ? language === 'en'
        ? `Saved. ${reasons}`
        : `已保存。${reasons}`
      : language === 'en'
        ? `Not saved: ${reasons}`
        : `没有保存：${reasons}`;
    return outcome;
  }
}

if (!customElements.get('story-scene')) customElements.define('story-scene', StoryScene);

/** A scene as a story's template. `set` must stay the same object between renders. */
export const scene = (set: SceneSet, settings: Settings): TemplateResult =>
  html`<story-scene .set=${set} .settings=${settings}></story-scene>`;
