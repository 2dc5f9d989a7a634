import type { Compiled } from '../definition/compiled.ts';
import type { Person } from '../generated/person.ts';
import type { StoredRecord } from '../generated/record.ts';
import type { OrganisationLookup } from '../org/path.ts';
import type { Bilingual } from '../text/problem.ts';
import type { DateText } from '../time/date.ts';
import { covers, isTypedByNobody } from './fields.ts';
import { may, type MayOptions, type Verdict } from './may.ts';
import { reviewOrganisation } from './review.ts';
import { currentState, isOpenForFilling } from './states.ts';

const COMPUTED: Bilingual = {
  'zh-CN': '此项由系统计算或预填，不能修改。',
  en: 'This is computed or prefilled and cannot be changed.',
};
const FOR_REVIEW: Bilingual = { 'zh-CN': '此项由审核人员填写。', en: 'The reviewer fills this in.' };
const NOT_NOW: Bilingual = { 'zh-CN': '当前状态下不能修改此项。', en: 'This cannot be changed in the present state.' };

/** Options of `may`, without those that the definition knows. */
export type EditOptions = Pick<MayOptions, 'orgId'>;

/**
 * Whether `person` may change the field at `pointer` in the record's present state. Before submission the state's
 * `edit` decides, without the fields of the review; during review the reviewer changes those; afterwards nobody
 * anything.
 */
export function editable(
  compiled: Compiled,
  record: StoredRecord,
  person: Person | undefined,
  pointer: string,
  organisations: OrganisationLookup,
  on: DateText,
  options: EditOptions = {},
): Verdict {
  if (isTypedByNobody(compiled, pointer)) return { allowed: false, reason: COMPUTED };
  const { filing } = compiled.definition;
  const full: MayOptions = {
    ...options,
    label: (field) => compiled.field(field)?.title,
    reviewOrgId: reviewOrganisation(compiled, record, organisations),
  };
  const isForReview = filing?.reviewFields?.some((field) => covers(field, pointer)) ?? false;
  if (record.filing?.status === 'inReview') {
    if (!isForReview) return { allowed: false, reason: NOT_NOW };
    return may(
      person,
      [{ role: 'reviewer', at: 'atReview' as 'own', except: ['submittedBy', 'filledBy'] }],
      record,
      organisations,
      on,
      full,
    );
  }
  if (!isOpenForFilling(record)) return { allowed: false, reason: NOT_NOW };
  if (isForReview) return { allowed: false, reason: FOR_REVIEW };
  const state = currentState(compiled, record, 'item');
  if (!state?.edit)
    return state?.final ? { allowed: false, reason: NOT_NOW } : may(person, undefined, record, organisations, on, full);
  let refusal: Verdict | undefined;
  for (const { fields, by } of state.edit) {
    if (fields && !fields.some((field) => covers(field, pointer))) continue;
    const verdict = may(person, by, record, organisations, on, full);
    if (verdict.allowed) return verdict;
    refusal ??= verdict;
  }
  return refusal ?? { allowed: false, reason: NOT_NOW };
}
