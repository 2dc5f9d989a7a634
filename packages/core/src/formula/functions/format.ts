import { fixedText, multiply, negate, sign } from '../../number/arithmetic.ts';
import { isNumber } from '../../number/decimal.ts';
import type { Num } from '../../number/decimal.ts';
import { isoWeekday, toDay } from '../../time/serial.ts';
import { numberOrDateOf, text } from '../coerce.ts';
import { secondsOfDay, wholeDays } from '../date-texts.ts';
import type { Run } from '../run.ts';
import { raise, type Cell } from '../value.ts';
import { inCalendar } from './serial.ts';

/** One thing that a format writes: itself, or what the letters stand for. */
interface Piece {
  readonly literal: boolean;
  readonly text: string;
}

const CHINESE = ['一', '二', '三', '四', '五', '六', '日'];
const ENGLISH = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/**
 * `cell` in one of the number formats of Excel that offices use: `0` `0.00` `#,##0` `0.0%` with texts around and `;`
 * sections, dates of `yyyy yy m mm mmm mmmm d dd aaa aaaa ddd dddd h hh m mm s ss AM/PM`, `@` and `General`. Else
 * `#VALUE!`.
 */
export function formatText(cell: Cell, format: string, run: Run): string {
  run.charge(1 + (format.length >> 2));
  if (format.length > 255) return raise('#VALUE!', 'bad-format', format);
  if (format === '') return '';
  if (typeof cell === 'boolean') return text(cell);
  const value = cell === null ? 0 : isNumber(cell) ? cell : numberOrDateOf(text(cell));
  const sections = sectionsOf(format);
  if (value === undefined) return textIn(sections, text(cell));
  const which = sections.length > 1 && sign(value) < 0 ? 1 : sections.length > 2 && sign(value) === 0 ? 2 : 0;
  const section = sections[which] as readonly Piece[];
  const code = section
    .filter((piece) => !piece.literal)
    .map((piece) => piece.text)
    .join('');
  const shown = which === 1 ? negate(value) : value;
  if (/^general$/i.test(code.trim())) return around(section, text(shown));
  if (code.includes('@')) return around(section, text(cell));
  if (/[ymdhsa]/i.test(code)) return dateIn(section, shown);
  return numberIn(section, shown);
}

/** The format cut at `;`, with quoted and escaped characters marked as literal. */
function sectionsOf(format: string): Piece[][] {
  const sections: Piece[][] = [[]];
  for (let at = 0; at < format.length; at++) {
    const character = format[at] as string;
    const section = sections[sections.length - 1] as Piece[];
    if (character === ';') sections.push([]);
    else if (character === '"') {
      const end = format.indexOf('"', at + 1);
      if (end < 0) return raise('#VALUE!', 'bad-format', format);
      section.push({ literal: true, text: format.slice(at + 1, end) });
      at = end;
    } else if (character === '\\') section.push({ literal: true, text: format[++at] ?? '' });
    else if (
      character === '[' ||
      character === '_' ||
      character === '*' ||
      character === '?' ||
      (character === '/' && /[0#]/.test(format))
    ) {
      return raise('#VALUE!', 'bad-format', format);
    } else section.push({ literal: !/[0-9#.,%@a-z]/i.test(character), text: character });
  }
  return sections;
}

/** The pieces of a section with everything that is not literal replaced by `value`, once. */
function around(section: readonly Piece[], value: string): string {
  let written = false;
  return section
    .map((piece) => {
      if (piece.literal) return piece.text;
      const first = !written;
      written = true;
      return first ? value : '';
    })
    .join('');
}

/** Text goes through the fourth section, or one with `@`; other formats leave it alone. */
function textIn(sections: readonly (readonly Piece[])[], value: string): string {
  const section =
    sections[3] ?? sections.find((pieces) => pieces.some((piece) => !piece.literal && piece.text === '@'));
  return section ? section.map((piece) => (!piece.literal && piece.text === '@' ? value : piece.text)).join('') : value;
}

/** A number in digits, with thousands signs if wanted. */
export function grouped(digits: string): string {
  const point = digits.indexOf('.');
  const whole = point < 0 ? digits : digits.slice(0, point);
  const rest = point < 0 ? '' : digits.slice(point);
  const minus = whole.startsWith('-') ? '-' : '';
  let shown = '';
  for (let end = whole.length; end > minus.length; end -= 3)
    shown = `${whole.slice(Math.max(minus.length, end - 3), end)}${shown && ','}${shown}`;
  return minus + shown + rest;
}

/** `#,##0.0#%` and its like: the part with `0`, `#`, `,`, `.` is one pattern, the rest stands around it. */
function numberIn(section: readonly Piece[], value: Num): string {
  const isPattern = (piece: Piece): boolean => !piece.literal && /[0#.,]/.test(piece.text);
  const first = section.findIndex(isPattern);
  const last = section.length - 1 - [...section].reverse().findIndex(isPattern);
  const outside = section.filter((_, at) => at < first || at > last || first < 0);
  if (
    outside.some((piece) => !piece.literal && piece.text !== '%') ||
    section.slice(first, last + 1).some((piece) => piece.literal && first >= 0)
  ) {
    return raise('#VALUE!', 'bad-format', section.map((piece) => piece.text).join(''));
  }
  const percents = outside.filter((piece) => !piece.literal).length;
  const scaled = percents > 0 ? multiply(value, 10 ** (2 * percents)) : value;
  const pattern =
    first < 0
      ? ''
      : section
          .slice(first, last + 1)
          .map((piece) => piece.text)
          .join('');
  const digits = first < 0 ? '' : patterned(scaled, pattern);
  const before = first < 0 ? section : section.slice(0, first);
  const after = first < 0 ? [] : section.slice(last + 1);
  const minus = digits.startsWith('-') ? '-' : '';
  return (
    minus +
    before.map((piece) => piece.text).join('') +
    digits.slice(minus.length) +
    after.map((piece) => piece.text).join('')
  );
}

/** `value` by a pattern such as `#,##0.0#`; a comma at the end divides by a thousand. */
function patterned(value: Num, pattern: string): string {
  const [whole = '', fraction = '', more] = pattern.split('.');
  if (more !== undefined || !/^[0#,]*$/.test(whole) || !/^0*#*$/.test(fraction))
    return raise('#VALUE!', 'bad-format', pattern);
  const trailing = whole.length - whole.replace(/,+$/, '').length;
  const least = whole.replace(/[^0]/g, '').length;
  const shown = fixedText(multiply(value, Number(`1e-${3 * trailing}`)), Math.min(30, fraction.length));
  const minus = shown.startsWith('-') ? '-' : '';
  const [left = '', right = ''] = shown.slice(minus.length).split('.');
  const digits = (left === '0' ? '' : left).padStart(least, '0');
  const keep = fraction.replace(/#/g, '').length;
  let kept = right;
  while (kept.length > keep && kept.endsWith('0')) kept = kept.slice(0, -1);
  const isGrouped = whole.slice(0, whole.length - trailing).includes(',');
  return minus + (isGrouped ? grouped(digits) : digits) + (fraction === '' && !pattern.includes('.') ? '' : `.${kept}`);
}

/** Letters of one kind in a row are one code: `yyyy`, `mm`. `m` after hours or before seconds is minutes. */
function dateIn(section: readonly Piece[], value: Num): string {
  const serial = inCalendar(wholeDays(value));
  const seconds = secondsOfDay(value);
  const { year, month, day } = toDay(serial);
  const runs: Piece[] = [];
  for (let at = 0; at < section.length; at++) {
    const piece = section[at] as Piece;
    const rest = section
      .slice(at, at + 5)
      .map(({ text: letter, literal }) => (literal && letter !== '/' ? '\0' : letter))
      .join('');
    const last = runs[runs.length - 1];
    if (/^am\/pm$/i.test(rest)) {
      runs.push({ literal: false, text: 'AM/PM' });
      at += 4;
    } else if (!piece.literal && last && !last.literal && last.text[0]?.toLowerCase() === piece.text.toLowerCase()) {
      runs[runs.length - 1] = { literal: false, text: last.text + piece.text };
    } else runs.push(piece);
  }
  const codes = runs.filter((piece) => !piece.literal).map((piece) => piece.text.toLowerCase());
  const twelve = codes.includes('am/pm');
  const hour = Math.floor(seconds / 3600);
  let order = -1;
  return runs
    .map((piece) => {
      if (piece.literal) return piece.text;
      order += 1;
      const code = piece.text.toLowerCase();
      const width = code.length;
      switch (code[0]) {
        case 'y':
          return width <= 2 ? pad(year % 100, 2) : pad(year, 4);
        case 'm':
          if (width <= 2 && (codes[order - 1]?.startsWith('h') || codes[order + 1]?.startsWith('s')))
            return pad(Math.floor(seconds / 60) % 60, width);
          return width <= 2 ? pad(month, width) : named(MONTHS[month - 1] as string, width);
        case 'd':
          return width <= 2 ? pad(day, width) : named(ENGLISH[isoWeekday(serial) - 1] as string, width);
        case 'a':
          if (code === 'am/pm') return hour < 12 ? 'AM' : 'PM';
          return (
            (width >= 4 ? '星期' : width === 3 ? '' : raise('#VALUE!', 'bad-format', piece.text)) +
            (CHINESE[isoWeekday(serial) - 1] as string)
          );
        case 'h':
          return pad(twelve ? ((hour + 11) % 12) + 1 : hour, Math.min(2, width));
        case 's':
          return pad(seconds % 60, Math.min(2, width));
        case '.':
        case ',':
        case '%':
          return piece.text;
        default:
          return raise('#VALUE!', 'bad-format', piece.text);
      }
    })
    .join('');
}

function named(name: string, width: number): string {
  return width === 3 ? name.slice(0, 3) : name;
}

function pad(n: number, width: number): string {
  return String(n).padStart(width, '0');
}
