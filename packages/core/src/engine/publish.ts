import { admit } from '../admit/admit.ts';
import { isLocalPart, withLocalPart } from '../admit/local-bundle.ts';
import { checkBurden } from '../burden/check.ts';
import { mayWaive, waivedBy } from '../burden/waive.ts';
import { originalOf } from '../definition/translated.ts';
import type { Definition } from '../generated/definition.ts';
import type { LocalPart } from '../generated/local-part.ts';
import { contentHash } from '../json/hash.ts';
import { isObject, own, type Json } from '../json/json.ts';
import { isUnder, type OrganisationLookup } from '../org/path.ts';
import type { Problem, Result } from '../text/problem.ts';
import { today } from '../time/date.ts';
import { compareVersions } from '../version/version-number.ts';
import { administrations, refused, strangerProblems, type PublishedVersion, type Publisher } from './release.ts';

/** What a store has beside the definition that is published. */
export interface Shelf {
  /** The definitions in force: what is asked twice, and what came before. */
  definitions(): readonly Definition[];
  readonly organisations: OrganisationLookup;
}

/** The id of the definition of which a document is a version, or a township's part; `undefined` where it has none. */
export function publishedId(document: unknown): string | undefined {
  const holder = isLocalPart(document) ? document.extends : document;
  const id = isObject(holder) ? own(holder, 'id') : undefined;
  return typeof id === 'string' ? id : undefined;
}

/**
 * The release to store for a document, or why it cannot be published. `versions` are all that the store has of the
 * definition. Publishing the same content again is the release that is there already. A township's part is published as
 * the next version of the whole. Hard burden rules that are not kept need a reason by somebody entitled.
 */
export function publish(
  document: unknown,
  versions: readonly PublishedVersion[],
  publisher: Publisher,
  shelf: Shelf,
  reasons: Readonly<Record<string, string>> = {},
): Result<PublishedVersion> {
  const admitted = isLocalPart(document) ? wholeWith(document, versions, publisher, shelf) : admit(document);
  if (!admitted.ok) return admitted;
  const stranger = strangerProblems(publisher);
  if (stranger.length > 0) return { ok: false, problems: stranger };
  const definition = admitted.value;
  const { version } = definition;
  const same = versions.find((known) => known.definition.version === version);
  if (same)
    return hashOf(same.definition) === hashOf(definition)
      ? { ok: true, value: same }
      : refused(
          'version-published',
          `${version} 版已经发布，内容不能再改；请用新的版本号发布。`,
          `version ${version} is published and cannot be changed; publish under a new number`,
        );
  const [last] = versions.map((known) => known.definition.version).sort((a, b) => compareVersions(b, a));
  if (last !== undefined && compareVersions(last, version) > 0)
    return refused(
      'version-lower',
      `已有更高的 ${last} 版，版本号须高于它。`,
      `version ${last} is there already; the number must be higher`,
    );
  const from = definition.migration?.from;
  if (from !== undefined && from !== last)
    return refused(
      'other-version',
      last === undefined
        ? `没有发布过 ${from} 版，无法从它迁移数据。`
        : `迁移步骤按 ${from} 版编写，最近发布的是 ${last} 版，请核对后更新。`,
      last === undefined
        ? `version ${from} was never published`
        : `the migration is written for version ${from}; the last one published is ${last}: check it and update it`,
      '/migration/from',
    );
  const broken = brokenRules(definition, publisher, shelf, reasons);
  if (broken.length > 0) return { ok: false, problems: broken };
  return {
    ok: true,
    value: {
      status: 'published',
      publishedAt: publisher.now,
      publishedBy: publisher.actor.personId,
      ...(Object.keys(reasons).length > 0 ? { reasons: { ...reasons } } : {}),
      definition,
    },
  };
}

/** What is in force with a township's part in it: each adds for itself and for what is below it. */
function wholeWith(
  part: LocalPart,
  versions: readonly PublishedVersion[],
  publisher: Publisher,
  { organisations }: Shelf,
): Result<Definition> {
  const [current] = versions
    .filter(({ status }) => status === 'published')
    .map(({ definition }) => definition)
    .sort((a, b) => compareVersions(b.version, a.version));
  if (!current)
    return refused(
      'unknown-version',
      '所依的统一表还没有发布。',
      'the form that it adds to is not published',
      '/extends',
    );
  const whole = withLocalPart(current, part);
  if (!whole.ok) return whole;
  const posts = administrations(publisher);
  const isTheirs = part.under.every((orgId) =>
    posts.some((post) => isUnder(orgId, post.orgId, organisations, today(publisher.now))),
  );
  return isTheirs
    ? whole
    : refused(
        'not-allowed',
        '自选部分只能由适用组织或其上级的管理员发布。',
        'a local part is published by an administrator of the organisations that it names, or above them',
        '/under',
      );
}

/** What hard rules find, where nobody entitled has said why it stays. */
function brokenRules(
  definition: Definition,
  { person, now }: Publisher,
  shelf: Shelf,
  reasons: Readonly<Record<string, string>>,
): readonly Problem[] {
  const findings = checkBurden(definition, shelf.definitions(), today(now));
  const waived = mayWaive(person, shelf.organisations, today(now))
    ? waivedBy(findings, new Map(Object.entries(reasons)))
    : {};
  return findings.flatMap(({ rule, status, problem: found }) =>
    status === 'blocked' && found && own(waived, rule) === undefined ? [found] : [],
  );
}

const hashOf = (definition: Definition): string => contentHash(originalOf(definition) as unknown as Json);
