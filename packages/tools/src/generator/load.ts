import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundled } from '@jiceng/core/definition/bundled.js';
import type { Definition } from '@jiceng/core/generated/definition.js';
import type { Result } from '@jiceng/core/text/problem.js';
import type { Recipes } from './recipe.ts';

/** Templates and recipes as they lie in the folder `schemas`. */
export function loadSchemas(folder: string): { readonly definitions: readonly Definition[]; readonly recipes: Recipes } {
  const read = (...path: string[]) => JSON.parse(readFileSync(join(folder, ...path), 'utf8'));
  const parts = read('parts.json');
  const files = (path: string) => readdirSync(join(folder, path), { recursive: true }).map(String).filter((file) => file.endsWith('.json')).sort();
  return {
    definitions: files('templates').filter((file) => file.includes('/') && !file.endsWith('.example.json')).map((file) => whole(file, bundled(read('templates', file), parts))),
    recipes: {
      places: read('recipes', 'places.json'), lists: read('recipes', 'lists.json'), imported: read('recipes', 'imported-facts.json'),
      records: files('recipes/records').map((file) => read('recipes', 'records', file)),
    },
  };
}

function whole(file: string, result: Result<unknown>): Definition {
  if (!result.ok) throw new Error(`${file}: ${result.problems.map(({ pointer, reason }) => `${pointer} ${reason.en}`).join('; ')}`);
  return result.value as Definition;
}
