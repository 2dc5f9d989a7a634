import { admit } from '../admit/admit.ts';
import { originalOf } from '../definition/translated.ts';
import type { Definition } from '../generated/definition.ts';
import type { Person } from '../generated/person.ts';
import type { Release } from '../generated/release.ts';
import { releaseSchema } from '../generated/release-schema.ts';
import { contentHash } from '../json/hash.ts';
import { isObject, own, type Json } from '../json/json.ts';
import { isHeld } from '../life/may.ts';
import { FORMATS } from '../schema/formats/formats.ts';
import { checkStructure } from '../schema/limits.ts';
import { violationReason } from '../schema/messages.ts';
import type { JsonSchema } from '../schema/schema.ts';
import { compileSchema, type Validator } from '../schema/validate.ts';
import { problem, type Problem, type Result } from '../text/problem.ts';
import { today, type Now } from '../time/date.ts';
import { compareVersions } from '../version/version-number.ts';
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

/**
 * The release to store for a document, or why it cannot be published. `versions` are all that the store has of the definition.
 * Publishing the same content again is the release that is there already.
 */
export function publish(document: unknown, versions: readonly PublishedVersion[], publisher: Publisher, reasons: Readonly<Record<string, string>> = {}): Result<PublishedVersion> {
  const admitted = admit(document);
  if (!admitted.ok) return admitted;
  const stranger = strangerProblems(publisher);
  if (stranger.length > 0) return { ok: false, problems: stranger };
  const definition = admitted.value;
  const { version } = definition;
  const same = versions.find((known) => known.definition.version === version);
  if (same) return hashOf(same.definition) === hashOf(definition) ? { ok: true, value: same } : refused('version-published', `${version} 版已经发布，内容不能再改；请用新的版本号发布。`, `version ${version} is published and cannot be changed; publish under a new number`);
  const [last] = versions.map((known) => known.definition.version).sort((a, b) => compareVersions(b, a));
  if (last !== undefined && compareVersions(last, version) > 0) return refused('version-lower', `已有更高的 ${last} 版，版本号须高于它。`, `version ${last} is there already; the number must be higher`);
  const from = definition.migration?.from;
  if (from !== undefined && from !== last) return refused('other-version', last === undefined ? `没有发布过 ${from} 版，无法从它迁移数据。` : `迁移步骤按 ${from} 版编写，最近发布的是 ${last} 版，请核对后更新。`, last === undefined ? `version ${from} was never published` : `the migration is written for version ${from}; the last one published is ${last}: check it and update it`, '/migration/from');
  return { ok: true, value: { status: 'published', publishedAt: publisher.now, publishedBy: publisher.actor.personId, ...(Object.keys(reasons).length > 0 ? { reasons: { ...reasons } } : {}), definition } };
}

/** The release to store for a version that nobody is to begin records with any more. */
export function retire(version: PublishedVersion | undefined, publisher: Publisher): Result<PublishedVersion> {
  if (!version) return refused('unknown-version', '没有这个版本。', 'there is no such version', '');
  const stranger = strangerProblems(publisher);
  if (stranger.length > 0) return { ok: false, problems: stranger };
  return { ok: true, value: version.status === 'retired' ? version : { ...version, status: 'retired', retiredAt: publisher.now, retiredBy: publisher.actor.personId } };
}

/** The gate for what a store held as a release. */
export function admitRelease(document: unknown): Result<PublishedVersion> {
  const heavy = checkStructure(document, ['/definition/record']);
  if (heavy.length > 0) return { ok: false, problems: heavy };
  const violations = shape().validate(document);
  if (violations.length > 0) return { ok: false, problems: violations.map((violation) => ({ pointer: violation.pointer, code: `schema-${violation.keyword}`, reason: violationReason(violation, violation.pointer || '/') })) };
  const release = document as PublishedVersion;
  const admitted = admit(release.definition);
  return admitted.ok ? { ok: true, value: release } : { ok: false, problems: admitted.problems.map((found) => ({ ...found, pointer: `/definition${found.pointer}` })) };
}

/** Name of a version in a store; ids have no spaces. `undefined` for what is no release. */
export function releaseKey(document: unknown): string | undefined {
  const definition = isObject(document) ? own(document, 'definition') : undefined;
  const [id, version] = isObject(definition) ? [own(definition, 'id'), own(definition, 'version')] : [];
  return typeof id === 'string' && typeof version === 'string' ? `${id} ${version}` : undefined;
}

const hashOf = (definition: Definition): string => contentHash(originalOf(definition) as unknown as Json);
const refused = (code: string, zh: string, en: string, pointer = '/version'): { readonly ok: false; readonly problems: readonly Problem[] } => ({ ok: false, problems: [problem(pointer, code, zh, en)] });

function strangerProblems({ person, actor, now }: Publisher): readonly Problem[] {
  const posts = (person?.posts ?? []).filter((post) => isHeld(post, today(now)) && (actor.orgId === undefined || post.orgId === actor.orgId));
  return posts.some(({ role }) => role === 'administrator') ? [] : [problem('', 'not-allowed', '须由管理员发布或停用；您没有管理员任职。', 'only administrators publish and retire; you hold no such post')];
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
