import { checkboxesWidget, checkboxWidget, radioWidget, selectWidget, switchWidget, yesNoWidget } from './choice.ts';
import { dateTimeWidget, dateWidget } from './date.ts';
import { filesWidget } from './files.ts';
import { moneyWidget, numberWidget, percentWidget } from './number.ts';
import { periodWidget } from './period.ts';
import { organisationWidget, personWidget, searchWidget } from './picked.ts';
import { registerWidget } from './registry.ts';
import { rowsWidget } from './rows.ts';
import { linesWidget, longTextWidget, textWidget } from './text.ts';

let done = false;

/** Registers the widgets that every form has. */
export function registerStandardWidgets(): void {
  if (done) return;
  done = true;
  for (const type of [
    textWidget, longTextWidget, linesWidget, numberWidget, moneyWidget, percentWidget, dateWidget, dateTimeWidget, periodWidget, selectWidget, radioWidget, checkboxesWidget,
    yesNoWidget, checkboxWidget, switchWidget, searchWidget, organisationWidget, personWidget, filesWidget, rowsWidget,
  ]) registerWidget(type);
}
