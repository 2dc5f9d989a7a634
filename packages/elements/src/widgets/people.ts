import type { Organisation } from '@jiceng/core/generated/organisation.js';
import type { Person } from '@jiceng/core/generated/person.js';
import { ancestorsOf } from '@jiceng/core/org/path.js';
import type { WidgetContext } from './widget.ts';

/** A person to choose: names alone do not tell people apart. */
export interface Candidate {
  readonly id: string;
  readonly title: string;
  /** Whether the present post is at the organisation looked from, or at one above it. */
  readonly isNear: boolean;
  /** Organisation and name of the present post. */
  readonly note: string;
}

interface Known {
  readonly organisations: readonly Organisation[];
  readonly orgId: string | undefined;
  readonly today: string;
  readonly list: readonly Candidate[];
}
/** The last order made of a directory: forms have several such fields. */
const known = new WeakMap<readonly Person[], Known>();

/**
 * The directory, nearest to an organisation first: its own people, its superiors', those below the same superior, then
 * all others.
 */
export function peopleNear(
  { people, organisations, today }: Pick<WidgetContext, 'people' | 'organisations' | 'today'>,
  orgId: string | undefined,
): readonly Candidate[] {
  const before = known.get(people);
  if (before?.organisations === organisations && before.orgId === orgId && before.today === today) return before.list;
  const list = ordered(people, organisations, today, orgId);
  known.set(people, { organisations, orgId, today, list });
  return list;
}

function ordered(
  people: readonly Person[],
  organisations: readonly Organisation[],
  today: string,
  orgId: string | undefined,
): readonly Candidate[] {
  const byId = new Map(organisations.map((organisation) => [organisation.orgId, organisation]));
  const distance = distanceFrom(orgId, byId);
  return people
    .map((person) => ({ person, post: presentPost(person, today) }))
    .map(({ person: { personId, personName }, post }) => {
      const place = (post && byId.get(post.orgId)?.orgShortName) ?? '';
      const far = post ? distance(post.orgId) : Infinity;
      return {
        far,
        candidate: {
          id: personId,
          title: personName,
          isNear: orgId !== undefined && far < BESIDE,
          note: [place, post?.postName].filter(Boolean).join(' '),
        },
      };
    })
    .sort((a, b) => (a.far === b.far ? 0 : a.far - b.far))
    .map(({ candidate }) => candidate);
}

function presentPost({ posts }: Person, today: string): Person['posts'][number] | undefined {
  // directories come from servers, with people who have none
  return posts?.find(({ to }) => to === undefined || to >= today);
}

/** Organisations beside and below are farther than all superiors. */
const BESIDE = 1000;

/** Steps up to the nearest common superior, and far behind them those down from it. */
function distanceFrom(orgId: string | undefined, byId: ReadonlyMap<string, Organisation>): (to: string) => number {
  if (orgId === undefined) return () => 0;
  const lookup = { organisation: (id: string) => byId.get(id) };
  const up = new Map(
    [orgId, ...ancestorsOf(orgId, lookup).map((above) => above.orgId)].map((id, steps) => [id, steps]),
  );
  const known = new Map<string, number>();
  return (to) => {
    let far = known.get(to);
    if (far === undefined) {
      const path = [to, ...ancestorsOf(to, lookup).map((above) => above.orgId)];
      const down = path.findIndex((id) => up.has(id));
      const steps = up.get(path[down] ?? '');
      known.set(
        to,
        (far = steps === undefined ? Number.MAX_SAFE_INTEGER : down === 0 ? steps : BESIDE * (steps + 1) + down),
      );
    }
    return far;
  };
}
