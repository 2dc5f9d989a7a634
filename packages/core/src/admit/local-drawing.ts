import type { Definition, ScoreDimension } from '../generated/definition.ts';
import type { LocalPart } from '../generated/local-part.ts';
import { sameJson } from '../json/changes.ts';
import { isObject, own, type Json, type JsonObject } from '../json/json.ts';
import { pointerParts, toPointer } from '../json/pointer.ts';
import { problem, type Problem, type Result } from '../text/problem.ts';
import { adjusting, withAdded, withLocalParts } from './local-part.ts';

/** Where the part's own head stands while it is drawn. */
const HEAD = 'x-local';

/** A core with one township's part as a document to draw in: everything in its place, nothing under conditions. */
export function drawingOf(core: Definition, { local, texts, ...head }: LocalPart): Definition {
  const { $schema: _, extends: _core, ...kept } = head;
  const drawing = withAdded(core, texts, local);
  const heads = Object.entries(texts ?? {}).map(
    ([language, entries]) =>
      [
        language,
        {
          ...drawing.texts?.[language],
          ...Object.fromEntries(
            Object.entries(entries)
              .filter(([pointer]) => !pointer.startsWith('/local/'))
              .map(([pointer, text]) => [`/${HEAD}${pointer}`, text]),
          ),
        },
      ] as const,
  );
  return { ...drawing, texts: { ...drawing.texts, ...Object.fromEntries(heads) }, [HEAD]: kept };
}

/** The part that was drawn, taken out of its drawing again. Tolerates any content; the gate judges it. */
export function localPartOf(drawing: Json, core: Definition): LocalPart {
  const document = isObject(drawing) ? drawing : {};
  const head = own(document, HEAD);
  const taken = (holder: Json | undefined, name: string, from: number): Json[] => {
    const list = isObject(holder) ? own(holder, name) : undefined;
    return Array.isArray(list) ? list.slice(from) : [];
  };
  const named = (holder: Json | undefined): JsonObject =>
    Object.fromEntries(Object.entries(isObject(holder) ? holder : {}).filter(([name]) => isOwnName(name)));
  const counts = countsOf(core);
  const [properties, parameters] = [
    named(own(isObject(document['record']) ? document['record'] : {}, 'properties')),
    named(own(document, 'parameters')),
  ];
  const texts = own(document, 'texts');
  const content: JsonObject = {
    properties,
    parameters,
    view: taken(document, 'view', counts.view),
    rules: taken(document, 'rules', counts.rules),
    dimensions: taken(own(document, 'score'), 'dimensions', counts.dimensions),
  };
  const local = Object.fromEntries(Object.entries(content).filter(([, value]) => !isEmpty(value)));
  return {
    $schema: 'https://jiceng.dev/schemas/local-part/1.json',
    ...(isObject(head) ? head : {}),
    extends: { id: core.id, version: core.version },
    local,
    texts: Object.fromEntries(
      Object.entries(isObject(texts) ? texts : {}).map(([language, entries]) => [
        language,
        Object.fromEntries(
          Object.entries(isObject(entries) ? entries : {}).flatMap(([pointer, text]) => {
            const place = placeInPart(pointer, counts);
            return place === undefined ? [] : [[place, text]];
          }),
        ),
      ]),
    ),
  } as unknown as LocalPart;
}

/** The gate of a drawing: the definition as its township will see it, or what is wrong, with places in the drawing. */
export function admitDrawing(drawing: Json, core: Definition): Result<Definition> {
  const counts = countsOf(core);
  const problems: Problem[] = [];
  if (!sameJson(coreOf(drawing, counts), coreOf(core as unknown as Json, counts)))
    problems.push(
      problem(
        '',
        'locked',
        '县里统一的部分被改动了，请撤销；只能修改自选部分。',
        'The core has been changed; undo that. Only the local part may be changed.',
      ),
    );
  const result = withLocalParts(core, [localPartOf(drawing, core)]);
  if (!result.ok)
    problems.push(
      ...result.problems.map((found) => ({
        ...found,
        pointer: placeInDrawing(found.pointer.slice('/0'.length), counts),
      })),
    );
  if (problems.length > 0) return { ok: false, problems };
  const { score } = drawing as unknown as Definition;
  const dimensions = score?.dimensions.map((dimension: ScoreDimension, at) =>
    at < counts.dimensions ? dimension : adjusting(dimension),
  );
  return {
    ok: true,
    value: {
      ...(drawing as unknown as Definition),
      ...(score ? { score: { ...score, dimensions: dimensions as unknown as typeof score.dimensions } } : {}),
    },
  };
}

/** Whether what stands at a pointer of the drawing belongs to the part, and may be changed. */
export function isOwnPlace(pointer: string, core: Definition): boolean {
  return isOwn(pointerParts(pointer), countsOf(core));
}

type Counts = Readonly<Record<'view' | 'rules' | 'dimensions', number>>;

const countsOf = ({ view, rules, score }: Definition): Counts => ({
  view: view?.length ?? 0,
  rules: rules?.length ?? 0,
  dimensions: score?.dimensions.length ?? 0,
});
const isOwnName = (name: string): boolean => name.startsWith('x_');

function isOwn([top, second = '', third = '']: readonly string[], counts: Counts): boolean {
  const isBehind = (at: string, count: number): boolean => at === '-' || Number(at) >= count;
  switch (top) {
    case HEAD:
      return true;
    case 'record':
      return second === 'properties' && isOwnName(third);
    case 'parameters':
      return isOwnName(second);
    case 'view':
    case 'rules':
      return second !== '' && isBehind(second, counts[top]);
    case 'score':
      return second === 'dimensions' && third !== '' && isBehind(third, counts.dimensions);
    case 'texts':
      return third !== '' && isOwn(pointerParts(third), counts);
    default:
      return false;
  }
}

/** A place of the drawing as a place of the part; `undefined` for places of the core. */
function placeInPart(pointer: string, counts: Counts): string | undefined {
  const parts = pointerParts(pointer);
  if (!isOwn(parts, counts)) return undefined;
  const [top = '', second = '', ...rest] = parts;
  if (top === HEAD) return toPointer([second, ...rest]);
  if (top === 'record') return toPointer(['local', second, ...rest]);
  if (top === 'score') return toPointer(['local', second, Number(rest[0]) - counts.dimensions, ...rest.slice(1)]);
  return toPointer([
    'local',
    top,
    top === 'parameters' ? second : Number(second) - counts[top as 'view' | 'rules'],
    ...rest,
  ]);
}

/** The other way round; places that are not inside `local` are the drawing's already. */
function placeInDrawing(pointer: string, counts: Counts): string {
  const [top, section = '', at = '', ...rest] = pointerParts(pointer);
  if (top !== 'local') return pointer;
  if (section === 'properties') return toPointer(['record', section, ...(at === '' ? [] : [at]), ...rest]);
  const shift = (counts as Readonly<Record<string, number>>)[section];
  const index = at === '' ? [] : [shift === undefined ? at : Number(at) + shift];
  return toPointer([...(section === 'dimensions' ? ['score', section] : [section]), ...index, ...rest]);
}

/** What of a drawing is not the part's; holders that are empty without the part do not count. */
function coreOf(drawing: Json, counts: Counts): Json {
  const strip = (value: Json, parts: readonly string[]): Json => {
    if (Array.isArray(value))
      return value
        .filter((_, at) => !isOwn([...parts, String(at)], counts))
        .map((item: Json, at) => strip(item, [...parts, String(at)]));
    if (!isObject(value)) return value;
    const kept = Object.entries(value).filter(([key]) => !isOwn([...parts, key], counts));
    return Object.fromEntries(
      kept
        .map(([key, inner]) => [key, parts.length < 3 ? strip(inner, [...parts, key]) : inner])
        .filter(([, inner]) => parts.length > 1 || !isEmpty(inner as Json)),
    );
  };
  return strip(drawing, []);
}

const isEmpty = (value: Json): boolean =>
  typeof value === 'object' && value !== null && Object.keys(value).length === 0;
