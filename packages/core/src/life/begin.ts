import type { Compiled } from '../definition/compiled.ts';
import type { Person } from '../generated/person.ts';
import type { StoredRecord } from '../generated/record.ts';
import type { OrganisationLookup } from '../org/path.ts';
import type { DateText } from '../time/date.ts';
import { may, type MayOptions, type Verdict } from './may.ts';

/** Whether the person may open such a record: those named in `create`, else who may change it in its first state. */
export function mayBegin(
  compiled: Compiled,
  record: StoredRecord,
  person: Person | undefined,
  organisations: OrganisationLookup,
  on: DateText,
  { orgId }: Pick<MayOptions, 'orgId'>,
): Verdict {
  const { create, states } = compiled.definition;
  const options: MayOptions = {
    ...(orgId === undefined ? {} : { orgId }),
    label: (pointer) => compiled.field(pointer)?.title,
  };
  const actors = create ? [create] : states?.[0]?.edit?.map(({ by }) => by);
  const verdicts = (actors ?? [undefined]).map((by) => may(person, by, record, organisations, on, options));
  return (
    verdicts.find(({ allowed }) => allowed) ??
    (verdicts[0] as Verdict | undefined) ?? { allowed: true, orgId: undefined }
  );
}
