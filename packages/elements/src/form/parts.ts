import { hasFormulas, provideFormulas } from '@jiceng/core/form/formula-part.js';
import { provideRows } from '@jiceng/core/form/rows-part.js';
import { usesFormulas } from '@jiceng/core/form/uses-formulas.js';
import type { Definition, FieldRef } from '@jiceng/core/generated/definition.js';
import { isObject } from '@jiceng/core/json/json.js';
import { someKey } from '@jiceng/core/json/keywords.js';
import { pointerParts } from '@jiceng/core/json/pointer.js';
import { hasTextPart, provideTextPart } from '@jiceng/core/schema/formats/text-part.js';
import { isTextKeyword } from '@jiceng/core/schema/formats/uses-texts.js';
import { offerWidgets } from '../widgets/registry.ts';
import { isMoreKeyword, isRareKeyword, isRowsKeyword } from '../widgets/uses-more.ts';
import type { WidgetType } from '../widgets/widget.ts';

/** Widgets that come together: periods and files; pickers and values of several types; tables. */
type Part = 'more' | 'rare' | 'rows';

const here = new Set<Part>();

/** Brings a part's widgets; forms that need them load those that are not here. */
export function provideWidgets(part: Part, widgets: readonly WidgetType[]): void {
  offerWidgets(widgets);
  here.add(part);
}

/**
 * Loads what the forms of a definition need beyond what every form needs: the formula engine, patterns and rare
 * formats, pickers, tables. Undefined when all is there. The structure of the definition must have been checked.
 */
export function missingParts(
  definition: Definition,
  fields: readonly FieldRef[] | undefined,
): Promise<unknown> | undefined {
  const { record, view } = definition;
  let texts = false;
  let more = false;
  let rare = false;
  let rows = false;
  // All in one walk: definitions may be large.
  const shown = fields ? [shownOf(record, fields), fields] : [record, view];
  someKey(shown, (key, value) => {
    texts ||= isTextKeyword(key, value);
    more ||= isMoreKeyword(key, value);
    rare ||= isRareKeyword(key, value);
    rows ||= isRowsKeyword(key, value);
    return false;
  });
  if (fields) texts ||= someKey(record, isTextKeyword);
  const waits: Promise<void>[] = [];
  if (!hasFormulas() && usesFormulas(definition, fields)) {
    waits.push(
      import('@jiceng/core/form/formula-engine.js').then(({ formulaEngine }) => {
        provideFormulas(formulaEngine);
        provideRows(formulaEngine.RowsModel);
      }),
    );
  }
  if (!hasTextPart() && texts)
    waits.push(
      import('@jiceng/core/schema/formats/text-judges.js').then(({ textJudges }) => provideTextPart(textJudges)),
    );
  if (!here.has('more') && more)
    waits.push(import('../widgets/more.ts').then(({ moreWidgets }) => provideWidgets('more', moreWidgets)));
  if (!here.has('rare') && rare)
    waits.push(import('../widgets/rare.ts').then(({ rareWidgets }) => provideWidgets('rare', rareWidgets)));
  if (!here.has('rows') && rows) {
    waits.push(
      import('../widgets/rows.ts').then(({ rowsWidget, RowsModel }) => {
        provideRows(RowsModel);
        provideWidgets('rows', [rowsWidget]);
      }),
    );
  }
  return waits.length > 0 ? Promise.all(waits) : undefined;
}

/** A record schema without the properties that no field shows. */
function shownOf(record: Definition['record'], fields: readonly FieldRef[]): object {
  const { properties } = record as { readonly properties?: unknown };
  if (!isObject(properties)) return record;
  const names = new Set(fields.map((field) => pointerParts(typeof field === 'string' ? field : field.field)[0]));
  return { ...record, properties: Object.fromEntries(Object.entries(properties).filter(([name]) => names.has(name))) };
}
