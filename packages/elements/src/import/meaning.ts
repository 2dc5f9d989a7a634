import type { Organisation } from '@jiceng/core/generated/organisation.js';
import type { Person } from '@jiceng/core/generated/person.js';
import type { SeveralNamed } from '@jiceng/sheet/ledger/read-cell.js';

/** Words for an id that tell it from others of the same name. */
export function meaningOf(
  what: SeveralNamed['what'],
  id: string,
  organisations: readonly Organisation[],
  people: readonly Person[],
): string {
  const organisation = (orgId: string | undefined) => organisations.find((each) => each.orgId === orgId);
  if (what === 'organisation') {
    const found = organisation(id);
    return found ? `${found.orgName} ${found.orgCode}` : id;
  }
  const person = people.find(({ personId }) => personId === id);
  const post = person?.posts[person.posts.length - 1];
  return [person?.personName ?? id, organisation(post?.orgId)?.orgShortName, post?.postName].filter(Boolean).join(' ');
}
