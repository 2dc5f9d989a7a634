import type { Organisation } from '@jiceng/core/generated/organisation.js';
import type { Person } from '@jiceng/core/generated/person.js';
import { workdayTest } from '@jiceng/core/time/calendar.js';
import { draw, type Surroundings } from './draw.ts';
import { stream, type Random } from './random.ts';
import type { GroupRecipe, PlacesRecipe } from './recipe.ts';

/** An organisation with what the generator knows of it. */
export interface MadeOrganisation {
  readonly organisation: Organisation;
  readonly group: GroupRecipe;
  readonly stem: string;
  /** Number of members; 0 where there is no roster. */
  readonly memberCount: number;
  /** Held in records; the others only as facts. */
  readonly isDeep: boolean;
}

/**
 * The tree of organisations, in the order of their codes. One township (the first) and the county are held in depth.
 */
export function makeOrganisations(places: PlacesRecipe, seed: number, preset: string): readonly MadeOrganisation[] {
  const random = stream(seed, 'organisations');
  const made: MadeOrganisation[] = [];
  const children = new Map<string, number>();
  const names = new Set<string>();
  const outposts = new Map<string, number>();
  for (const group of places.groups) {
    const above = made.filter(({ group: other }) => other.id === group.under);
    const total = group.count[preset] ?? 0;
    const hosts: readonly (MadeOrganisation | undefined)[] = group.under === '' ? [undefined] : above;
    hosts.forEach((host, at) => {
      const count = group.spread
        ? Math.floor(((at + 1) * total) / hosts.length) - Math.floor((at * total) / hosts.length)
        : total;
      for (let number = 1; number <= count; number++) made.push(makeOne(group, host, number, at === 0));
    });
  }
  return made.sort((a, b) => (a.organisation.orgCode < b.organisation.orgCode ? -1 : 1));

  function makeOne(
    group: GroupRecipe,
    host: MadeOrganisation | undefined,
    number: number,
    first: boolean,
  ): MadeOrganisation {
    const place = children.get(host?.organisation.orgId ?? '') ?? 0;
    children.set(host?.organisation.orgId ?? '', place + 1);
    const orgCode = `${host?.organisation.orgCode ?? ''}${String(place + 1).padStart(2, '0')}`;
    const around = plainSurroundings(random);
    const orgForm = String(draw(group.orgForm, around));
    const [stem, orgName] = unusedName(group, host, orgForm);
    const isDeep =
      group.deep === true ||
      (host?.isDeep === true && (group.under !== 'county' || (first && number === 1 && group.id === 'township')));
    return {
      group,
      stem,
      isDeep,
      memberCount: group.members ? Number(draw(group.members, around)) : 0,
      organisation: {
        orgId: `o${orgCode}`,
        orgName,
        orgShortName: orgName.length > 30 ? `${orgName.slice(0, 29)}…` : orgName,
        orgCode,
        orgType: group.orgType,
        orgForm,
        orgLevel: group.orgLevel as Organisation['orgLevel'],
        ...(host ? { parentOrgId: host.organisation.orgId } : {}),
        isActive: true,
        foundedOn: `${random.integer(1962, 2019)}-0${random.integer(1, 9)}-${random.integer(10, 28)}`,
      },
    };
  }

  function unusedName(
    group: GroupRecipe,
    host: MadeOrganisation | undefined,
    orgForm: string,
  ): [stem: string, name: string] {
    for (let attempt = 1; ; attempt++) {
      const stem = fill(group.stem, '', host?.stem ?? '');
      const name = fill(random.weighted(group.name), stem, host?.stem ?? '').replace(
        '{form}',
        FORMS[orgForm] ?? '党支部',
      );
      const unique = attempt > 20 ? `${name}${attempt}` : name;
      if (names.has(unique)) continue;
      names.add(unique);
      // “柳上埭村（松砚）第二党小组”, “县水文站（竹砚）党支部”
      const told = host && host.stem !== '' && stem.startsWith(host.stem) ? host.stem : stem;
      return [stem, (attempt > 20 ? name.replace(told, `${told}（${outpost(name)}）`) : name).slice(0, 60)];
    }
  }

  /** Where the next organisation with a name that is taken has its office; nothing is drawn for it. */
  function outpost(name: string): string {
    const { town1 = [], town2 = [] } = places.lists;
    const at = outposts.get(name) ?? 0;
    outposts.set(name, at + 1);
    return `${town1[at % town1.length] ?? ''}${town2[Math.floor(at / town1.length) % town2.length] ?? ''}`;
  }

  function fill(template: string, stem: string, above: string): string {
    return template.replace(/\{(\w+)\}/g, (all, name: string) => {
      if (name === 'place') return stem;
      if (name === 'above') return above;
      if (name === 'above1') return above.slice(0, 1);
      return places.lists[name] ? random.pick(places.lists[name]) : all;
    });
  }
}

const FORMS: Readonly<Record<string, string>> = {
  branch: '党支部',
  generalBranch: '党总支',
  jointBranch: '联合党支部',
  committee: '党委',
  temporaryBranch: '临时党支部',
};

/** People who act, by organisation and role, and the members on rosters. Names are invented and say so. */
export function makePeople(
  places: PlacesRecipe,
  organisations: readonly MadeOrganisation[],
  seed: number,
): { readonly people: readonly Person[]; readonly members: ReadonlyMap<string, readonly string[]> } {
  const random = stream(seed, 'people');
  const people: Person[] = [];
  const members = new Map<string, string[]>();
  const weights = places.surnames.map((name, at) => [name, 1 / Math.sqrt(at + 1)] as const);
  const named = (): string =>
    random.next() < 1 / 60
      ? random.pick(places.longNames)
      : `${random.weighted(weights)}${random.next() < 0.5 ? '某' : '某某'}`;
  const add = (posts: Person['posts']): string => {
    const personId = `p${String(people.length + 1).padStart(5, '0')}`;
    people.push({ personId, personName: named(), posts });
    return personId;
  };
  for (const {
    organisation: { orgId, orgLevel },
    group,
    isDeep,
    memberCount,
  } of organisations) {
    const own: string[] = [];
    if (orgLevel === 'county' || orgLevel === 'township') {
      add([
        { orgId, role: 'reviewer', postName: '组织委员' },
        { orgId, role: 'aggregator' },
        { orgId, role: 'administrator' },
      ]);
      add([{ orgId, role: 'verifier', postName: '督查员' }]);
      add([{ orgId, role: 'filler', postName: '组织干事' }]);
    } else if (group.members) {
      own.push(
        add([
          { orgId, role: 'reviewer', postName: '书记' },
          { orgId, role: 'viewer' },
        ]),
        add([{ orgId, role: 'filler', postName: '组织委员' }]),
      );
    }
    if (isDeep) while (own.length < memberCount) own.push(add([]));
    members.set(orgId, own);
  }
  return { people, members };
}

/** For drawing what depends on nothing but chance. */
export function plainSurroundings(random: Random): Surroundings {
  return {
    random,
    today: '9999-12-31',
    isWorkday: workdayTest(),
    scope: { name: () => undefined, today: '2000-01-01' },
    list: () => [],
    person: () => undefined,
    organisation: () => undefined,
  };
}
