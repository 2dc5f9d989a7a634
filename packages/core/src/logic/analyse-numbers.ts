import { namesInText } from '../definition/with-numbers.ts';
import type { Definition } from '../generated/definition.ts';
import { childPointer } from '../json/pointer.ts';
import type { Finding, Study } from './finding.ts';

/** A text that people read beside formulas which decide what it speaks of. */
interface Said {
  readonly text: string | undefined;
  readonly pointer: string;
  readonly formulas: readonly (string | number | undefined)[];
}

/**
 * Texts that write out a number which is a parameter's: once the administrator changes the parameter they are wrong,
 * and those that were right before the last change are so already. Certain only where the number comes from nothing
 * else that the formulas beside the text read. A parameter that the text names in braces is told.
 */
export function numberFindings(study: Study): Finding[] {
  const {
    definition: { texts = {} },
  } = study;
  return saidIn(study.definition).flatMap((said) => [
    ...typedNumber(study, said),
    ...Object.keys(texts).flatMap((language) =>
      typedNumber(study, {
        ...said,
        text: texts[language]?.[said.pointer],
        pointer: childPointer(`/texts/${language}`, said.pointer),
      }),
    ),
  ]);
}

function typedNumber(study: Study, { text = '', pointer, formulas }: Said): Finding[] {
  const told = numbersIn(text);
  if (told.length === 0) return [];
  const { parameters = {} } = study.definition;
  const texts = formulas.filter((formula): formula is string => typeof formula === 'string');
  const names = texts.flatMap((formula) => study.compiled.formula(formula).names);
  const known = new Set([
    ...formulas.filter((formula): formula is number => typeof formula === 'number'),
    ...texts.flatMap((formula) => numbersIn(formula.replace(/"[^"]*"/g, ' '))),
    // “35岁以下比例” is a name
    ...names.flatMap((name) =>
      numbersIn(`${parameters[name]?.title ?? ''} ${study.compiled.field(`/${name}`)?.title ?? ''}`),
    ),
  ]);
  const limits = new Map(
    names.flatMap((name) => {
      const value = study.compiled.names.get(name) === 'parameter' ? parameters[name]?.value : undefined;
      return typeof value === 'number' && !namesInText(text).includes(name) ? [[name, value] as const] : [];
    }),
  );
  const found = (
    code: 'stale-number' | 'copied-number',
    said: number,
    [name, value]: readonly [string, number],
  ): Finding[] => [
    study.found(code, pointer, [], (words) => [
      String(said),
      study.titled(words, (definition) => definition.parameters?.[name]?.title),
      String(value),
      name,
    ]),
  ];
  const unknown = told.filter((number) => !known.has(number));
  const stale = unknown.find((number) => ![...limits.values()].includes(number));
  const silent = [...limits].find(([, value]) => !told.includes(value));
  if (stale !== undefined && silent) return found('stale-number', stale, silent);
  const copied = [...limits].find(([, value]) => unknown.includes(value));
  return copied ? found('copied-number', copied[1], copied) : [];
}

const numbersIn = (text: string): readonly number[] => (text.match(/\d+(?:\.\d+)?/g) ?? []).map(Number);

/** Messages and descriptions with the formulas that they are about. */
function saidIn({ rules = [], moves = [], score, process, ledger }: Definition): readonly Said[] {
  const list = <T>(
    all: readonly T[] | undefined,
    pointer: string,
    say: (each: T, at: string) => readonly Said[],
  ): readonly Said[] => (all ?? []).flatMap((each, at) => say(each, childPointer(pointer, at)));
  return [
    ...list(rules, '/rules', (rule, at) =>
      'check' in rule ? [{ text: rule.message, pointer: `${at}/message`, formulas: [rule.check] }] : [],
    ),
    ...list(moves, '/moves', ({ description, auto, guard }, at) => [
      { text: description, pointer: `${at}/description`, formulas: [auto, ...(guard ?? []).map(({ when }) => when)] },
      ...list(guard, `${at}/guard`, ({ message, when }, place) => [
        { text: message, pointer: `${place}/message`, formulas: [when] },
      ]),
    ]),
    ...list(score?.dimensions, '/score/dimensions', ({ items }, at) =>
      list(items, `${at}/items`, ({ rule, value, required, full, per, steps, applicable }, place) => [
        {
          text: rule,
          pointer: `${place}/rule`,
          formulas: [
            value,
            required,
            full,
            per,
            applicable,
            ...(steps ?? []).flatMap((step) => [step.at, step.points]),
          ],
        },
      ]),
    ),
    ...list(process?.stages, '/process/stages', ({ steps }, at) =>
      list(steps, `${at}/steps`, ({ check }, place) =>
        list(check, `${place}/check`, ({ message, when }, here) => [
          { text: message, pointer: `${here}/message`, formulas: [when] },
        ]),
      ),
    ),
    ...list(ledger?.lamp, '/ledger/lamp', ({ title, when }, at) => [
      { text: title, pointer: `${at}/title`, formulas: [when] },
    ]),
    ...list(ledger?.counters, '/ledger/counters', ({ title, when }, at) => [
      { text: title, pointer: `${at}/title`, formulas: [when] },
    ]),
  ];
}
