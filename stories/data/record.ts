import { compile } from '@jiceng/core/definition/compile.js';
import type { Definition } from '@jiceng/core/generated/definition.js';
import type { StoredRecord } from '@jiceng/core/generated/record.js';
import type { JsonObject } from '@jiceng/core/json/json.js';
import { directory } from './organisations.ts';

/** The present moment of all stories. */
export const NOW = '2025-09-15T09:00:00+08:00';

/** What a story says about a record; the rest of the envelope follows. */
export interface RecordSketch extends Partial<
  Pick<StoredRecord, 'subject' | 'periodCode' | 'state' | 'stateSince' | 'filing' | 'steps' | 'history' | 'links'>
> {
  readonly definition: Definition;
  readonly id: string;
  readonly orgId: string;
  readonly data: JsonObject;
  /** Person who opened it. */
  readonly by?: string;
  /** Day on which it was opened. */
  readonly on?: string;
}

/** A stored record as the engine would have made it. */
export function recordOf({
  definition: { id: definitionId, version },
  definition,
  id,
  orgId,
  data,
  by = 'p-0347',
  on = '2025-09-01',
  ...envelope
}: RecordSketch): StoredRecord {
  const at = `${on}T10:20:00+08:00`;
  return {
    id,
    definition: { id: definitionId, version, hash: compile(definition).hash },
    orgId,
    orgPath: directory.path(orgId),
    ...envelope,
    ...(envelope.state === undefined || envelope.stateSince !== undefined ? {} : { stateSince: at }),
    revision: 1,
    links: envelope.links ?? [],
    facts: [],
    audit: { createdAt: at, createdBy: by, updatedAt: at, updatedBy: by },
    history: envelope.history ?? [
      { at, by, orgId, act: 'create', ...(envelope.state === undefined ? {} : { to: envelope.state }) },
    ],
    data: data as StoredRecord['data'],
  };
}
