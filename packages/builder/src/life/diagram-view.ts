import { html, svg, type TemplateResult } from 'lit';
import type { BuilderSession } from '../session/session.ts';
import { choose } from '../lists/cells.ts';
import { messages } from './life.messages.ts';
import { lifeDiagram, type Arrow, type StateSpot } from './life-model.ts';

/** Sizes in px. */
const BOX = { width: 120, height: 40 };
const GAP = { across: 110, down: 60 };
const EDGE = 28;
/** Between two moves that leave a state where it is. */
const LOOP = 21;

const left = ({ column }: StateSpot): number => EDGE + column * (BOX.width + GAP.across);
const top = ({ line }: StateSpot): number => EDGE + line * (BOX.height + GAP.down);

/** States as boxes and moves as numbered arrows; every one can be reached with Tab and chosen with Enter. */
export function lifeDrawing(session: BuilderSession): TemplateResult {
  const text = messages(session.language.value);
  const { states, arrows, columns, lines } = lifeDiagram(session.value.value);
  const width = EDGE * 2 + columns * BOX.width + (columns - 1) * GAP.across;
  const height = EDGE * 2 + lines * BOX.height + (lines - 1) * GAP.down + 24;
  const chosen = session.selection.value;
  return html`<div class="diagram" role="group" aria-label=${text.diagram}><svg width=${width} height=${height}
    viewBox=${`0 0 ${width} ${height}`}>
    ${arrows.map((arrow) => drawnArrow(session, arrow, chosen.includes(arrow.pointer)))}
    ${states.map((state) => drawnState(session, state, chosen.includes(state.pointer)))}
  </svg></div>`;
}

function acts(session: BuilderSession, pointer: string) {
  return {
    click: () => choose(session, pointer),
    key: (event: KeyboardEvent) => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      choose(session, pointer);
    },
  };
}

/** So many characters stand in a box. */
const SHORT = 8;

function drawnState(session: BuilderSession, state: StateSpot, chosen: boolean): TemplateResult {
  const { click, key } = acts(session, state.pointer);
  const [x, y] = [left(state), top(state)];
  const words = state.title.length > SHORT ? `${state.title.slice(0, SHORT - 1)}…` : state.title;
  return svg`<g class="spot ${state.tone} ${state.isFinal ? 'final' : ''} ${chosen ? 'chosen' : ''}" role="button"
    tabindex="0" aria-pressed=${chosen} aria-label=${state.title} data-at=${state.pointer} @click=${click}
    @keydown=${key}>
    <rect class="box" x=${x} y=${y} width=${BOX.width} height=${BOX.height} rx="6"></rect>
    <text class="word" x=${x + BOX.width / 2} y=${y + BOX.height / 2 + 5}>${words}</text></g>`;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

function drawnArrow(session: BuilderSession, arrow: Arrow, chosen: boolean): TemplateResult {
  const { click, key } = acts(session, arrow.pointer);
  const { path, middle, tip, angle } = curve(arrow);
  const number = Number(arrow.pointer.slice(arrow.pointer.lastIndexOf('/') + 1)) + 1;
  return svg`<g class="arrow ${chosen ? 'chosen' : ''}" role="button" tabindex="0" aria-pressed=${chosen}
    aria-label=${`${number} ${arrow.title}${arrow.from === arrow.to ? '' : `: ${arrow.from.title} → ${arrow.to.title}`}`}
    data-at=${arrow.pointer} @click=${click} @keydown=${key}>
    <path class="line" d=${path}></path><path class="tip" d="M0 0 L-9 -4.5 L-9 4.5 Z"
      transform=${`translate(${tip.x} ${tip.y}) rotate(${angle})`}></path>
    <circle class="dot" cx=${middle.x} cy=${middle.y} r="10"></circle><text class="number" x=${middle.x}
      y=${middle.y + 4}>${number}</text></g>`;
}

/** A bow between two boxes; several between the same two, and those that lead back, bend more. */
function curve({ from, to, turn }: Arrow): {
  readonly path: string;
  readonly middle: Point;
  readonly tip: Point;
  readonly angle: number;
} {
  const start: Point = { x: left(from), y: top(from) };
  const end: Point = { x: left(to), y: top(to) };
  if (from === to) {
    const x = start.x + 12 + ((turn * LOOP) % BOX.width);
    const y = start.y + BOX.height;
    return {
      path: `M${x - 8} ${y} C${x - 12} ${y + 30} ${x + 12} ${y + 30} ${x + 8} ${y}`,
      middle: { x, y: y + 22 },
      tip: { x: x + 8, y },
      angle: -80,
    };
  }
  if (from.column === to.column) {
    const side = 24 + turn * 22;
    const a: Point = { x: start.x, y: start.y + BOX.height / 2 };
    const b: Point = { x: end.x, y: end.y + BOX.height / 2 };
    return {
      path: `M${a.x} ${a.y} C${a.x - side} ${a.y} ${b.x - side} ${b.y} ${b.x} ${b.y}`,
      middle: { x: a.x - side * 0.75, y: (a.y + b.y) / 2 },
      tip: b,
      angle: 0,
    };
  }
  const forward = to.column > from.column;
  const bend =
    (forward ? -1 : 1) * (turn * 20 + (forward ? 0 : 10)) -
    (Math.abs(to.column - from.column) > 1 && from.line === to.line ? 34 : 0);
  const a: Point = { x: start.x + (forward ? BOX.width : 0), y: start.y + BOX.height / 2 };
  const b: Point = { x: end.x + (forward ? 0 : BOX.width), y: end.y + BOX.height / 2 + bend / 6 };
  const reach = (forward ? 1 : -1) * Math.max(40, Math.abs(b.x - a.x) / 2.5);
  const [c, d]: [Point, Point] = [
    { x: a.x + reach, y: a.y + bend },
    { x: b.x - reach, y: b.y + bend },
  ];
  const at = (t: number, p: number, q: number, r: number, s: number) =>
    (1 - t) ** 3 * p + 3 * (1 - t) ** 2 * t * q + 3 * (1 - t) * t * t * r + t ** 3 * s;
  return {
    path: `M${a.x} ${a.y} C${c.x} ${c.y} ${d.x} ${d.y} ${b.x} ${b.y}`,
    middle: { x: at(0.5, a.x, c.x, d.x, b.x), y: at(0.5, a.y, c.y, d.y, b.y) },
    tip: b,
    angle: (Math.atan2(b.y - d.y, b.x - d.x) * 180) / Math.PI,
  };
}
