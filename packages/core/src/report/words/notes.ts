import { translated } from '../../definition/translated.ts';
import type { Counted, DataSet, Measure } from '../../generated/report.ts';
import { conditionText } from '../../logic/rule-text.ts';
import { spokenFormula } from '../../logic/speak.ts';
import type { Words } from '../../logic/words.ts';
import { basisText } from '../../text/basis.ts';
import { compareVersions } from '../../version/version-number.ts';
import { wayOf } from '../document/places.ts';
import type { Work } from '../work.ts';
import { numberText } from './numbers-text.ts';
import { noteWords, type NoteWords } from './notes.messages.ts';
import { basesOf, sourceOf } from '../document/report-index.ts';
import { languageOf } from './report.messages.ts';
import { measureWordsOf, rowWords } from './speech.ts';

/** How the numbers are made: data sets, measures that blocks use, ranking rules, and what the report adds itself. */
export function notesOf(work: Work): readonly string[] {
  const words = noteWords(work.locale);
  const { report, context } = work;
  const used = new Set(report.blocks.flatMap((block) => measureIds(block)));
  for (const id of [...used]) for (const base of basesOf(context.index, id)) used.add(base.id);
  const measures = [...context.index.measures.values()].filter(({ id }) => used.has(id));
  const isAsThen = report.choices?.organisation !== undefined ? [context.isAsThen ? words.asThen : words.asNow] : [];
  const boards = report.blocks.flatMap((block) =>
    block.block === 'board' ? [words.board(block.smallest ?? 5, block.provisionalBelow ?? 80)] : [],
  );
  return [
    ...report.data.map((data) => dataNote(data, work, words)),
    ...mixedVersions(work, words),
    ...isAsThen,
    ...measures.map((measure) => measureNote(measure, work)),
    words.rates,
    words.missing,
    ...new Set(boards),
    ...(report.notes ?? []),
  ];
}

/** Forms whose records were filled in with several versions: what only one of them asks is blank in the others. */
function mixedVersions(work: Work, words: NoteWords): readonly string[] {
  const { report, context } = work;
  const ids = new Set(report.data.flatMap((data) => [...(data.records ?? []), ...(data.filings ?? [])]));
  return [...ids].flatMap((id) => {
    const counts = work.data.versions(id);
    if (counts.size < 2) return [];
    const versions = [...counts]
      .sort(([a], [b]) => compareVersions(a, b))
      .map(([version, count]) => words.version(version, count));
    return [words.mixed(work.definitionTitle(id), context.words.list(versions))];
  });
}

/** Every measure that a block names, wherever in it. */
function measureIds(block: unknown): string[] {
  if (typeof block === 'string') return [block];
  return typeof block === 'object' && block !== null ? Object.values(block).flatMap(measureIds) : [];
}

function dataNote(data: DataSet, work: Work, words: NoteWords): string {
  const { context, locale } = work;
  const states = (data.states ?? []).map((id) => {
    for (const definitionId of data.records ?? data.filings ?? []) {
      const compiled = context.sources.definition(definitionId);
      const state = compiled && translated(compiled.definition, locale).states?.find((entry) => entry.id === id);
      if (state) return state.title;
    }
    return context.words.filingStates[id] ?? id;
  });
  const parts = [words.source[sourceOf(data) ?? 'records']];
  if (states.length > 0) parts.push(words.states(context.words.list([...new Set(states)])));
  if (data.where !== undefined) parts.push(words.where(conditionText(data.where, rowWords(data.id, work))));
  if (data.on !== undefined) parts.push(words.on(fieldTitle(data, data.on, work)));
  if (data.source !== undefined) parts.push(words.basis(basisText(data.source, languageOf(locale))));
  return words.labelled(work.dataTitle(data.id), parts);
}

function fieldTitle(data: DataSet, pointer: string, { context, locale }: Work): string {
  for (const id of data.records ?? []) {
    const compiled = context.sources.definition(id);
    const field = compiled && context.compiled(translated(compiled.definition, locale)).field(pointer);
    if (field) return field.title;
  }
  return pointer;
}

/** How one measure is computed, in words; also for whoever opens its number. */
export function measureNote(measure: Measure, work: Work): string {
  const words = noteWords(work.locale);
  const { context } = work;
  const { title, unit, places } = work.wordsOf(measure.id);
  const parts: string[] = [];
  if (measure.description !== undefined) parts.push(measure.description.replace(/[.。]$/, ''));
  if ('num' in measure) {
    const spoken = rowWords(measure.data, work);
    const num = sideText(measure.num, words, spoken);
    parts.push(words.formula(measure.den ? words.rate(num, sideText(measure.den, words, spoken)) : num));
    if (measure.where !== undefined) parts.push(words.where(conditionText(measure.where, spoken)));
  }
  if ('fact' in measure)
    parts.push(words.fact(context.sources.facts.declaration(measure.fact, work.locale)?.title ?? measure.fact));
  if ('filing' in measure) parts.push(words.filing[measure.filing]);
  if ('of' in measure) parts.push(words.derived(measure, work.wordsOf(measure.of).title));
  if ('formula' in measure) parts.push(words.formula(spokenFormula(measure.formula, measureWordsOf(work))));
  if ('over' in measure) {
    const [spoken, isAll] = [measureWordsOf(work), measure.having === undefined || isTrue(measure.having)];
    parts.push(
      words.members(
        measure.take ?? 'count',
        context.index.dimensions.get(measure.over)?.title ?? measure.over,
        spokenFormula(measure.value ?? '', spoken),
        isAll ? '' : conditionText(measure.having ?? '', spoken),
      ),
    );
  }
  const target = context.number(measure.target);
  if (target !== null) parts.push(words.target(`${numberText(target, places)}${unit}`));
  else if (typeof measure.target === 'string')
    parts.push(words.target(spokenFormula(measure.target, measureWordsOf(work))));
  const limits = (measure.thresholds ?? []).map((threshold) => {
    const limit = context.number(threshold.at);
    return limit === null
      ? words.rest(threshold.title)
      : `${threshold.title} ${context.words.limit(`${numberText(limit, places)}${unit}`, measure.direction === 'down')}`;
  });
  if (limits.length > 0) parts.push(words.thresholds(context.words.list(limits)));
  if (measure.source !== undefined) parts.push(words.basis(basisText(measure.source, languageOf(work.locale))));
  return words.labelled(title, parts);
}

function sideText(counted: Counted, words: NoteWords, spoken: Words): string {
  const way = wayOf(counted) ?? 'count';
  const text = counted[way] ?? '';
  if (way !== 'count') return words.ways[way](spokenFormula(text, spoken), counted.at ?? 50);
  return words.ways.count(isTrue(text) ? '' : conditionText(text, spoken), 0);
}

const isTrue = (formula: string): boolean => /^=?\s*TRUE(\(\))?\s*$/i.test(formula);
