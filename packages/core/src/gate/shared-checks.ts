// What definitions and reports have alike: ids, parameters and translations.
import { textPlaces } from '../definition/text-places.ts';
import { namesInText, sayable } from '../definition/with-numbers.ts';
import type { Parameter } from '../generated/definition.ts';
import { own, type Json } from '../json/json.ts';
import { UNSAFE_KEYS, childPointer, valueAt } from '../json/pointer.ts';
import { problem, type Problem } from '../text/problem.ts';

/** A name through which programs could reach a prototype. */
export function unsafeNames(name: string, pointer: string): Problem[] {
  return UNSAFE_KEYS.has(name)
    ? [
        problem(
          pointer,
          'unsafe-name',
          `名称“${name}”不能使用，请换一个名称。`,
          `nothing can be called ${name}; choose another name`,
        ),
      ]
    : [];
}

/** Ids that are used twice among `entries`, or cannot be used at all. `pointer` leads to the entry. */
export function checkIds(entries: readonly { readonly id: string; readonly pointer: string }[]): Problem[] {
  const seen = new Set<string>();
  return entries.flatMap(({ id, pointer }) => {
    const isTwice = seen.has(id);
    seen.add(id);
    return [
      ...unsafeNames(id, `${pointer}/id`),
      ...(isTwice
        ? [
            problem(
              `${pointer}/id`,
              'duplicate-id',
              `标识“${id}”重复，请改为不同的标识。`,
              `the id ${id} is used twice`,
            ),
          ]
        : []),
    ];
  });
}

/**
 * Parameters have names that can be used and values within their limits; `clash` says what else has a parameter's name.
 */
export function checkParameters(
  parameters: Readonly<Record<string, Parameter>> | undefined,
  clash: (name: string, pointer: string) => readonly Problem[],
): Problem[] {
  return Object.entries(parameters ?? {}).flatMap(([name, { value, min, max, title }]) => {
    const pointer = childPointer('/parameters', name);
    const unsafe = unsafeNames(name, pointer);
    const isOutside =
      typeof value === 'number' && ((min !== undefined && value < min) || (max !== undefined && value > max));
    return [
      ...(unsafe.length > 0 ? unsafe : clash(name, pointer)),
      ...(isOutside
        ? [
            problem(
              `${pointer}/value`,
              'parameter-out-of-range',
              `参数“${title}”的取值 ${value} 超出允许范围。`,
              `${name} is ${value}, outside ${min ?? '−∞'}…${max ?? '∞'}`,
            ),
          ]
        : []),
    ];
  });
}

/** Whose texts are checked. */
interface Speaking {
  readonly texts?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly parameters?: Readonly<Record<string, Parameter>>;
}

/** A translation must have a text to translate, and a name in braces a parameter that can be read out. */
export function checkTexts(document: Speaking): Problem[] {
  const stray = Object.entries(document.texts ?? {}).flatMap(([language, texts]) =>
    Object.keys(texts)
      .filter(
        (pointer) => !pointer.startsWith('/') || typeof valueAt(document as unknown as Json, pointer) !== 'string',
      )
      .map((pointer) =>
        problem(
          childPointer(`/texts/${language}`, pointer),
          'text-without-place',
          `译文对应的位置“${pointer}”没有文字。`,
          `there is no text at ${pointer}`,
        ),
      ),
  );
  const places = [
    ...textPlaces(document as unknown as Json),
    ...Object.entries(document.texts ?? {}).flatMap(([language, texts]) =>
      Object.entries(texts).map(([pointer, text]) => ({ pointer: childPointer(`/texts/${language}`, pointer), text })),
    ),
  ];
  return [
    ...stray,
    ...places.flatMap(({ pointer, text }) =>
      namesInText(text)
        .filter((name) => sayable(own(document.parameters ?? {}, name)) === undefined)
        .map((name) =>
          problem(
            pointer,
            'text-unknown-parameter',
            `文字中的“{${name}}”不是参数的名称，或者这个参数不是一个数或一段文字。`,
            `{${name}} in the text is no parameter that is a number or a text`,
          ),
        ),
    ),
  ];
}
