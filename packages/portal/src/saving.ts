import type { Command, Outcome } from '@jiceng/core/engine/contract.js';
import type { StoredRecord } from '@jiceng/core/generated/record.js';
import { sameJson, type Change } from '@jiceng/core/json/changes.js';
import type { Json } from '@jiceng/core/json/json.js';
import { valueAt, withValueAt } from '@jiceng/core/json/pointer.js';
import { button } from './page-parts.ts';
import { refusalText, type Portal } from './shell.ts';

/** Something is on its way to the store, all of it is there, or the last of it was refused. */
export type Standing = 'saving' | 'saved' | 'refused';

/**
 * Saves the changes of one record in the order in which they were made. When the record has been changed elsewhere
 * meanwhile, changes of other fields are sent again over the newer one; where both changed the same field, the person
 * decides.
 */
export class Saving {
  private readonly portal: Portal;
  private readonly changed: (record: StoredRecord) => void;
  private readonly told: (standing: Standing) => void;
  private record: StoredRecord;
  private queue: Promise<unknown> = Promise.resolve();
  /** Made here and not stored yet, in order. */
  private waiting: readonly (readonly Change[])[] = [];
  /** What was sent from here, last value by field. */
  private readonly sent = new Map<string, Json | undefined>();
  private running = 0;

  /** `changed` is told of each new revision, `told` of how what was filled in stands with the store. */
  constructor(
    portal: Portal,
    record: StoredRecord,
    changed: (record: StoredRecord) => void,
    told: (standing: Standing) => void,
  ) {
    this.portal = portal;
    this.record = record;
    this.changed = changed;
    this.told = told;
  }

  save(changes: readonly Change[]): Promise<Outcome | undefined> {
    const seen = this.record;
    this.waiting = [...this.waiting, changes];
    this.told('saving');
    const outcome = this.queue.then(() => this.send(changes, seen));
    this.queue = outcome
      .catch(() => undefined)
      .then((result) => {
        this.waiting = this.waiting.filter((each) => each !== changes);
        if (this.waiting.length === 0) this.told(result?.ok ? 'saved' : 'refused');
      });
    return outcome;
  }

  /** Runs another command about the record, over what is still on its way to the store. */
  async run(command: Command): Promise<Outcome | undefined> {
    this.running++;
    try {
      const isOnTop = this.waiting.length > 0 && 'revision' in command && command.revision === this.record.revision;
      if (isOnTop) await this.queue;
      return await this.portal.run(isOnTop ? { ...command, revision: this.record.revision } : command);
    } finally {
      this.running--;
    }
  }

  private async sendOne(command: Command): Promise<Outcome | undefined> {
    this.running++;
    try {
      return await this.portal.run(command);
    } finally {
      this.running--;
    }
  }

  /** Takes over a newer revision; an older one is left. */
  take(record: StoredRecord): void {
    if (record.revision < this.record.revision) return;
    this.record = record;
    this.show();
  }

  /** Hands on the record with what is still on its way, so that nothing flickers back. */
  private show(): void {
    const data = this.waiting
      .slice(1)
      .flat()
      .reduce<Json | undefined>(
        (all, { pointer, value }) => withValueAt(all, pointer, value),
        this.record.data as Json,
      );
    this.changed({ ...this.record, data: data as StoredRecord['data'] });
  }

  /** Takes over what the store has now, and tells when that came from elsewhere. */
  async follow(): Promise<void> {
    if (this.running > 0) return; // whoever runs takes what comes of it
    const stored = await this.portal.source.record(this.record.id);
    if (!stored) return;
    const isElsewhere =
      stored.revision > this.record.revision && stored.history[stored.history.length - 1]?.by !== 'system';
    this.take(stored);
    if (isElsewhere) this.portal.notes.say('这条记录刚在另一个窗口中被修改，现在显示的是最新内容。');
  }

  private async send(changes: readonly Change[], seen: StoredRecord): Promise<Outcome | undefined> {
    if (this.clashes(changes, seen).length > 0) return this.ask(changes, seen);
    const { record } = this;
    for (const { pointer, value } of changes) this.sent.set(pointer, value);
    const outcome = await this.sendOne({ kind: 'save', recordId: record.id, revision: record.revision, changes });
    if (!outcome) return outcome;
    if (outcome.ok) {
      const stored = outcome.records.find(({ id }) => id === record.id);
      if (stored) this.take((await this.portal.source.record(stored.id)) ?? stored);
      return outcome;
    }
    const { code, current } = outcome.refusal;
    if (code === 'conflict' && current && current.revision > record.revision) {
      this.take(current);
      return this.send(changes, record);
    }
    this.portal.notes.say(`没有保存：${refusalText(outcome)}`, true);
    this.show();
    return outcome;
  }

  /** Changes of fields that have another value now than when they were made, and not from here. */
  private clashes(changes: readonly Change[], seen: StoredRecord): readonly Change[] {
    return changes.filter(({ pointer, value }) => {
      const now = this.valueOf(pointer);
      return ![
        valueAt(seen.data as Json, pointer),
        value,
        ...(this.sent.has(pointer) ? [this.sent.get(pointer)] : []),
      ].some((known) => sameJson(known, now));
    });
  }

  /** What stands in the record stays until the person says otherwise. */
  private ask(changes: readonly Change[], seen: StoredRecord): undefined {
    const { notes } = this.portal;
    const lines = this.clashes(changes, seen).map(
      ({ pointer, value }) => `您填写的是“${shown(value)}”，另一处填写的是“${shown(this.valueOf(pointer))}”`,
    );
    notes.say(
      `这一项刚在另一个窗口中被修改：${lines.join('；')}。`,
      true,
      button(
        '用我填写的',
        () =>
          void this.save(changes).then((outcome) => {
            if (outcome?.ok) notes.say('已保存您填写的内容。');
          }),
      ),
      button('保留另一处的', () => notes.say('已保留另一处填写的内容。')),
    );
    this.show();
    return undefined;
  }

  private valueOf(pointer: string): Json | undefined {
    return valueAt(this.record.data as Json, pointer);
  }
}

function shown(value: Json | undefined): string {
  return value === undefined || value === null
    ? '（空）'
    : typeof value === 'boolean'
      ? value
        ? '是'
        : '否'
      : typeof value === 'object'
        ? JSON.stringify(value)
        : String(value);
}
