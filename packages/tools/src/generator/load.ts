import { withLocalParts } from '@jiceng/core/admit/local-part.js';
import { bundled } from '@jiceng/core/definition/bundled.js';
import type { Definition } from '@jiceng/core/generated/definition.js';
import type { LocalPart } from '@jiceng/core/generated/local-part.js';
import type { Result } from '@jiceng/core/text/problem.js';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { documentsIn } from '../generate/catalogue.mjs';
import type { Recipes } from './recipe.ts';

/** Templates, with what townships add to them, and recipes as they lie in the folder `schemas`. */
export function loadSchemas(folder: string): {
  readonly definitions: readonly Definition[];
  readonly recipes: Recipes;
} {
  const read = (...path: string[]) => JSON.parse(readFileSync(join(folder, ...path), 'utf8'));
  const files = (path: string) => documentsIn(join(folder, path));
  const parts = read('parts.json');
  const locals = files('locals').map((file) => read('locals', file) as LocalPart);
  const withLocals = (definition: Definition) =>
    whole(
      definition.id,
      withLocalParts(
        definition,
        locals.filter((part) => part.extends.id === definition.id),
      ),
    );
  return {
    definitions: files('templates').map((file) => withLocals(whole(file, bundled(read('templates', file), parts)))),
    recipes: {
      places: read('recipes', 'places.json'),
      lists: read('recipes', 'lists.json'),
      imported: read('recipes', 'imported-facts.json'),
      dirt: read('recipes', 'dirt.json'),
      records: files('recipes/records').map((file) => read('recipes', 'records', file)),
    },
  };
}

function whole(name: string, result: Result<unknown>): Definition {
  if (!result.ok)
    throw new Error(`${name}: ${result.problems.map(({ pointer, reason }) => `${pointer} ${reason.en}`).join('; ')}`);
  return result.value as Definition;
}
