import type { HistoryEntry, StoredRecord } from '@jiceng/core/generated/record.js';
import { own } from '@jiceng/core/json/json.js';
import { machineOf } from '@jiceng/core/life/states.js';
import { recordMessages } from './record.messages.ts';
import type { Sight } from './sight.ts';

/** One line of the history, in words. */
export interface TimelineEntry {
  readonly at: string;
  readonly who: string;
  readonly what: string;
  readonly details: readonly string[];
}

/** The record's history, newest first. */
export function timelineOf(record: StoredRecord, sight: Sight): TimelineEntry[] {
  return [...record.history].reverse().map((entry) => words(entry, sight));
}

function words(entry: HistoryEntry, sight: Sight): TimelineEntry {
  const text = recordMessages(sight.locale);
  const details: string[] = [];
  if (entry.from !== undefined && entry.to !== undefined && entry.from !== entry.to)
    details.push(
      entry.act === 'upgrade'
        ? text.versionChange(entry.from, entry.to)
        : text.stateChange(stateTitle(entry.from, sight), stateTitle(entry.to, sight)),
    );
  if (entry.reason) details.push(`${text.reason}${text.marks.colon}${entry.reason}`);
  const fields = [...new Set((entry.changes ?? []).map(({ pointer }) => sight.label(topField(pointer))))];
  if (fields.length > 0 && entry.act !== 'create')
    details.push(
      text.changedFields(
        fields.length > 4
          ? `${fields.slice(0, 4).map(quoted).join(text.marks.list)}${text.more(fields.length)}`
          : fields.map(quoted).join(text.marks.list),
      ),
    );
  const organisation = entry.orgId === undefined ? undefined : sight.organisation(entry.orgId)?.orgShortName;
  const person = entry.by === 'system' ? text.system : (sight.personName(entry.by) ?? text.unknownPerson);
  return {
    at: entry.at.slice(0, 16).replace('T', ' '),
    who: organisation ? `${person}${text.marks.open}${organisation}${text.marks.close}` : person,
    what: actWords(entry.act, sight),
    details,
  };
}

const quoted = (title: string) => `“${title}”`;
const topField = (pointer: string) => `/${pointer.split('/')[1] ?? ''}`;

function actWords(act: string, sight: Sight): string {
  const text = recordMessages(sight.locale);
  const [kind = '', id = ''] = act.split(':');
  const { process, handovers } = sight.compiled.definition;
  if (kind === 'move' || kind === 'filing') {
    const move = machineOf(sight.compiled, kind === 'move' ? 'item' : 'filing')?.moves.find((each) => each.id === id);
    return text.doneMove(move?.title ?? id);
  }
  if (kind === 'step' || kind === 'return') {
    const title = process?.stages.flatMap(({ steps }) => steps).find((step) => step.id === id)?.title ?? id;
    return kind === 'step' ? text.stepDone(title) : text.stepReturn(title);
  }
  const handover = kind === 'handover' ? handovers?.find((each) => each.id === id)?.title : undefined;
  return handover ?? own(text.acts, kind) ?? act;
}

function stateTitle(id: string, sight: Sight): string {
  for (const track of ['item', 'filing'] as const) {
    const found = machineOf(sight.compiled, track)?.states.find((state) => state.id === id);
    if (found) return found.title;
  }
  return id;
}
