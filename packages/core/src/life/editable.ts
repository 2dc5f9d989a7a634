import type { Compiled } from '../definition/compiled.ts';
import type { Actor } from '../generated/definition.ts';
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

/** Judges fields of records, for one person on one day. */
export type EditRights = (record: StoredRecord, pointer: string) => Verdict;

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
  return editRights(compiled, person, organisations, on, options)(record, pointer);
}

/**
 * The same for many fields of many records: what is known of a field, and of a record's actors, is asked for once.
 * Records that were changed in place need new rights.
 */
export function editRights(
  compiled: Compiled,
  person: Person | undefined,
  organisations: OrganisationLookup,
  on: DateText,
  options: EditOptions = {},
): EditRights {
  const { reviewFields = [] } = compiled.definition.filing ?? {};
  const fieldOf = kept((pointer: string) => ({
    byNobody: isTypedByNobody(compiled, pointer),
    isForReview: reviewFields.some((field) => covers(field, pointer)),
  }));
  const mayOf = new WeakMap<StoredRecord, (actors: readonly Actor[] | undefined) => Verdict>();
  const mayIn = (record: StoredRecord): ((actors: readonly Actor[] | undefined) => Verdict) => {
    let known = mayOf.get(record);
    if (known === undefined) {
      const full: MayOptions = {
        ...options,
        label: (field) => compiled.field(field)?.title,
        reviewOrgId: reviewOrganisation(compiled, record, organisations),
      };
      known = kept((actors) => may(person, actors, record, organisations, on, full));
      mayOf.set(record, known);
    }
    return known;
  };
  return (record, pointer) => {
    const { byNobody, isForReview } = fieldOf(pointer);
    if (byNobody) return { allowed: false, reason: COMPUTED };
    if (record.filing?.status === 'inReview')
      return isForReview ? mayIn(record)(REVIEWER) : { allowed: false, reason: NOT_NOW };
    if (!isOpenForFilling(record)) return { allowed: false, reason: NOT_NOW };
    if (isForReview) return { allowed: false, reason: FOR_REVIEW };
    const state = currentState(compiled, record, 'item');
    if (!state?.edit) return state?.final ? { allowed: false, reason: NOT_NOW } : mayIn(record)(undefined);
    let refusal: Verdict | undefined;
    for (const { fields, by } of state.edit) {
      if (fields && !fields.some((field) => covers(field, pointer))) continue;
      const verdict = mayIn(record)(by);
      if (verdict.allowed) return verdict;
      refusal ??= verdict;
    }
    return refusal ?? { allowed: false, reason: NOT_NOW };
  };
}

const REVIEWER: readonly Actor[] = [{ role: 'reviewer', at: 'atReview' as 'own', except: ['submittedBy', 'filledBy'] }];

/** What `ask` answers, asked once for each question. */
function kept<Q, A>(ask: (question: Q) => A): (question: Q) => A {
  const known = new Map<Q, A>();
  return (question) => {
    let answer = known.get(question);
    if (answer === undefined) known.set(question, (answer = ask(question)));
    return answer;
  };
}
