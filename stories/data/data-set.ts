import type { DataSet } from '@jiceng/client/store/data-set.js';
import { definitions } from './definitions.ts';
import { meetings } from './meetings.ts';
import { organisations } from './organisations.ts';
import { admission, applicant, check, site } from './others.ts';
import { people } from './people.ts';
import { problems } from './problems.ts';
import { NOW } from './record.ts';
import { cells, registers, standardDraft, standardReview, standardVeto } from './standard.ts';

/** Everything the stories show, as one store starts with it. */
export const dataSet = (): DataSet => ({
  id: 'stories-1',
  now: NOW,
  definitions,
  organisations,
  people,
  facts: cells,
  records: [
    ...registers,
    ...meetings,
    ...problems,
    standardDraft,
    standardReview,
    standardVeto,
    admission,
    applicant,
    check,
    site,
  ],
});
