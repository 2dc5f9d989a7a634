import { translated } from '../../definition/translated.ts';
import { own } from '../../json/json.ts';
import { ENVELOPE_TITLES } from '../../logic/envelope.messages.ts';
import { wordsOf, type Word, type Words } from '../../logic/words.ts';
import type { Work } from '../work.ts';
import { numberText } from './numbers-text.ts';
import { languageOf } from './report.messages.ts';
import { REPORT_TITLES } from './speech.messages.ts';

/**
 * Words for formulas over the rows of a data set: the report's own names first, as formulas read them, then those of
 * its definitions.
 */
export function rowWords(dataId: string, work: Work): Words {
  const { context, locale } = work;
  const language = languageOf(locale);
  const data = context.index.data.get(dataId);
  const rows = data?.each?.startsWith('/') ? data.each : undefined;
  const inside = (data?.records ?? data?.filings ?? []).flatMap((id) => {
    const compiled = context.sources.definition(id);
    return compiled ? [wordsOf(context.compiled(translated(compiled.definition, locale)), { language, rows })] : [];
  });
  const first = (find: (words: Words) => Word | undefined): Word | undefined => {
    for (const words of inside) {
      const word = find(words);
      if (word) return word;
    }
    return undefined;
  };
  return {
    language,
    name: (name) =>
      parameterWord(name, work) ??
      first((words) => words.name(name)) ??
      plainWord(
        own(REPORT_TITLES, name)?.title[language] ?? ENVELOPE_TITLES.get(name)?.[language],
        own(REPORT_TITLES, name)?.kind,
      ),
    column: (list, column) => columnWord(list, column, work) ?? first((words) => words.column(list, column)),
    cell: (column) => first((words) => words.cell(column)),
    fact: (id) => first((words) => words.fact(id)),
    factBy: (id) => first((words) => words.factBy(id)),
    at: (pointer) => first((words) => words.at(pointer)),
  };
}

/** Words for formulas over measures. */
export function measureWordsOf(work: Work): Words {
  const language = languageOf(work.locale);
  const nothing = (): undefined => undefined;
  return {
    language,
    name(name) {
      if (!work.context.index.measures.has(name))
        return (
          parameterWord(name, work) ??
          plainWord(
            own(REPORT_TITLES, name)?.title[language] ?? ENVELOPE_TITLES.get(name)?.[language],
            own(REPORT_TITLES, name)?.kind,
          )
        );
      const { title, unit } = work.wordsOf(name);
      return { ...plainWord(title, 'number'), unit: unit === '' ? undefined : unit };
    },
    column: (list, column) => columnWord(list, column, work),
    cell: nothing,
    fact: nothing,
    factBy: nothing,
    at: nothing,
  };
}

/** A parameter of the report with what it stands at: who reads how a number is made wants to know the limit. */
function parameterWord(name: string, { report, context }: Work): Word | undefined {
  const parameter = own(report.parameters ?? {}, name);
  if (!parameter) return undefined;
  const { title, value, unit = '' } = parameter;
  const shown = typeof value === 'number' ? context.words.aside(`${numberText(value, placesOf(value))}${unit}`) : '';
  return {
    ...plainWord(
      `${title}${shown}`,
      typeof value === 'number'
        ? 'number'
        : typeof value === 'boolean'
          ? 'boolean'
          : typeof value === 'string'
            ? 'text'
            : 'list',
    ),
    unit: unit === '' ? undefined : unit,
  };
}

const placesOf = (value: number): number => Math.min(6, (/\.(\d+)/.exec(String(value))?.[1] ?? '').length);

/** A column of a parameter that is a table: its key, since nothing titles it. */
function columnWord(list: string, column: string, work: Work): Word | undefined {
  return parameterWord(list, work) && plainWord(column, 'unknown');
}

function plainWord(title: string, kind: Word['kind'] | undefined): Word;
function plainWord(title: string | undefined, kind: Word['kind'] | undefined): Word | undefined;
function plainWord(title: string | undefined, kind: Word['kind'] = 'unknown'): Word | undefined {
  return title === undefined ? undefined : { title, kind, options: [], unit: undefined, field: undefined };
}
