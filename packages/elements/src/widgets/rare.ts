import { mixedWidget } from './mixed.ts';
import { organisationWidget, personWidget, searchWidget } from './picked.ts';
import type { WidgetType } from './widget.ts';

/** Widgets that few forms have, as one part: those that pick in a popup, and values of several types. */
export const rareWidgets: readonly WidgetType[] = [searchWidget, organisationWidget, personWidget, mixedWidget];
