import { admit } from '../admit/admit.ts';
import type { Definition } from '../generated/definition.ts';
import type { Person, Post } from '../generated/person.ts';
import type { Release } from '../generated/release.ts';
import { releaseSchema } from '../generated/release-schema.ts';
import { isObject, own } from '../json/json.ts';
import { isHeld } from '../life/may.ts';
import { FORMATS } from '../schema/formats/formats.ts';
import { checkStructure } from '../schema/limits.ts';
import { violationReason } from '../schema/messages.ts';
import type { JsonSchema } from '../schema/schema.ts';
import { compileSchema, type Validator } from '../schema/validate.ts';
import { problem, type Problem, type Result } from '../text/problem.ts';
import { today, type Now } from '../time/date.ts';
import type { ActorIdentity } from './contract.ts';

/** A version of a definition in a store. */
export interface PublishedVersion extends Omit<Release, 'definition'> {
  readonly definition: Definition;
}

/** Who publishes or retires, in which post, and when. */
export interface Publisher {
  readonly person: Person | undefined;
  readonly actor: ActorIdentity;
  readonly now: Now;
}

/** The release to store for a version that nobody is to begin records with any more. */
export function retire(version: PublishedVersion | undefined, publisher: Publisher): Result<PublishedVersion> {
  if (!version) return refused('unknown-version', '没有这个版本。', 'there is no such version', '');
  const stranger = strangerProblems(publisher);
  if (stranger.length > 0) return { ok: false, problems: stranger };
  return {
    ok: true,
    value:
      version.status === 'retired'
        ? version
        : { ...version, status: 'retired', retiredAt: publisher.now, retiredBy: publisher.actor.personId },
  };
}

/** The gate for what a store held as a release. */
export function admitRelease(document: unknown): Result<PublishedVersion> {
  const heavy = checkStructure(document, ['/definition/record']);
  if (heavy.length > 0) return { ok: false, problems: heavy };
  const violations = shape().validate(document);
  if (violations.length > 0)
    return {
      ok: false,
      problems: violations.map((violation) => ({
        pointer: violation.pointer,
        code: `schema-${violation.keyword}`,
        reason: violationReason(violation, violation.pointer || '/'),
      })),
    };
  const release = document as PublishedVersion;
  const admitted = admit(release.definition);
  return admitted.ok
    ? { ok: true, value: release }
    : { ok: false, problems: admitted.problems.map((found) => ({ ...found, pointer: `/definition${found.pointer}` })) };
}

/** Name of a version in a store; ids have no spaces. `undefined` for what is no release. */
export function releaseKey(document: unknown): string | undefined {
  const definition = isObject(document) ? own(document, 'definition') : undefined;
  const [id, version] = isObject(definition) ? [own(definition, 'id'), own(definition, 'version')] : [];
  return typeof id === 'string' && typeof version === 'string' ? `${id} ${version}` : undefined;
}

/** A document that is not taken, with why. */
export const refused = (
  code: string,
  zh: string,
  en: string,
  pointer = '/version',
): { readonly ok: false; readonly problems: readonly Problem[] } => ({
  ok: false,
  problems: [problem(pointer, code, zh, en)],
});

/** Why a person may neither publish nor retire; empty where they may. */
export function strangerProblems(publisher: Publisher): readonly Problem[] {
  return administrations(publisher).length > 0
    ? []
    : [
        problem(
          '',
          'not-allowed',
          '须由管理员发布或停用；您没有管理员任职。',
          'only administrators publish and retire; you hold no such post',
        ),
      ];
}

/** The posts as administrator that the actor holds. */
export function administrations({ person, actor, now }: Publisher): readonly Post[] {
  return (person?.posts ?? []).filter(
    (post) =>
      post.role === 'administrator' &&
      isHeld(post, today(now)) &&
      (actor.orgId === undefined || post.orgId === actor.orgId),
  );
}

let validator: Validator | undefined;

function shape(): Validator {
  if (!validator) {
    const result = compileSchema(releaseSchema as JsonSchema, { formats: FORMATS });
    if (!result.ok) throw new Error('the schema of releases itself is broken');
    validator = result.value;
  }
  return validator;
}
