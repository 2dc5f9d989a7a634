import type { StoredRecord } from '@jiceng/core/generated/record.js';
import { examples, memberAdmission, siteCheck, sixThings } from './definitions.ts';
import { recordOf } from './record.ts';

const done = (on: string, by = 'p-0347') => ({ status: 'done' as const, on, at: `${on}T16:00:00+08:00`, by });

/** A person on the way: candidate, three steps open side by side. */
export const admission: StoredRecord = recordOf({
  definition: memberAdmission,
  id: 'admission-1',
  orgId: 'V010101',
  on: '2023-03-06',
  state: 'candidate',
  subject: { id: 'p-0688', title: '吴某某' },
  data: examples.memberAdmission,
  steps: {
    s01: done('2023-03-06'),
    s02: done('2023-03-28'),
    s03: done('2023-09-12'),
    s04: done('2023-09-27', 'p-0012'),
    s05: done('2023-10-08'),
    s06: done('2024-09-13'),
    s07: done('2024-10-15'),
    s08: done('2024-11-01', 'p-0012'),
  },
});

/** A person at the start, whose talk is overdue. */
export const applicant: StoredRecord = recordOf({
  definition: memberAdmission,
  id: 'admission-2',
  orgId: 'V010101',
  on: '2025-07-21',
  state: 'applicant',
  subject: { id: 'p-0412', title: '赵某' },
  data: {
    birthYear: 1999,
    educationLevel: 'bachelor',
    workUnitName: '云禾智联科技有限公司（A区3号楼）',
    applicationOn: '2025-07-21',
  },
  steps: { s01: done('2025-07-21') },
});

/** A site's check, some things missing. */
export const site: StoredRecord = recordOf({
  definition: sixThings,
  id: 'site-1',
  orgId: 'V010101',
  on: '2025-04-10',
  periodCode: '2025',
  filing: { status: 'draft', dueAt: '2025-04-30T18:00:00+08:00', returnCount: 0, revisionNo: 0 },
  data: examples.sixThings,
});

/** A check on site, half done. */
export const check: StoredRecord = recordOf({
  definition: siteCheck,
  id: 'check-1',
  orgId: 'V010101',
  by: 'p-0012',
  on: '2025-09-12',
  periodCode: '2025-H2',
  state: 'checking',
  data: {
    items: {
      premises: { answer: true },
      facilities: { answer: true },
      sign: { answer: true },
      flag: { answer: false, evidenceNote: '党旗褪色，已通知更换。' },
      books: { answer: true },
      systems: { answer: true },
      memberRoom: { answer: true },
      meetingRoom: { answer: true },
      talkRoom: { answer: false, evidenceNote: '未设，建议与调解室合用。' },
    },
  },
});
