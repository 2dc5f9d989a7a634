import type { Tone } from '@jiceng/core/generated/definition.js';
import { lampNode, type LampColor } from '../lamp/lamp-shapes.ts';

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
  if (text === '') { badge?.remove(); return; }
  if (badge === null || !badge.classList.contains('badge')) {
    while (cell.firstChild) cell.firstChild.remove();
    cell.append((badge = document.createElement('span')));
  }
  badge.className = `badge ${tone ?? 'neutral'}`;
  badge.textContent = text;
}
