import type { Random } from './random.ts';

/** So many minutes later on the same day, and never after the present moment. */
export function minutesAfter(moment: string, minutes: number, now: string): string {
  const total = Math.min(24 * 60 - 1, Number(moment.slice(11, 13)) * 60 + Number(moment.slice(14, 16)) + minutes);
  const at = `${moment.slice(0, 11)}${String(Math.floor(total / 60)).padStart(2, '0')}:${String(total % 60).padStart(2, '0')}${moment.slice(16)}`;
  return at < now ? at : now;
}

/** A moment of a day, never after the present one. */
export function momentOf(day: string, now: string, random: Random): string {
  const at = `${day}T${timeOf(random)}+08:00`;
  return at < now ? at : now;
}

/** Office hours mostly, as people do. */
function timeOf(random: Random): string {
  const hour = random.weighted([
    [8, 6],
    [9, 20],
    [10, 20],
    [11, 14],
    [14, 14],
    [15, 16],
    [16, 16],
    [17, 8],
    [20, 4],
  ] as const);
  return `${String(hour).padStart(2, '0')}:${String(random.integer(hour === 8 ? 30 : 0, 59)).padStart(2, '0')}:00`;
}
