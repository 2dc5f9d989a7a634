import catalogue from '@jiceng/schemas/templates/index.json';
import entriesJson from '@jiceng/schemas/entries.json';
import partsJson from '@jiceng/schemas/parts.json';
import { bundled } from '@jiceng/core/definition/bundled.js';
import { withBasis } from '@jiceng/core/definition/with-basis.js';
import type { Definition } from '@jiceng/core/generated/definition.js';
import type { JsonObject } from '@jiceng/core/json/json.js';

/** One line of the catalogue of templates. */
export interface CatalogueEntry {
  readonly path: string;
  readonly id: string;
  readonly group: string;
  readonly title: string;
  readonly description: string;
  readonly serves: readonly string[];
  readonly period?: string;
}

export const documents = catalogue.documents as readonly CatalogueEntry[];
/** Groups in their order, each with its templates; those without any are left out. */
export const groups = Object.entries(entriesJson.groups)
  .map(([id, { title }]) => ({ title, found: documents.filter(({ group }) => group === id) }))
  .filter(({ found }) => found.length > 0);
/** Names of the business systems by id. */
export const terms: ReadonlyMap<string, string> = new Map(entriesJson.entries.map(({ id, term }) => [id, term]));

/** A template as its users see it, with its example. */
export interface Shown {
  readonly definition: Definition;
  readonly data: JsonObject;
}

/** Loads one template by its path in the catalogue, `group/id.json`. */
export async function templateAt(path: string): Promise<Shown> {
  const [group, id] = path.slice(0, -'.json'.length).split('/');
  const [document, example] = (await Promise.all([
    import(`../../schemas/templates/${group}/${id}.json`),
    import(`../../schemas/templates/${group}/${id}.example.json`),
  ])) as { readonly default: JsonObject }[];
  const whole = bundled(document!.default, partsJson as JsonObject);
  if (!whole.ok) throw new Error(`${path}: ${whole.problems.map(({ reason }) => reason.en).join('; ')}`);
  return { definition: withBasis(whole.value as Definition), data: example!.default };
}
