/** A field or section on the canvas: its pointer in the definition and its box in the sheet, in px. */
export interface Box {
  readonly pointer: string;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** The innermost box at a point; boxes come with what holds them first. */
export function boxAt(boxes: readonly Box[], x: number, y: number): Box | undefined {
  const under = boxes.filter(
    (box) => x >= box.left && x <= box.left + box.width && y >= box.top && y <= box.top + box.height,
  );
  return under[under.length - 1];
}

/** A node that shows a box; `kind` is its class. */
export function markOf({ left, top, width, height }: Box, kind: string, room = 4): HTMLElement {
  const mark = document.createElement('div');
  mark.className = `mark ${kind}`;
  mark.style.setProperty('transform', `translate(${Math.round(left - room)}px, ${Math.round(top - room)}px)`);
  mark.style.setProperty('width', `${Math.round(width + room * 2)}px`);
  mark.style.setProperty('height', `${Math.round(height + room * 2)}px`);
  return mark;
}
