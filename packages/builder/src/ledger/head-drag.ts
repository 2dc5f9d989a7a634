/** What dragging a heading means: to another place, or a width. */
export interface HeadDragHost {
  /** A heading was dropped before (or behind) another. */
  drop(from: string, onto: string, behind: boolean): void;
  /** A column got a width in px. */
  size(pointer: string, width: number): void;
}

/** So far a pointer may wander in a click. */
const SLACK = 5;
const NARROWEST = 40;
const WIDEST = 600;

/**
 * Drags headings with pointer events: they work inside shadow roots, with pen and finger, and need no library. Answers
 * whether the pointer has begun something, so that its click is none.
 */
export function dragHead(start: PointerEvent, host: HeadDragHost): void {
  const target = start.target as HTMLElement;
  const cell = target.closest<HTMLElement>('[data-at]');
  const from = cell?.dataset['at'];
  if (!cell || from === undefined || start.button !== 0) return;
  const isSizing = target.classList.contains('edge');
  const width = cell.getBoundingClientRect().width;
  const root = cell.getRootNode() as ShadowRoot;
  let over: { readonly cell: HTMLElement; readonly behind: boolean } | undefined;
  let moved = false;
  const mark = (next: typeof over) => {
    over?.cell.classList.remove('before', 'behind');
    next?.cell.classList.add(next.behind ? 'behind' : 'before');
    over = next;
  };
  const sized = (event: PointerEvent) =>
    Math.round(Math.max(NARROWEST, Math.min(WIDEST, width + event.clientX - start.clientX)));
  const move = (event: PointerEvent) => {
    if (!moved && Math.abs(event.clientX - start.clientX) + Math.abs(event.clientY - start.clientY) < SLACK) return;
    moved = true;
    if (isSizing) {
      cell.style.width = `${sized(event)}px`;
      return;
    }
    const below = root.elementFromPoint(event.clientX, event.clientY)?.closest<HTMLElement>('[data-at]');
    const box = below?.getBoundingClientRect();
    mark(
      below && box && below !== cell ? { cell: below, behind: event.clientX > box.left + box.width / 2 } : undefined,
    );
  };
  const stop = () => {
    document.removeEventListener('pointermove', move);
    document.removeEventListener('pointerup', end);
    document.removeEventListener('pointercancel', cancel);
    document.removeEventListener('keydown', escape, true);
  };
  const cancel = () => {
    mark(undefined);
    cell.style.removeProperty('width');
    stop();
  };
  const escape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    cancel();
  };
  const end = (event: PointerEvent) => {
    const place = over;
    cancel();
    if (!moved) return;
    if (isSizing) host.size(from, sized(event));
    else if (place?.cell.dataset['at'] !== undefined) host.drop(from, place.cell.dataset['at'], place.behind);
  };
  document.addEventListener('pointermove', move);
  document.addEventListener('pointerup', end);
  document.addEventListener('pointercancel', cancel);
  document.addEventListener('keydown', escape, true);
  if (isSizing) start.preventDefault();
}
