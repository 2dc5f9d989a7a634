import type { Pasted, PastedField, PastedItem } from '@jiceng/sheet/paste/result.js';

/** What people change in one line of the preview before they take it. */
export interface PasteChoice {
  readonly skipped?: boolean;
  readonly title?: string;
  readonly kind?: PastedField['kind'];
  readonly options?: readonly string[];
  readonly required?: boolean;
  readonly max?: number;
  readonly per?: number;
  readonly method?: PastedItem['method'];
}

/** Choices by the line's number, groups counted through. */
export type PasteChoices = ReadonlyMap<number, PasteChoice>;

/**
 * The pasted parts as people want them; lines that they do not want are gone. `keyFor`: a name for a field with another
 * title.
 */
export function chosen(pasted: Pasted, choices: PasteChoices, keyFor: (title: string) => string): Pasted {
  if (pasted.as === 'fields') {
    const keys = new Set<string>();
    const fields = pasted.fields.flatMap((field, at): PastedField[] => {
      const {
        skipped,
        title = field.title,
        kind = field.kind,
        options = field.options,
        required = field.required,
      } = choices.get(at) ?? {};
      if (skipped || title.trim() === '') return [];
      const wish = title === field.title ? field.key : keyFor(title);
      let key = wish;
      for (let copy = 2; keys.has(key); copy++) key = `${wish}${copy}`;
      keys.add(key);
      const isChoice = kind === 'choice' || kind === 'choices';
      // A choice without choices could never be filled in.
      return [
        {
          ...field,
          key,
          title: title.trim(),
          kind: isChoice && options.length === 0 ? 'text' : kind,
          options: isChoice ? options : [],
          required,
        },
      ];
    });
    return { ...pasted, fields };
  }
  let at = -1;
  const groups = pasted.groups.map((group) => ({
    ...group,
    items: group.items.flatMap((item): PastedItem[] => {
      at += 1;
      const {
        skipped,
        title = item.title,
        max = item.max,
        per = item.per,
        method = item.method,
      } = choices.get(at) ?? {};
      return skipped || title.trim() === '' ? [] : [{ ...item, title: title.trim(), max, per, method }];
    }),
  }));
  return { ...pasted, groups: groups.filter(({ items }) => items.length > 0) };
}

/** How many things would be taken. */
export const countOf = (pasted: Pasted): number =>
  pasted.as === 'fields' ? pasted.fields.length : pasted.groups.reduce((sum, { items }) => sum + items.length, 0);
