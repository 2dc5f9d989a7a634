import { withoutLocalParts } from '@jiceng/core/definition/without-local.js';
import type { Definition, Period } from '@jiceng/core/generated/definition.js';
import type { Json, JsonObject } from '@jiceng/core/json/json.js';
import { writeJson } from '../document/write-json.ts';

/** What people decide before they start to draw. */
export interface Beginning {
  /** Stable id, kebab-case. */
  readonly id: string;
  readonly title: string;
  /** How often it is filled in; `undefined`: as things happen. */
  readonly period?: Period | undefined;
}

/** A definition in which nothing is asked yet. Its purpose is still to be written: the publish check asks for it. */
export function emptyDefinition({ id, title, period }: Beginning): JsonObject {
  return {
    $schema: 'https://jiceng.dev/schemas/definition/1.json',
    id,
    version: '1.0.0',
    title,
    purpose: { readBy: 'county', decision: '请写明' },
    subject: period === undefined ? 'item' : 'organisation',
    record: { type: 'object', properties: {} },
    ...(period === undefined
      ? {}
      : {
          filing: { period, due: 'periodEndOn+10', review: [{ at: 'parent', does: '核对填报内容，有误的退回修改。' }] },
        }),
  };
}

/** The text of a new document. */
export const textOf = (value: Json): string => `${writeJson(value)}\n`;

/**
 * A copy of a template as a definition of one's own: its first version, under another id and title, with its facts
 * named after it; what townships have added to it stays behind.
 */
export function copyOfTemplate(whole: Definition, { id, title, period }: Beginning): string {
  const template = withoutLocalParts(whole);
  const copy = {
    ...template,
    id,
    version: '1.0.0',
    title,
    ...(period === undefined ? {} : inPeriod(template, period)),
  } as unknown as JsonObject;
  const text = textOf(copy);
  if (id === template.id) return text;
  // A fact's name begins with the definition that establishes it: in lists of facts, and in formulas, where quotes are
  // escaped.
  return (template.facts ?? []).reduce((now, fact) => {
    const to = `${id}${fact.id.slice(fact.id.indexOf('/'))}`;
    return now.split(`"${fact.id}"`).join(`"${to}"`).split(`"${fact.id}\\"`).join(`"${to}\\"`);
  }, text);
}

/** Dates that are named after a part of the year mean nothing in another period. */
const IN_YEAR = /\b(?:DATE|MONTH)\(/;

/**
 * What changes in a template that is filed in another period: the days that were written for its own, and the grain of
 * what it establishes.
 */
function inPeriod({ filing, facts }: Definition, period: Period): Partial<Definition> {
  if (!filing || filing.period === period) return {};
  const { opens, ...others } = filing;
  const isKept = opens !== undefined && !IN_YEAR.test(opens);
  return {
    filing: { ...(isKept ? filing : others), period, due: IN_YEAR.test(filing.due) ? 'periodEndOn+10' : filing.due },
    ...(facts
      ? {
          facts: facts.map((fact) =>
            fact.grain === filing.period ? { ...fact, grain: period as typeof fact.grain } : fact,
          ),
        }
      : {}),
  };
}

/** An id that is not in `taken`: the one wished for, or that with a number. */
export function freeId(wish: string, taken: ReadonlySet<string>): string {
  let id = wish;
  for (let copy = 2; taken.has(id); copy++) id = `${wish}-${copy}`;
  return id;
}
