import type { Compiled } from '../definition/compiled.ts';
import type { FieldRef, FieldView, Move } from '../generated/definition.ts';
import type { Person } from '../generated/person.ts';
import type { StoredRecord } from '../generated/record.ts';
import { pointerParts } from '../json/pointer.ts';
import { may, type Verdict } from '../life/may.ts';
import { hasFurtherLevel, reviewOrganisation } from '../life/review.ts';
import { machineOf, stateOf, type Track } from '../life/states.ts';
import { isUnder } from '../org/path.ts';
import { brokenGuards } from '../record/judge.ts';
import { recordScope } from '../record/scope.ts';
import type { Bilingual } from '../text/problem.ts';
import type { Now } from '../time/date.ts';
import { addressOf, isAskedFor } from './check.ts';
import type { Snapshot } from './contract.ts';
import { Workspace } from './workspace.ts';

/** A field that a move asks for. */
export interface AskedField {
  readonly field: FieldView;
  readonly required: boolean;
}

/** One move from the record's present state, and whether this person can make it. */
export interface MoveOffer {
  readonly move: Move;
  readonly track: Track;
  /** Nothing stands against it yet. What the move asks for may still turn out wrong. */
  readonly allowed: boolean;
  /** Why not: who may instead, or which conditions do not hold. */
  readonly reasons: readonly Bilingual[];
  /** Who the person is, where a reason says that it is for somebody else. */
  readonly held?: Bilingual;
  readonly ask: readonly AskedField[];
  /** A reason has to be given, of the length that `reason.ts` asks for. */
  readonly needsReason: boolean;
}

/** Every move from the record's present states, with the reasons against those that cannot be made. */
export function movesOf(
  compiled: Compiled,
  record: StoredRecord,
  person: Person | undefined,
  snapshot: Snapshot,
  now: Now,
  orgId?: string,
): readonly MoveOffer[] {
  const workspace = new Workspace(
    snapshot,
    person ? { personId: person.personId, ...(orgId === undefined ? {} : { orgId }) } : null,
    now,
  );
  const tracks: readonly Track[] = ['item', 'filing'];
  return tracks.flatMap((track) => {
    const state = stateOf(record, track);
    const machine = machineOf(compiled, track);
    const offered = (machine?.moves ?? []).filter(
      (move) => state !== undefined && move.from.includes(state) && isForPeople(compiled, move, track),
    );
    return offered.map((move) => offerOf(compiled, record, move, track, person, workspace));
  });
}

/**
 * Whether people make the move at all: the clock's own, the first save's, and grades nobody asks for are not offered.
 */
export function isForPeople({ definition }: Compiled, move: Move, track: Track): boolean {
  if (track === 'filing') return move.id !== 'save' && (move.id !== 'rate' || definition.filing?.rate !== undefined);
  return move.by !== undefined || move.auto === undefined;
}

function offerOf(
  compiled: Compiled,
  record: StoredRecord,
  move: Move,
  track: Track,
  person: Person | undefined,
  workspace: Workspace,
): MoveOffer {
  const refs = askOf(compiled, move, track);
  const scope = recordScope(workspace.scopeInput(compiled, record));
  const verdict = mayMove(compiled, record, move, person, workspace);
  // Conditions on what the move's own dialog asks for cannot be judged before it is filled in.
  const asked = new Set(refs.map((ref) => pointerParts(addressOf(ref))[0]));
  const guards = (move.guard ?? []).filter(({ when }) => !compiled.formula(when).names.some((name) => asked.has(name)));
  const reasons = [
    ...(verdict.allowed ? [] : [verdict.halves?.who ?? verdict.reason]),
    ...brokenGuards(compiled, guards, scope),
    ...(track === 'filing' ? filingGuards(compiled, record, move, workspace) : []),
  ];
  return {
    move,
    track,
    allowed: reasons.length === 0,
    reasons,
    needsReason: move.reason === true,
    ...(verdict.allowed || !verdict.halves ? {} : { held: verdict.halves.held }),
    ask: refs.map((ref) => ({
      field: typeof ref === 'string' ? { field: ref } : ref,
      required: isAskedFor(compiled, ref, scope),
    })),
  };
}

/** Whether the person may make the move on the record; says in which post. */
export function mayMove(
  compiled: Compiled,
  record: StoredRecord,
  move: Move,
  person: Person | undefined,
  workspace: Workspace,
): Verdict {
  return may(person, move.by, record, workspace, workspace.today, {
    orgId: workspace.actor?.orgId,
    label: (pointer) => compiled.field(pointer)?.title,
    reviewOrgId: reviewOrganisation(compiled, record, workspace),
  });
}

/** Fields that the move asks for; rating asks for the definition's grade. */
export function askOf({ definition }: Compiled, move: Move, track: Track): readonly FieldRef[] {
  const grade = definition.filing?.rate;
  return track === 'filing' && move.id === 'rate' && grade !== undefined
    ? [{ field: grade, required: true }]
    : (move.ask ?? []);
}

/** Filing statuses in which nothing more is to come for the period. */
const SETTLED: ReadonlySet<string> = new Set(['accepted', 'rated', 'archived', 'exempt', 'voided']);

/**
 * Conditions of the filing machine that look beyond the record: further levels, and the other records of the period.
 */
export function filingGuards(
  compiled: Compiled,
  record: StoredRecord,
  move: Move,
  workspace: Workspace,
): readonly Bilingual[] {
  const further = hasFurtherLevel(compiled, record);
  switch (move.id) {
    case 'accept':
      return further
        ? [{ 'zh-CN': '还有上一级审核，请转上级审核。', en: 'A further level reviews this; pass it on.' }]
        : [];
    case 'escalate':
      return further
        ? []
        : [
            {
              'zh-CN': '本级已是最后一级审核，请直接审核通过或退回。',
              en: 'This is the last level; accept or return it.',
            },
          ];
    case 'archive': {
      const level =
        workspace.actor?.orgId ?? workspace.actingPerson?.posts.find(({ role }) => role === 'aggregator')?.orgId;
      let open = 0;
      for (const other of workspace.records(compiled.definition.id)) {
        const isMeant =
          other.periodCode === record.periodCode && (level === undefined || isUnder(other.orgId, level, workspace));
        if (isMeant && other.filing && !SETTLED.has(other.filing.status)) open++;
      }
      return open === 0
        ? []
        : [
            {
              'zh-CN': `本期还有 ${open} 份未审核，不能归档。`,
              en: `${open} of this period are not accepted yet; it cannot be archived.`,
            },
          ];
    }
    default:
      return [];
  }
}
