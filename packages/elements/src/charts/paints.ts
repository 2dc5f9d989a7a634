import type { Tone } from '@jiceng/core/generated/definition.js';
import { svgNode } from './svg.ts';

/** Colours that stand at least 3 : 1 against white paper and differ in lightness beside each other. */
const COLOURS = ['#0b57a4', '#c05a00', '#2e7d4f', '#8e2a5b', '#5f6b7a', '#7d6b00', '#4b3fa0', '#00788a'];
const TONES: Readonly<Record<Tone, string>> = {
  positive: '#1d6b36',
  notice: '#a35a00',
  negative: '#b3131b',
  info: '#0b57a4',
  neutral: '#5f6b7a',
};

/**
 * Hatches in a square of 8 px, so that nothing is told by colour alone, on a black and white printer either; the first
 * is plain.
 */
const HATCHES = [
  '',
  'M-2 2L2 -2M0 8L8 0M6 10L10 6',
  'M2 2h2v2h-2zM6 6h2v2h-2z',
  'M-2 6L2 10M0 0L8 8M6 -2L10 2',
  'M0 2H8M0 6H8',
  'M0 4H8M4 0V8',
  'M2 0V8M6 0V8',
  'M0 0L8 8M0 8L8 0',
];
const DASHES = [undefined, '6 4', '2 3', '10 4 2 4', '12 5', '4 2', '8 3 3 3', '1 4'];

/** Tones in the order of their hatches: what is bad is never plain. */
const TONE_ORDER: readonly Tone[] = ['positive', 'notice', 'negative', 'neutral', 'info'];

let drawings = 0;

/** Colours with hatches of one drawing; their definitions are made as they are used. */
export class Paints {
  readonly definitions = svgNode('defs');
  private readonly name = `jc-paint-${++drawings}`;
  private readonly made = new Set<string>();
  /** Series of one tone, in the order in which they came. */
  private readonly alike = new Map<Tone, number[]>();

  /** What fills areas of a series, or of a tone; several series of one tone differ by their hatch. */
  fill(at: number, tone?: Tone): string {
    if (!tone) return this.pattern(String(at % COLOURS.length), this.stroke(at), HATCHES[at % HATCHES.length] ?? '');
    const series = this.alike.get(tone) ?? [];
    this.alike.set(tone, series);
    if (!series.includes(at)) series.push(at);
    const hatch = (TONE_ORDER.indexOf(tone) + series.indexOf(at) * TONE_ORDER.length) % HATCHES.length;
    return this.pattern(`${tone}${hatch}`, TONES[tone], HATCHES[hatch] ?? '');
  }

  /** The plain colour, for lines and dots. */
  stroke(at: number, tone?: Tone): string {
    return tone ? TONES[tone] : (COLOURS[at % COLOURS.length] ?? '');
  }

  dashes(at: number): string | undefined {
    return DASHES[at % DASHES.length];
  }

  private pattern(key: string, colour: string, hatch: string): string {
    if (hatch === '') return colour;
    const id = `${this.name}-${key}`;
    if (!this.made.has(id)) {
      this.made.add(id);
      this.definitions.append(
        svgNode(
          'pattern',
          { id, width: 8, height: 8, patternUnits: 'userSpaceOnUse' },
          svgNode('rect', { width: 8, height: 8, fill: colour }),
          svgNode('path', { d: hatch, fill: 'none', stroke: '#ffffff', 'stroke-width': 1.4 }),
        ),
      );
    }
    return `url(#${id})`;
  }
}
