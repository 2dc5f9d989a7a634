import { measureBurden } from '@jiceng/core/burden/measure.js';
import type { AppliesTo, Definition, Period } from '@jiceng/core/generated/definition.js';
import { appliesToKind, type OrgKind } from '@jiceng/core/score/plan.js';
import { fetchJson } from '../data-set.ts';

/** The business systems that offices are asked to run. */
interface Entries {
  readonly groups: Readonly<Record<string, { readonly title: string }>>;
  readonly entries: readonly { readonly id: string; readonly group: string; readonly term: string }[];
}

/** Option lists by name, as far as texts are needed from them. */
interface Parts {
  readonly $defs: Readonly<
    Record<string, { readonly oneOf?: readonly { readonly const: unknown; readonly title: string }[] }>
  >;
}

/** All definitions in their groups. */
export interface Catalogue {
  readonly groups: readonly { readonly title: string; readonly definitions: readonly Definition[] }[];
  /** How many business systems they serve. */
  readonly served: number;
  readonly terms: ReadonlyMap<string, string>;
  readonly optionTitle: (list: string, value: string) => string;
}

/** What the catalogue says about one definition. */
export interface Card {
  readonly definition: Definition;
  /** Who fills it in, how often and how long it takes. */
  readonly facts: readonly string[];
  /** Terms of the business systems that it serves. */
  readonly serves: readonly string[];
  /** Everything that can be searched, in small letters. */
  readonly words: string;
}

const RHYTHM: Readonly<Record<Period, string>> = {
  month: '每月一次',
  quarter: '每季度一次',
  halfYear: '每半年一次',
  year: '每年一次',
  multiYear: '几年一次',
  term: '每届一次',
  adHoc: '有事才填',
};

export async function loadCatalogue(definitions: readonly Definition[]): Promise<Catalogue> {
  const [{ groups, entries }, { $defs }] = await Promise.all([
    fetchJson<Entries>('schemas/entries.json'),
    fetchJson<Parts>('schemas/parts.json'),
  ]);
  const order = Object.keys(groups);
  const known = new Set(definitions.map(({ group = '' }) => group));
  const served = new Set(definitions.flatMap(({ serves = [] }) => serves));
  return {
    groups: [...order, ...[...known].filter((id) => !order.includes(id))]
      .filter((id) => known.has(id))
      .map((id) => ({
        title: groups[id]?.title ?? '其他',
        definitions: definitions.filter(({ group = '' }) => group === id),
      })),
    served: entries.filter(({ id }) => served.has(id)).length,
    terms: new Map(entries.map(({ id, term }) => [id, term])),
    optionTitle: (list, value) => $defs[list]?.oneOf?.find((option) => option.const === value)?.title ?? value,
  };
}

export function cardOf(definition: Definition, { terms, optionTitle }: Catalogue): Card {
  const { title, description = '', purpose, filing, usual, serves = [] } = definition;
  const { minutes, typedFields, prefillShare } = measureBurden(definition);
  const terms_ = serves.map((id) => terms.get(id) ?? id);
  const facts = [
    whoOf(filing?.by ?? usual?.by, optionTitle),
    filing ? RHYTHM[filing.period] : usual ? timesText(usual.perYear) : '有事才填',
    minutes < 1 ? '不到 1 分钟' : `约 ${Math.round(minutes)} 分钟`,
    `手填 ${typedFields} 项，${prefillShare}% 自动取数`,
  ];
  return {
    definition,
    facts,
    serves: terms_,
    words: [title, description, purpose.decision, ...terms_].join('\n').toLowerCase(),
  };
}

/** How often something happens, as one would say it. */
function timesText(perYear: number): string {
  return perYear < 1 ? `约 ${Math.round(1 / perYear)} 年一次` : `平均每年约 ${perYear} 次`;
}

/** Whether an organisation of this kind fills in a definition. */
export function fills({ filing, usual }: Definition, kind: OrgKind): boolean {
  return (filing ?? usual) !== undefined && appliesToKind(filing ? filing.by : usual?.by, kind);
}

function whoOf(by: AppliesTo | undefined, optionTitle: Catalogue['optionTitle']): string {
  const titles = (list: 'orgType' | 'orgForm' | 'orgLevel') =>
    (by?.[list] as readonly string[] | undefined)?.map((value) => optionTitle(list, value)).join('、');
  const parts = [titles('orgLevel'), titles('orgType'), titles('orgForm')].filter((text) => text !== undefined);
  return parts.length > 0 ? `${parts.join('，')}填报` : '有关组织填报';
}
