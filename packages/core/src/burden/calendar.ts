import type { Definition, Period } from '../generated/definition.ts';
import { appliesToKind, type OrgKind } from '../score/plan.ts';
import { measureBurden } from './measure.ts';

/** What one form costs one kind of organisation. */
export interface FormCost {
  readonly definition: Definition;
  /** How often it is filled in: the kind of period, or `event` for records that are opened as things happen. */
  readonly rhythm: Period | 'event';
  /** Times a year, estimated for events. */
  readonly perYear: number;
  /** Minutes each time. */
  readonly minutes: number;
  /** Fields typed by hand each time. */
  readonly typedFields: number;
  /** Prefilled or computed fields in percent. */
  readonly prefillShare: number;
}

/**
 * What all forms together cost one kind of organisation; minutes and typed fields on average over the times they come
 * up.
 */
export interface OrganisationCost {
  readonly forms: readonly FormCost[];
  /** Minutes of each month from January to December: what falls due in it, and a twelfth of the events of a year. */
  readonly months: readonly number[];
  readonly minutesPerYear: number;
  readonly typedFieldsPerYear: number;
  /** Prefilled or computed fields in percent of all fields seen in a year; `null` without forms. */
  readonly prefillShare: number | null;
}

/** Months (January is 0) in which periods of a kind fall due: the one after each of them. */
const DUE: Readonly<Partial<Record<Period, readonly number[]>>> = {
  month: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11],
  quarter: [0, 3, 6, 9],
  halfYear: [0, 6],
  year: [0],
};

/**
 * The burden index of one kind of organisation over a year (burden rule B26): every form that it is expected to fill
 * in.
 */
export function burdenOf(definitions: readonly Definition[], kind: OrgKind): OrganisationCost {
  const forms = definitions
    .map((definition) => costOf(definition, kind))
    .filter((cost): cost is FormCost => cost !== undefined);
  const months = Array.from({ length: 12 }, (_, month) =>
    round(
      forms.reduce(
        (sum, { rhythm, perYear, minutes }) =>
          sum + minutes * (rhythm === 'event' ? perYear / 12 : DUE[rhythm]?.includes(month) ? 1 : 0),
        0,
      ),
    ),
  );
  const total = (value: (form: FormCost) => number) => forms.reduce((sum, form) => sum + value(form) * form.perYear, 0);
  const times = total(() => 1);
  return {
    forms,
    months,
    minutesPerYear: round(total(({ minutes }) => minutes)),
    typedFieldsPerYear: Math.round(total(({ typedFields }) => typedFields)),
    prefillShare: times === 0 ? null : round(total(({ prefillShare }) => prefillShare) / times),
  };
}

/** Minutes of the forms that come with one kind of period, each once (events left out). */
export function setMinutes({ forms }: OrganisationCost, rhythm: Period): number {
  return round(forms.reduce((sum, form) => sum + (form.rhythm === rhythm ? form.minutes : 0), 0));
}

/** Whether an organisation of this kind is expected to fill in the form. */
export const concerns = ({ filing, usual }: Definition, kind: OrgKind): boolean =>
  appliesToKind(filing ? filing.by : usual?.by, kind);

function costOf(definition: Definition, kind: OrgKind): FormCost | undefined {
  const { filing, usual } = definition;
  const rhythm = filing ? filing.period : 'event';
  const perYear = filing ? (DUE[filing.period]?.length ?? 0) : (usual?.perYear ?? 0);
  if (perYear === 0 || !concerns(definition, kind)) return undefined;
  const { minutes, typedFields, prefillShare } = measureBurden(definition);
  return { definition, rhythm, perYear, minutes, typedFields, prefillShare };
}

const round = (value: number): number => Math.round(value * 10) / 10;
