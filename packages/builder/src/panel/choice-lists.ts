import { isObject, own, type Json, type JsonObject } from '@jiceng/core/json/json.js';
import { valueAt } from '@jiceng/core/json/pointer.js';
import type { Definition } from '@jiceng/core/generated/definition.js';
import { translated } from '@jiceng/core/definition/translated.js';
import type { Language } from '@jiceng/core/text/problem.js';
import { CHOICES_IN_PLACE, CHOICE_WORDS, ENVELOPE_WORDS } from './choices.messages.ts';
import { listFields, nodeAt } from './field-list.ts';
import type { ChoiceSource } from './kinds/kind-spec.ts';
import type { Thing } from './thing.ts';

/** What choices are taken from. */
export interface ChoiceContext {
  readonly document: Json;
  readonly thing: Thing;
  readonly language: Language;
  /** The definitions in force beside this one. */
  readonly definitions: readonly Definition[];
}

/** A value to choose, as a schema writes it. */
export type Choice = { readonly const: string; readonly title: string };

const zh = (language: Language): 0 | 1 => (language === 'zh-CN' ? 0 : 1);

/** The words of a value that the metaschema lists; the value itself where there are none. */
export function choiceTitle(place: string, value: string, language: Language): string {
  const words = own(own(CHOICES_IN_PLACE, place) ?? {}, value) ?? own(CHOICE_WORDS, value);
  return words?.[zh(language)] ?? value;
}

/** The choices of a source, in the order of the document. */
export function choicesOf(source: ChoiceSource, context: ChoiceContext): Choice[] {
  const { document, language, thing } = context;
  switch (source) {
    case 'fields':
      return fieldChoices(document);
    case 'dateFields':
      return fieldChoices(document, (kind) => kind === 'date' || kind === 'dateTime');
    case 'rowsFields':
      return [
        ...(isObject(valueAt(document, '/score'))
          ? [{ const: 'score.items', title: choiceTitle('', 'score.items', language) }]
          : []),
        ...fieldChoices(document, (kind) => kind === 'rows'),
      ];
    case 'ownerFields':
      return fieldChoices(document, (_, format) => format === 'organisation' || format === 'person');
    case 'states':
      return titled(valueAt(document, '/states'));
    case 'bands':
      return titled(valueAt(document, '/score/bands'));
    case 'items':
      return listAt(document, '/score/dimensions')
        .flatMap((dimension) => titled(isObject(dimension) ? own(dimension, 'items') : undefined))
        .filter((choice) => choice.const !== own(thing.value, 'id'));
    case 'steps':
      return listAt(document, '/process/stages')
        .flatMap((stage) => titled(isObject(stage) ? own(stage, 'steps') : undefined))
        .filter((choice) => choice.const !== own(thing.value, 'id'));
    case 'definitions':
      return context.definitions.map((definition) => ({
        const: definition.id,
        title: translated(definition, language).title,
      }));
    case 'envelope':
      return Object.keys(ENVELOPE_WORDS).map((name) => ({
        const: name,
        title: ENVELOPE_WORDS[name]?.[zh(language)] ?? name,
      }));
    case 'triggers':
      return triggers(document, language);
    case 'widgets':
      return [];
  }
}

function fieldChoices(document: Json, suits?: (kind: string, format: string | undefined) => boolean): Choice[] {
  return listFields(document)
    .filter(({ pointer }) => {
      const node = suits && nodeAt(document, pointer);
      return !suits || (node !== undefined && suits(node.kind, node.format ?? node.item()?.format));
    })
    .map(({ address, title }) => ({ const: address, title }));
}

/** When a hand-over can be looked at: saving, every day, and each move and step. */
function triggers(document: Json, language: Language): Choice[] {
  const steps = listAt(document, '/process/stages').flatMap((stage) =>
    titled(isObject(stage) ? own(stage, 'steps') : undefined),
  );
  return [
    ...['save', 'tick'].map((value) => ({ const: value, title: choiceTitle('', value, language) })),
    ...titled(valueAt(document, '/moves')).map((move) => ({
      const: `move:${move.const}`,
      title: language === 'en' ? `move: ${move.title}` : `流转：${move.title}`,
    })),
    ...(isObject(valueAt(document, '/filing'))
      ? [
          { const: 'filing:accept', title: language === 'en' ? 'filing accepted' : '填报审核通过' },
          { const: 'filing:submit', title: language === 'en' ? 'filing submitted' : '填报上报' },
        ]
      : []),
    ...steps.map((step) => ({
      const: `step:${step.const}`,
      title: language === 'en' ? `step: ${step.title}` : `步骤：${step.title}`,
    })),
  ];
}

function listAt(document: Json, pointer: string): readonly Json[] {
  const list = valueAt(document, pointer);
  return Array.isArray(list) ? list : [];
}

/** Things with an id, by their titles. */
function titled(list: Json | undefined): Choice[] {
  return (Array.isArray(list) ? list : []).flatMap((thing: Json) => {
    const id = isObject(thing) ? own(thing, 'id') : undefined;
    const title = isObject(thing) ? own(thing, 'title') : undefined;
    return typeof id === 'string' && id !== ''
      ? [{ const: id, title: typeof title === 'string' && title !== '' ? title : id }]
      : [];
  });
}

/** A schema that offers these values. */
export const oneOf = (choices: readonly Choice[]): JsonObject => ({
  type: 'string',
  oneOf: choices.map(({ const: value, title }) => ({ const: value, title })),
});
