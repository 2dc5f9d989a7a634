import { drag, scrollerOf } from '../drag/drag.ts';

/** Where something that is dragged would fall. */
export interface DropPlace {
  /** The zone's element. */
  readonly zone: HTMLElement;
  /** Number of the item before which it falls; the number of items at the end. */
  readonly at: number;
}

/** What may be dragged where. */
export interface ZoneDrag {
  /** Selector of zones, and of the items in them. */
  readonly zones: string;
  readonly items: string;
  /** What is dragged, shown at the pointer. */
  readonly label: string;
  accepts(zone: HTMLElement): boolean;
  /** Called when the place changes; `undefined`: over nothing, or the drag has ended. */
  hover(place: DropPlace | undefined): void;
  drop(place: DropPlace): void;
}

/** Follows a press that may become a drag into a zone of the same shadow root. */
export function dragToZone(
  event: PointerEvent,
  root: ShadowRoot,
  { zones, items, label, accepts, hover, drop }: ZoneDrag,
): void {
  if (event.button !== 0) return;
  let ghost: HTMLElement | undefined;
  let place: DropPlace | undefined;
  const setPlace = (next: DropPlace | undefined): void => {
    if (place?.zone === next?.zone && place?.at === next?.at) return;
    place = next;
    hover(next);
  };
  const placeAt = (x: number, y: number): DropPlace | undefined => {
    const zone = root
      .elementsFromPoint(x, y)
      .map((element) => element.closest<HTMLElement>(zones))
      .find((element) => element !== null && root.contains(element));
    if (!zone || !accepts(zone)) return undefined;
    const boxes = [...zone.querySelectorAll(items)].map((item) => item.getBoundingClientRect());
    const at = boxes.findIndex((box) => y < box.top || (y <= box.bottom && x < box.left + box.width / 2));
    return { zone, at: at < 0 ? boxes.length : at };
  };
  drag(event, scrollerOf(root.querySelector('.middle') ?? root), {
    move(x, y) {
      ghost ??= ghostIn(root, label);
      ghost.style.setProperty('transform', `translate(${x + 8}px, ${y + 8}px)`);
      setPlace(placeAt(x, y));
    },
    drop() {
      if (place) drop(place);
    },
    end() {
      ghost?.remove();
      setPlace(undefined);
    },
  });
}

/** What is dragged, shown at the pointer; removed by the caller. */
export function ghostIn(root: ShadowRoot, label: string): HTMLElement {
  const ghost = document.createElement('div');
  ghost.className = 'ghost';
  ghost.setAttribute('aria-hidden', 'true');
  ghost.textContent = label;
  root.append(ghost);
  return ghost;
}
