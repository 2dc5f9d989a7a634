import { OWN_FILLERS } from '../definition/own-fillers.ts';
import type { Actor } from '../generated/definition.ts';
import type { Person, Post } from '../generated/person.ts';
import type { StoredRecord } from '../generated/record.ts';
import type { Json } from '../json/json.ts';
import { ancestorsOf, isUnder, parentOn, type OrganisationLookup } from '../org/path.ts';
import { valuesAt } from '../record/values-at.ts';
import type { Bilingual } from '../text/problem.ts';
import type { DateText } from '../time/date.ts';
import { actorText, personText, placesOf, placeText, roleText, type Naming } from './actor-texts.ts';

/** Whether a person may, with the post in which they do, or who may instead. */
export type Verdict = { readonly allowed: true; readonly orgId: string | undefined } | Refused;

/** Why a person may not. */
interface Refused {
  readonly allowed: false;
  readonly reason: Bilingual;
  /**
   * The two halves of the reason, where it is one of who may and who the person is: said of several things, the second
   * half is said once.
   */
  readonly halves?: { readonly who: Bilingual; readonly held: Bilingual };
}

/** What `may` cannot see from the record. */
export interface MayOptions {
  /** Only posts at this organisation count. */
  readonly orgId?: string;
  /** Organisation that `atReview` stands for. */
  readonly reviewOrgId?: string;
  /** Title of a field, for reasons. */
  readonly label?: (pointer: string) => string | undefined;
}

/**
 * Whether `person` is one of `actors` for `record` on a day. Absent actors are the fillers of the record's own
 * organisation. Exclusions look at all posts of the person, so that nobody checks their own work from a second post.
 */
export function may(
  person: Person | undefined,
  actors: readonly Actor[] = OWN_FILLERS,
  record: StoredRecord,
  organisations: OrganisationLookup,
  on: DateText,
  options: MayOptions = {},
): Verdict {
  const sight = new Sight(record, organisations, options);
  const posts = (person?.posts ?? []).filter((post) => isHeld(post, on));
  const acting = options.orgId === undefined ? posts : posts.filter(({ orgId }) => orgId === options.orgId);
  let exclusion: Bilingual | undefined;
  for (const actor of actors) {
    if (!person || !sight.isPerson(actor, person.personId)) continue;
    const needsPost = actor.role !== undefined || actor.level !== undefined || placesOf(actor).length > 0;
    const post = acting.find((held) => sight.suits(actor, held)) ?? (needsPost ? undefined : acting[0]);
    if (needsPost && !post) continue;
    const excluded = sight.exclusionOf(actor, person.personId, posts);
    if (!excluded) return { allowed: true, orgId: post?.orgId };
    exclusion ??= excluded;
  }
  return exclusion ? { allowed: false, reason: exclusion } : refused(actors, sight, acting);
}

/** Whether the post is held on a day. */
export function isHeld({ from, to }: Post, on: DateText): boolean {
  return (from === undefined || from <= on) && (to === undefined || on <= to);
}

/** A record as actors see it: organisations and persons behind places and fields. */
class Sight implements Naming {
  private readonly record: StoredRecord;
  private readonly options: MayOptions;
  readonly organisations: OrganisationLookup;

  constructor(record: StoredRecord, organisations: OrganisationLookup, options: MayOptions) {
    this.record = record;
    this.organisations = organisations;
    this.options = options;
  }

  readonly label = (pointer: string): string =>
    this.options.label?.(pointer) ?? pointer.slice(pointer.lastIndexOf('/') + 1);

  readonly placeName = (place: string): string | undefined => {
    const ids =
      place === 'own'
        ? [this.record.orgId]
        : place === 'parent'
          ? [this.parent()]
          : place === 'atReview'
            ? [this.options.reviewOrgId]
            : place.startsWith('/')
              ? this.fieldValues(place)
              : [];
    return (
      ids
        .map((id) => (id === undefined ? undefined : this.organisations.organisation(id)?.orgShortName))
        .filter((name) => name !== undefined)
        .join('、') || undefined
    );
  };

  isPerson({ is }: Actor, personId: string): boolean {
    if (is === undefined) return true;
    return is === 'subject' ? this.record.subject?.id === personId : this.fieldValues(is).includes(personId);
  }

  suits(actor: Actor, post: Post): boolean {
    if (actor.role !== undefined && post.role !== actor.role) return false;
    if (actor.level !== undefined && this.organisations.organisation(post.orgId)?.orgLevel !== actor.level)
      return false;
    const places = placesOf(actor);
    return places.length === 0 || places.some((place) => this.isAt(place, post.orgId));
  }

  exclusionOf({ except = [] }: Actor, personId: string, posts: readonly Post[]): Bilingual | undefined {
    for (const place of except) {
      const persons = place.startsWith('/') ? this.fieldValues(place) : [this.envelopePerson(place)];
      if (persons.includes(personId)) {
        const { 'zh-CN': zh, en } = personText(place, this);
        return { 'zh-CN': `您是${zh}，须回避，请由其他人员办理。`, en: `You are ${en}; someone else has to do this.` };
      }
      const orgIds = place === 'own' ? [this.record.orgId] : place.startsWith('/') ? persons : [];
      const post = posts.find(({ orgId }) => orgIds.includes(orgId));
      if (post) {
        const name = nameOf(post.orgId, this.organisations);
        const { 'zh-CN': zh, en } = placeText(place, { label: this.label, placeName: () => undefined });
        return {
          'zh-CN': `须由其他组织的人员办理；您任职的${name}是${zh}。`,
          en: `Someone of another organisation has to do this; your organisation ${name} is ${en}.`,
        };
      }
    }
    return undefined;
  }

  private isAt(place: string, orgId: string): boolean {
    const own = this.record.orgId;
    switch (place) {
      case 'own':
        return orgId === own;
      case 'parent':
        return orgId === this.parent();
      case 'ancestor':
        return ancestorsOf(own, this.organisations).some((superior) => superior.orgId === orgId);
      case 'below':
        return isUnder(orgId, own, this.organisations);
      case 'atReview':
        return orgId === this.options.reviewOrgId;
      default:
        return this.fieldValues(place).includes(orgId);
    }
  }

  private parent(): string | undefined {
    const own = this.organisations.organisation(this.record.orgId);
    return own && parentOn(own);
  }

  private envelopePerson(name: string): string | undefined {
    const { audit, filing } = this.record;
    return name === 'filledBy'
      ? audit.createdBy
      : name === 'submittedBy'
        ? filing?.submittedBy
        : name === 'reviewedBy'
          ? filing?.reviewedBy
          : undefined;
  }

  private fieldValues(pointer: string): readonly string[] {
    return valuesAt(this.record.data as Json, pointer).map(String);
  }
}

function refused(actors: readonly Actor[], sight: Sight, posts: readonly Post[]): Refused {
  const wanted = actors.map((actor) => actorText(actor, sight));
  const who = {
    'zh-CN': `须由${wanted.map((text) => text['zh-CN']).join('或')}办理`,
    en: `This is for ${wanted.map((text) => text.en).join(' or ')}`,
  };
  const posted = posts.map(({ orgId, role }) => ({
    'zh-CN': `${nameOf(orgId, sight.organisations)}${roleText(role)['zh-CN']}`,
    en: `${roleText(role).en} of ${nameOf(orgId, sight.organisations)}`,
  }));
  const held =
    posted.length > 0
      ? {
          'zh-CN': `您的任职是：${posted.map((text) => text['zh-CN']).join('、')}`,
          en: `you are ${posted.map((text) => text.en).join(', ')}`,
        }
      : { 'zh-CN': '您目前没有任职', en: 'you hold no post at present' };
  return {
    allowed: false,
    reason: { 'zh-CN': `${who['zh-CN']}；${held['zh-CN']}。`, en: `${who.en}; ${held.en}.` },
    halves: {
      who: { 'zh-CN': `${who['zh-CN']}。`, en: `${who.en}.` },
      held: { 'zh-CN': `${held['zh-CN']}。`, en: `${held.en.charAt(0).toUpperCase()}${held.en.slice(1)}.` },
    },
  };
}

function nameOf(orgId: string, organisations: OrganisationLookup): string {
  return organisations.organisation(orgId)?.orgShortName ?? orgId;
}
