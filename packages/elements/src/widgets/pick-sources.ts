import { sameJson } from '@jiceng/core/json/changes.js';
import type { Json } from '@jiceng/core/json/json.js';
import type { FieldOption } from '@jiceng/core/schema/fields/fields.js';
import { moreMessages } from './more.messages.ts';
import { peopleNear } from './people.ts';
import type { PickItem } from './picker.ts';
import type { WidgetContext } from './widget.ts';

/** Where the lines of a picker come from. Ids are texts; what they stand for is the source's. */
export interface PickSource {
  readonly tree?: boolean;
  /** What the search field says while it is empty. */
  readonly placeholder?: string;
  items(search: string): readonly PickItem[];
  /** What is said about the lines shown, such as that there are more. */
  hint?(search: string, found: number): string;
  toggle?(id: string, open: boolean): void;
  /** Opens what lies above these ids, so that they are seen. */
  reveal?(ids: readonly string[]): void;
  /** Words for an id; `undefined`: not known. */
  title(id: string): string | undefined;
  note?(id: string): string | undefined;
  /** Ids of what is called exactly so, or is that id. */
  named(words: string): readonly string[];
}

/** Choices too many to show at once; an id is the option's place among them. */
export function optionSource(options: readonly FieldOption[]): PickSource {
  return {
    items(search) {
      const wanted = search.toLowerCase();
      const found: PickItem[] = [];
      options.forEach(({ title }, index) => {
        if (wanted === '' || title.toLowerCase().includes(wanted)) found.push({ id: String(index), title });
      });
      return found;
    },
    title: (id) => (id.startsWith('?') ? id.slice(1) : options[Number(id)]?.title),
    named: (words) => options.flatMap(({ title }, index) => (title === words ? [String(index)] : [])),
  };
}

/** The id of a value in `optionSource`; values that are not offered have one too. */
export function optionId(options: readonly FieldOption[], value: Json): string {
  const found = options.findIndex((option) => sameJson(option.value, value));
  return found < 0 ? `?${String(value)}` : String(found);
}

export function optionValue(options: readonly FieldOption[], id: string): Json {
  return id.startsWith('?') ? id.slice(1) : (options[Number(id)]?.value ?? null);
}

/** People shown before anything is typed, where nobody is near. */
const FIRST = 50;

/**
 * The directory of people: those of the organisation and of its superiors at first, everybody by typing parts of name,
 * organisation or post.
 */
export function personSource(
  context: Pick<WidgetContext, 'locale' | 'organisations' | 'people' | 'today'>,
  orgId: string | undefined,
): PickSource {
  const text = moreMessages(context.locale);
  const people = peopleNear(context, orgId);
  const byId = new Map(people.map((person) => [person.id, person]));
  const near = people.filter(({ isNear }) => isNear);
  const first = near.length > 0 ? near : people.slice(0, FIRST);
  return {
    placeholder: text.searchPerson,
    items(search) {
      const words = search
        .toLowerCase()
        .split(/\s+/)
        .filter((word) => word !== '');
      return words.length === 0
        ? first
        : people.filter(({ title, note }) => {
            const all = `${title} ${note}`.toLowerCase();
            return words.every((word) => all.includes(word));
          });
    },
    hint: (search, found) =>
      search !== ''
        ? text.found(found)
        : first.length < people.length
          ? text.nearFirst(first.length, people.length - first.length)
          : '',
    title: (id) => byId.get(id)?.title,
    note: (id) => byId.get(id)?.note,
    named: (words) => people.flatMap(({ id, title }) => (title === words || id === words ? [id] : [])),
  };
}

/** The directory of organisations as lines of a tree, opened level by level; found by name, short name or code. */
export class OrganisationTree implements PickSource {
  readonly tree = true;
  private readonly byId: ReadonlyMap<string, WidgetContext['organisations'][number]>;
  private readonly below = new Map<string, string[]>();
  private readonly open = new Set<string>();
  private readonly tops: string[] = [];

  constructor({ organisations }: Pick<WidgetContext, 'organisations'>) {
    this.byId = new Map(organisations.map((organisation) => [organisation.orgId, organisation]));
    for (const { orgId, parentOrgId, isActive } of [...organisations].sort((a, b) =>
      a.orgCode < b.orgCode ? -1 : 1,
    )) {
      if (!isActive) continue;
      if (parentOrgId === undefined || !this.byId.has(parentOrgId)) this.tops.push(orgId);
      else this.below.set(parentOrgId, [...(this.below.get(parentOrgId) ?? []), orgId]);
    }
    for (const id of this.tops) this.open.add(id);
  }

  items(search: string): readonly PickItem[] {
    if (search !== '') {
      return [...this.byId.values()]
        .filter(
          ({ orgName, orgShortName, orgCode, isActive }) =>
            isActive && (orgName.includes(search) || orgShortName.includes(search) || orgCode.startsWith(search)),
        )
        .map(({ orgId, orgName }) => ({ id: orgId, title: orgName, note: this.note(orgId) ?? '', level: 0 }));
    }
    const lines: PickItem[] = [];
    const add = (id: string, level: number) => {
      const below = this.below.get(id);
      const open = below && this.open.has(id);
      lines.push({ id, title: this.title(id) ?? id, level, ...(open === undefined ? {} : { open }) });
      if (open && level < 40) for (const child of below) add(child, level + 1);
    };
    for (const id of this.tops) add(id, 0);
    return lines;
  }

  reveal(ids: readonly string[]): void {
    for (const id of ids) for (const above of this.above(id)) this.open.add(above.orgId);
  }

  toggle(id: string, open: boolean): void {
    if (open) this.open.add(id);
    else this.open.delete(id);
  }

  title(id: string): string | undefined {
    return this.byId.get(id)?.orgName;
  }

  /** Path of superiors, from the top. */
  note(id: string): string | undefined {
    const path = this.above(id).map(({ orgShortName, orgName }) => orgShortName || orgName);
    return path.length > 0 ? path.join(' / ') : undefined;
  }

  named(words: string): readonly string[] {
    return [...this.byId.values()]
      .filter(({ orgId, orgName, orgShortName, orgCode }) => [orgId, orgName, orgShortName, orgCode].includes(words))
      .map(({ orgId }) => orgId);
  }

  private above(id: string): WidgetContext['organisations'][number][] {
    const path: WidgetContext['organisations'][number][] = [];
    const seen = new Set<string>([id]);
    for (
      let at = this.byId.get(id)?.parentOrgId;
      at !== undefined && !seen.has(at);
      at = this.byId.get(at)?.parentOrgId
    ) {
      seen.add(at);
      const above = this.byId.get(at);
      if (above) path.unshift(above);
    }
    return path;
  }
}
