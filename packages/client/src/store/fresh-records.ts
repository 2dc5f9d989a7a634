import type { Compiled } from '@jiceng/core/definition/compiled.js';
import type { Snapshot } from '@jiceng/core/engine/contract.js';
import { settle } from '@jiceng/core/engine/settle.js';
import { Workspace } from '@jiceng/core/engine/workspace.js';
import { FACT_PARTS } from '@jiceng/core/formula/summary.js';
import type { StoredRecord } from '@jiceng/core/generated/record.js';
import { isFinal, isOpenForFilling } from '@jiceng/core/life/states.js';
import type { Now } from '@jiceng/core/time/date.js';

/** What a record looked like when it was last settled. */
interface Known {
  readonly version: number;
  readonly fresh: StoredRecord;
}

/**
 * Records with their computed fields as of now. Until a record is submitted or closed, the facts that its fields are
 * computed from may change under it. Nothing is stored; each record is settled once for every state of the facts, or
 * once when it reads none.
 */
export class FreshRecords {
  private readonly snapshot: Snapshot;
  private readonly now: Now;
  private readonly known = new WeakMap<StoredRecord, Known>();
  private readonly kinds = new WeakMap<Compiled, Reading>();

  constructor(snapshot: Snapshot, now: Now) {
    this.snapshot = snapshot;
    this.now = now;
  }

  /** `record` itself where nothing differs. `version` changes whenever facts or records do. */
  of(record: StoredRecord, version: number): StoredRecord {
    const compiled =
      this.snapshot.definition(record.definition.id, record.definition.version) ??
      this.snapshot.definition(record.definition.id);
    if (!compiled || !isOpenForFilling(record) || isFinal(compiled, record)) return record;
    const reading = this.readingOf(compiled);
    if (reading === 'nothing') return record;
    const asOf = reading === 'own' ? 0 : version;
    const known = this.known.get(record);
    if (known?.version === asOf) return known.fresh;
    const fresh = settle(compiled, record, new Workspace(this.snapshot, null, this.now)).record;
    this.known.set(record, { version: asOf, fresh });
    return fresh;
  }

  private readingOf(compiled: Compiled): Reading {
    let reading = this.kinds.get(compiled);
    if (!reading) this.kinds.set(compiled, (reading = whatIsRead(compiled)));
    return reading;
  }
}

/**
 * What a definition's computed fields are computed from: there are none, the record's own data, or facts and other
 * records too.
 */
type Reading = 'nothing' | 'own' | 'others';

function whatIsRead(compiled: Compiled): Reading {
  const { score, rules = [], prefill = [] } = compiled.definition;
  const texts = [
    ...rules.flatMap((rule) => ('field' in rule && rule.value !== undefined ? [rule.value] : [])),
    ...prefill.flatMap(({ editable, from }) => (editable === true ? [] : [from])),
  ];
  if (score?.outputs) return 'others'; // a score may read anything
  if (texts.length === 0) return 'nothing';
  return texts.some((text) => compiled.formula(text).functions.some((name) => FACT_PARTS.has(name))) ? 'others' : 'own';
}
