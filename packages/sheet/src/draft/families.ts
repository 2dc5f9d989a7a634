import type { KindGuess } from './guess.ts';
import { guess, type ColumnKind } from './guess.ts';
import type { Heading } from './headings.ts';
import { plainHeading } from './words.ts';

/** A column on its way to a draft. */
export interface Member {
  readonly heading: Heading;
  readonly kind: KindGuess;
  /** It has values. */ readonly isFilled: boolean;
}

const SHARED: ReadonlySet<ColumnKind> = new Set(['integer', 'number', 'percent', 'boolean']);
const COUNTS = /[数龄]$|[人次户个口]$/;

/** Columns under one group, or whose groups or headings differ by a number alone: 一月, 二月, 三月. */
function familyOf({ groups, title }: Heading): string | undefined {
  const pattern = (text: string): string => plainHeading(text).replace(/\d+|[一二三四五六七八九十]+/g, '#');
  if (groups.length > 0) return groups.map(pattern).join('\n');
  return pattern(title).includes('#') ? pattern(title) : undefined;
}

/**
 * Kinds with what the neighbours tell: an empty column holds what all others of its family do, and whole amounts
 * beside fractions of their group or in their unit of money are amounts.
 */
export function withFamilies(members: readonly Member[]): KindGuess[] {
  const families = new Map<string, Member[]>();
  for (const member of members) {
    const family = familyOf(member.heading);
    if (family !== undefined && member.isFilled) families.set(family, [...(families.get(family) ?? []), member]);
  }
  const fractions = new Set(
    members
      .filter(({ kind, isFilled }) => isFilled && kind.value === 'number' && kind.unit?.endsWith('元'))
      .map(({ kind }) => kind.unit),
  );
  return members.map(({ heading, kind, isFilled }) => {
    const others = families.get(familyOf(heading) ?? '') ?? [];
    const kinds = new Set(others.map((other) => other.kind.value));
    const amount = others.find((other) => other.kind.value === 'number');
    const isAmounts = amount !== undefined && [...kinds].every((value) => value === 'number' || value === 'integer');
    if (!isFilled) {
      const shared = isAmounts ? 'number' : kinds.size === 1 ? others[0]!.kind.value : undefined;
      if (
        kind.value !== 'text' ||
        kind.confidence > 0.5 ||
        others.length < 2 ||
        shared === undefined ||
        !SHARED.has(shared)
      )
        return kind;
      return {
        ...guess(shared, 0.7, '没有数据，与同组的其他列相同', 'without values, like the others of its group'),
        unit: (amount ?? others[0]!).kind.unit,
      };
    }
    const isAmount =
      fractions.has(kind.unit) ||
      (isAmounts && kind.unit === amount.kind.unit && !COUNTS.test(plainHeading(heading.title)));
    if (kind.value !== 'integer' || !isAmount) return kind;
    return {
      ...kind,
      value: 'number',
      confidence: 0.7,
      reason: { 'zh-CN': '同组或同一单位的其他列有小数', en: 'others of its group or unit have fractions' },
    };
  });
}
