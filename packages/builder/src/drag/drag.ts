/** So many px a pointer moves before a press is a drag. */
const FAR = 5;
/** Near the edge of what scrolls, in px, it scrolls on; so much per frame. */
const EDGE = 48;
const STEP = 14;

/** What follows a drag. */
export interface DragWork {
  /** The pointer moved; in page coordinates. */
  move(x: number, y: number): void;
  drop(): void;
  /** Escape, or the system took the pointer away. Also called after a press that was no drag, with `false`. */
  end(wasDrag: boolean): void;
}

/**
 * Follows one pointer from a press until it is let go. Listens on the window, since a drag goes over shadow roots;
 * scrolls what `scroller` answers when the pointer is near its edge. Answers what ends it early.
 */
export function drag(start: PointerEvent, scroller: HTMLElement | undefined, work: DragWork): () => void {
  const { pointerId, clientX, clientY } = start;
  let isDrag = false;
  let at = { x: clientX, y: clientY };
  let frame = 0;
  const scroll = () => {
    frame = 0;
    if (!isDrag || !scroller) return;
    const { top, bottom } = scroller.getBoundingClientRect();
    const by = at.y < top + EDGE ? -STEP : at.y > bottom - EDGE ? STEP : 0;
    if (by === 0) return;
    scroller.scrollTop += by;
    work.move(at.x, at.y);
    frame = requestAnimationFrame(scroll);
  };
  const moved = (event: PointerEvent) => {
    if (event.pointerId !== pointerId) return;
    at = { x: event.clientX, y: event.clientY };
    isDrag ||= Math.abs(at.x - clientX) + Math.abs(at.y - clientY) > FAR;
    if (!isDrag) return;
    event.preventDefault();
    work.move(at.x, at.y);
    if (frame === 0) frame = requestAnimationFrame(scroll);
  };
  const stop = (isDropped: boolean) => {
    cancelAnimationFrame(frame);
    for (const [type, listener] of listeners) window.removeEventListener(type, listener, true);
    if (isDrag && isDropped) work.drop();
    work.end(isDrag);
    if (!isDrag) return;
    // The click that follows a drag means nothing.
    const swallow = (event: Event) => event.stopPropagation();
    window.addEventListener('click', swallow, { capture: true, once: true });
    setTimeout(() => window.removeEventListener('click', swallow, true), 50);
  };
  const listeners: [string, (event: Event) => void][] = [
    ['pointermove', (event) => moved(event as PointerEvent)],
    [
      'pointerup',
      (event) => {
        if ((event as PointerEvent).pointerId === pointerId) stop(true);
      },
    ],
    ['pointercancel', () => stop(false)],
    [
      'keydown',
      (event) => {
        if ((event as KeyboardEvent).key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        stop(false);
      },
    ],
  ];
  for (const [type, listener] of listeners) window.addEventListener(type, listener, true);
  return () => stop(false);
}

/** The nearest ancestor of a node that scrolls up and down, also beyond shadow roots. */
export function scrollerOf(node: Node): HTMLElement | undefined {
  for (let at: Node | null = node; at; at = at instanceof ShadowRoot ? at.host : at.parentNode) {
    if (
      at instanceof HTMLElement &&
      at.scrollHeight > at.clientHeight &&
      /auto|scroll/.test(getComputedStyle(at).overflowY)
    )
      return at;
  }
  return undefined;
}
