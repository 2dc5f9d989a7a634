import type { FieldModel } from '@jiceng/core/form/field.js';
import type { FieldSpec } from '@jiceng/core/form/layout.js';
import type { WidgetType } from './widget.ts';

const types = new Map<string, WidgetType>();
const warned = new Set<string>();

/** Adds a widget, or puts it in place of the one of the same name. Forms built later use it. */
export function registerWidget(type: WidgetType): void {
  types.set(type.name, type);
}

/** Adds widgets of ours; one of the same name that a portal has registered stays. */
export function offerWidgets(offered: readonly WidgetType[]): void {
  for (const type of offered) if (!types.has(type.name)) types.set(type.name, type);
}

/**
 * The widget for a field: the one that the view names, if it suits, or the best. An unknown name is ignored with a
 * warning.
 */
export function widgetFor(field: FieldModel, spec: FieldSpec): WidgetType | undefined {
  if (spec.widget !== undefined) {
    const named = types.get(spec.widget);
    if (named && named.rank(field, spec) > 0) return named;
    const about = `${spec.pointer} ${spec.widget}`;
    if (!warned.has(about)) {
      warned.add(about);
      console.warn(
        `Jiceng: ${spec.pointer}: widget "${spec.widget}" ${named ? 'does not suit this field' : 'is not known'}; the default is used.`,
      );
    }
  }
  let best: WidgetType | undefined;
  let most = 0;
  for (const type of types.values()) {
    const rank = type.rank(field, spec);
    if (rank > most) [best, most] = [type, rank];
  }
  return best;
}
