import { BuilderSession, type Supplies } from '@jiceng/builder/session/session.js';
import { memorySource } from '@jiceng/client/memory/memory-source.js';
import { languageOf } from '@jiceng/elements/internal/locale.js';
import { dataSet } from '../data/data-set.ts';
import { definitions } from '../data/definitions.ts';

/** Organisations, people and records around what is drawn in stories of the builder. */
export const sourceOfStories = memorySource(dataSet());

/** A definition opened for drawing, among the others of the stories. */
export const sessionOf = (definition: unknown, locale: string, supplies: Supplies = {}): BuilderSession =>
  new BuilderSession(
    JSON.stringify(definition, null, 2),
    {
      definitions: definitions.filter((other) => other.id !== (definition as { readonly id?: unknown }).id),
      now: sourceOfStories.now(),
      ...supplies,
    },
    languageOf(locale),
  );
