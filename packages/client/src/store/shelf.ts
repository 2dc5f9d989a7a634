import { admit } from '@jiceng/core/admit/admit.js';
import { compile } from '@jiceng/core/definition/compile.js';
import type { Compiled } from '@jiceng/core/definition/compiled.js';
import { originalOf } from '@jiceng/core/definition/translated.js';
import { releaseKey, type PublishedVersion } from '@jiceng/core/engine/release.js';
import { isObject, own } from '@jiceng/core/json/json.js';
import type { Problem } from '@jiceng/core/text/problem.js';
import { compareVersions } from '@jiceng/core/version/version-number.js';

/** A document after the gate. */
type Admitted = { readonly compiled: Compiled } | { readonly problems: readonly Problem[] };

/**
 * The definitions of a data set behind the gate, and over them the versions that were published or retired since. Each
 * is admitted when it is first asked for: a page that shows one form of fifty does not wait for the others.
 */
export class DefinitionShelf {
  private readonly documents: readonly unknown[];
  /** Places of the documents that name an id, the last first. */
  private readonly places = new Map<string, number[]>();
  private readonly known = new Map<number, Admitted>();
  /** By id and version; one of a listed version only says that it was retired. */
  private readonly releases = new Map<string, PublishedVersion>();

  constructor(documents: readonly unknown[]) {
    this.documents = documents;
    documents.forEach((document, at) => {
      const id = isObject(document) ? own(document, 'id') : undefined;
      if (typeof id === 'string') this.places.set(id, [at, ...(this.places.get(id) ?? [])]);
    });
  }

  /**
   * The definition in force: the highest published version or the last one listed that was admitted, without those
   * retired; or the one of a version.
   */
  definition(id: string, version?: string): Compiled | undefined {
    if (version !== undefined) return this.listed(id, (each) => each === version) ?? this.released(`${id} ${version}`);
    const listed = this.listed(id, (each) => this.releases.get(`${id} ${each}`)?.status !== 'retired');
    const [released] = this.releasesOf(id).filter(({ status }) => status === 'published');
    return released && !(listed && compareVersions(listed.definition.version, released.definition.version) >= 0)
      ? compile(released.definition)
      : listed;
  }

  /** Every version of a definition, the highest first. */
  versions(id: string): readonly PublishedVersion[] {
    const released = this.releasesOf(id);
    const listed = (this.places.get(id) ?? []).flatMap((at): PublishedVersion[] => {
      const found = this.at(at);
      return 'compiled' in found ? [{ status: 'published', definition: originalOf(found.compiled.definition) }] : [];
    });
    return [
      ...released,
      ...listed.filter(
        ({ definition }, at) =>
          ![...released, ...listed.slice(0, at)].some((known) => known.definition.version === definition.version),
      ),
    ].sort((a, b) => compareVersions(b.definition.version, a.definition.version));
  }

  /** Takes over a release. */
  put(release: PublishedVersion): void {
    const key = releaseKey(release);
    if (key !== undefined) this.releases.set(key, release);
  }

  /** All definitions in force. */
  *definitions(): Iterable<Compiled> {
    for (const id of new Set([
      ...this.places.keys(),
      ...[...this.releases.values()].map(({ definition }) => definition.id),
    ])) {
      const found = this.definition(id);
      if (found) yield found;
    }
  }

  /** What is wrong with documents that were not admitted, by their position. */
  get refused(): ReadonlyMap<number, readonly Problem[]> {
    const refused = new Map<number, readonly Problem[]>();
    this.documents.forEach((_, at) => {
      const found = this.at(at);
      if ('problems' in found) refused.set(at, found.problems);
    });
    return refused;
  }

  private listed(id: string, isMeant: (version: string) => boolean): Compiled | undefined {
    for (const at of this.places.get(id) ?? []) {
      const found = this.at(at);
      if ('compiled' in found && isMeant(found.compiled.definition.version)) return found.compiled;
    }
    return undefined;
  }

  private released(key: string): Compiled | undefined {
    const release = this.releases.get(key);
    return release && compile(release.definition);
  }

  private releasesOf(id: string): PublishedVersion[] {
    return [...this.releases.values()]
      .filter(({ definition }) => definition.id === id)
      .sort((a, b) => compareVersions(b.definition.version, a.definition.version));
  }

  private at(place: number): Admitted {
    let found = this.known.get(place);
    if (!found) {
      const result = admit(this.documents[place]);
      this.known.set(place, (found = result.ok ? { compiled: compile(result.value) } : { problems: result.problems }));
    }
    return found;
  }
}
