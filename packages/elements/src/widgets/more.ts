import { filesWidget } from './files.ts';
import { periodWidget } from './period.ts';
import type { WidgetType } from './widget.ts';

/** Widgets that many forms do without, as one part. */
export const moreWidgets: readonly WidgetType[] = [periodWidget, filesWidget];
