import { daysInMonth } from '@jiceng/core/time/month.js';
import { isoWeekday, toDateText, toDay, toSerial } from '@jiceng/core/time/serial.js';
import { button, clear, make } from '../internal/nodes.ts';
import { openPopup } from '../internal/popup.ts';
import { moreMessages } from './more.messages.ts';

interface CalendarOptions {
  readonly anchor: HTMLElement;
  readonly layer: HTMLElement;
  readonly label: string;
  readonly locale: string;
  readonly today: string;
  readonly value: string | undefined;
  choose(day: string | undefined): void;
}

const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

/**
 * A month as a grid, Monday first. Arrows go by day and week, PageUp and PageDown by month, Home and End to the ends of
 * the week.
 */
export function calendarPopup({ anchor, layer, label, locale, today, value, choose }: CalendarOptions): void {
  const text = moreMessages(locale);
  const now = serialOf(today) ?? 45_000;
  const chosen = serialOf(value);
  let active = chosen ?? now;
  openPopup({
    anchor,
    layer,
    label,
    width: 300,
    height: 380,
    className: 'calendar',
    build(dialog, close) {
      const title = make('div', { class: 'calendar-title', 'aria-live': 'polite' });
      const grid = make('table', { role: 'grid', class: 'calendar-grid' });
      const end = (day: number | undefined) => {
        close();
        choose(day === undefined ? undefined : toDateText(day));
      };
      const go = (to: number) => {
        active = Math.max(1, to);
        draw();
        grid.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
      };
      const turn = (months: number) => {
        const { year, month, day } = toDay(active);
        const first = toDay(toSerial(year, month + months, 1));
        go(toSerial(first.year, first.month, Math.min(day, daysInMonth(first.year, first.month))));
      };
      const arrow = (words: string, name: string, months: number) => {
        const node = button(
          name,
          () => {
            turn(months);
            node.focus();
          },
          'button plain',
        );
        node.setAttribute('aria-label', words);
        return node;
      };
      const draw = () => {
        const { year, month } = toDay(active);
        title.textContent = text.month(year, month);
        const first = toSerial(year, month, 1);
        const rows: Node[] = [make('tr', {}, ...text.weekdays.map((name) => make('th', { scope: 'col' }, name)))];
        for (let week = first - isoWeekday(first) + 1; week < first + daysInMonth(year, month); week += 7) {
          rows.push(make('tr', {}, ...Array.from({ length: 7 }, (_, at) => day(week + at, month))));
        }
        clear(grid);
        grid.append(...rows);
      };
      const day = (serial: number, month: number): Node => {
        const at = toDay(serial);
        const cell = make(
          'td',
          {
            role: 'gridcell',
            class: `day${at.month === month ? '' : ' other'}${serial === now ? ' today' : ''}`,
            tabindex: serial === active ? '0' : '-1',
            'aria-selected': serial === chosen ? 'true' : 'false',
            'aria-label': text.day(at.year, at.month, at.day) + (serial === now ? text.todayMark : ''),
          },
          String(at.day),
        );
        cell.addEventListener('click', () => end(serial));
        return cell;
      };
      grid.addEventListener('keydown', (event) => {
        const step = STEPS[event.key];
        if (step !== undefined) go(active + step);
        else if (event.key === 'PageUp' || event.key === 'PageDown')
          turn((event.key === 'PageUp' ? -1 : 1) * (event.shiftKey ? 12 : 1));
        else if (event.key === 'Home') go(active - isoWeekday(active) + 1);
        else if (event.key === 'End') go(active + 7 - isoWeekday(active));
        else if (event.key === 'Enter' || event.key === ' ') end(active);
        else return;
        event.preventDefault();
      });
      dialog.append(
        make(
          'div',
          { class: 'calendar-head' },
          arrow(text.previousYear, '«', -12),
          arrow(text.previousMonth, '‹', -1),
          title,
          arrow(text.nextMonth, '›', 1),
          arrow(text.nextYear, '»', 12),
        ),
        grid,
        make(
          'div',
          { class: 'popup-actions' },
          button(text.today, () => end(now), 'button plain'),
          button(text.clear, () => end(undefined), 'button plain'),
          button(text.close, close, 'button plain'),
        ),
      );
      draw();
      queueMicrotask(() => grid.querySelector<HTMLElement>('[tabindex="0"]')?.focus());
    },
  });
}

function serialOf(date: string | undefined): number | undefined {
  const found = /^(\d{4})-(\d\d)-(\d\d)/.exec(date ?? '');
  return found ? toSerial(Number(found[1]), Number(found[2]), Number(found[3])) : undefined;
}
