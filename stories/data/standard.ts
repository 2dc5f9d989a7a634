import type { FactCell } from '@jiceng/core/facts/store.js';
import type { StoredRecord } from '@jiceng/core/generated/record.js';
import type { JsonObject } from '@jiceng/core/json/json.js';
import { branchStandard, examples, organisationRegister } from './definitions.ts';
import { recordOf } from './record.ts';

const filing = (status: string) => ({
  status,
  dueAt: '2026-01-15T18:00:00+08:00',
  returnCount: 0,
  revisionNo: 0,
  ...(status === 'draft' ? {} : { submittedAt: '2025-09-12T16:05:00+08:00', submittedBy: 'p-0347', level: 0 }),
});

/** The score card of one branch while it is filled in. */
export const standardDraft: StoredRecord = card('standard-1', 'V010101', 'draft', {
  items: {
    partyWorker: { answer: true },
    funds: { selfScore: 4, evidenceNote: '年度经费两批均已到账。' },
    talks: { selfScore: 1.5 },
    secretaryTrained: { selfScore: 5 },
    reserves: { selfScore: 3 },
  },
});

/** The same handed in, with the superior's remarks. */
export const standardReview: StoredRecord = card('standard-2', 'V010102', 'inReview', {
  items: {
    partyWorker: { answer: true },
    funds: {
      selfScore: 4,
      evidenceNote: '年度经费两批均已到账。',
      reviewScore: 3,
      deductReason: '第二批经费晚到账两个月。',
    },
    secretaryTrained: { selfScore: 5 },
    membersTrained: { selfScore: 3.5 },
    talks: { selfScore: 2, reviewScore: 1, deductReason: '抽查三名党员，一名未谈。' },
    reserves: { selfScore: 3 },
    planAndReport: { selfScore: 4 },
    serving: { selfScore: 4 },
  },
});

/** One whose veto was found to be true. */
export const standardVeto: StoredRecord = card('standard-3', 'V010103', 'inReview', {
  items: { fundChannels: { answer: true }, partyWorker: { answer: false } },
  vetoReason: 'falseData',
  reviewComment: '三次会议记录为事后补造。',
});

function card(id: string, orgId: string, status: string, data: JsonObject): StoredRecord {
  return recordOf({
    definition: branchStandard,
    id,
    orgId,
    on: '2025-09-08',
    periodCode: '2025',
    filing: filing(status),
    data,
  });
}

/** Register entries that automatic items read. */
export const registers: readonly StoredRecord[] = ['V010101', 'V010102'].map((orgId, at) =>
  recordOf({
    definition: organisationRegister,
    id: `register-${orgId}`,
    orgId,
    on: '2025-07-20',
    state: 'current',
    data: {
      ...examples.organisationRegister,
      ...(at === 0 ? {} : { committeeSize: 2, dataCompletenessPct: 84, groupCount: 0 }),
    },
  }),
);

/** Facts of records that the stories do not hold one by one. */
export const cells: readonly FactCell[] = ['V010101', 'V010102'].flatMap((subjectId, at) => [
  { id: 'members/memberCount', subjectId, num: 38 - at * 12 },
  { id: 'members/fullMemberCount', subjectId, num: 36 - at * 12 },
  { id: 'members/groupedRate', subjectId, num: 38 - at * 12, den: 38 - at * 12 },
  { id: 'problem-list/onTimeCloseRate', subjectId, periodCode: '2025', num: 8 - at * 2, den: 10 },
  { id: 'six-things/isSixMet', subjectId, periodCode: '2025', num: 1, value: at === 0 },
  { id: 'six-things/utilisationPct', subjectId, periodCode: '2025', num: 18, den: 40 },
  { id: 'member-admission/overdueStepCount', subjectId, num: at },
]);
