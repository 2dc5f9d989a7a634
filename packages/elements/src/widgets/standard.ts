import { checkboxesWidget, checkboxWidget, radioWidget, selectWidget, switchWidget, yesNoWidget } from './choice.ts';
import { dateTimeWidget, dateWidget } from './date.ts';
import { moneyWidget, numberWidget, percentWidget } from './number.ts';
import { offerWidgets } from './registry.ts';
import { linesWidget, longTextWidget, textWidget } from './text.ts';

/** Offers the widgets that every form has. */
export function offerStandardWidgets(): void {
  offerWidgets([
    textWidget,
    longTextWidget,
    linesWidget,
    numberWidget,
    moneyWidget,
    percentWidget,
    dateWidget,
    dateTimeWidget,
    selectWidget,
    radioWidget,
    checkboxesWidget,
    yesNoWidget,
    checkboxWidget,
    switchWidget,
  ]);
}
