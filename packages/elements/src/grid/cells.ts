import type { Tone } from '@jiceng/core/generated/definition.js';
import { lampPath, type LampColor } from '../lamp/lamp-shapes.ts';

/** Draws a lamp with its word. */
export function drawLamp(cell: HTMLElement, lamp: LampColor | undefined, text: string): void {
  while (cell.firstChild) cell.firstChild.remove();
  if (text === '') return;
  const box = document.createElement('span');
  box.className = 'lamp';
  if (lamp !== undefined) box.append(lampNode(lamp));
  box.append(text);
  cell.append(box);
}

/** Draws a state as a badge; its words always stand in it. */
export function drawBadge(cell: HTMLElement, tone: Tone | undefined, text: string): void {
  let badge = cell.firstElementChild;
  if (text === '') {
    badge?.remove();
    return;
  }
  if (badge === null || !badge.classList.contains('badge')) {
    while (cell.firstChild) cell.firstChild.remove();
    cell.append((badge = document.createElement('span')));
  }
  badge.className = `badge ${tone ?? 'neutral'}`;
  badge.textContent = text;
}

const SVG = 'http://www.w3.org/2000/svg';

/** The mark of a lamp as an SVG node, hidden from assistive technology: the word beside it says the same. */
function lampNode(lamp: LampColor): SVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('class', `mark ${lamp}`);
  svg.setAttribute('viewBox', '0 0 12 12');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', lampPath(lamp));
  path.setAttribute('fill-rule', 'evenodd');
  svg.append(path);
  return svg;
}
