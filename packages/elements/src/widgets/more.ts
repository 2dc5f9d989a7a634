import { filesWidget } from './files.ts';
import { periodWidget } from './period.ts';
import { organisationWidget, personWidget, searchWidget } from './picked.ts';
import { rowsWidget } from './rows.ts';
import type { WidgetType } from './widget.ts';

/** Widgets that many forms do without, as one part: a page loads them when a form has such a field (`uses-more.ts`). */
export const moreWidgets: readonly WidgetType[] = [periodWidget, searchWidget, organisationWidget, personWidget, filesWidget, rowsWidget];
