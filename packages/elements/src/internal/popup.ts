import { adopt } from './adopt.ts';
import { make } from './nodes.ts';
import styles from './popup.styles.ts';

/** What a popup shows and where. */
export interface PopupOptions {
  /** Control under which it opens. */
  readonly anchor: HTMLElement;
  /** Node of the same shadow root in which the dialog is put. */
  readonly layer: HTMLElement;
  readonly label: string;
  /** Least width in px; the anchor's own width when that is more. */
  readonly width?: number;
  /** Height in px that it would like to have. */
  readonly height?: number;
  readonly className?: string;
  build(dialog: HTMLDialogElement, close: () => void): void;
  closed?(): void;
}

/**
 * A native modal dialog in the top layer, near its anchor: above every portal's layers, cut by no container. Esc and a
 * click beside it close it and nothing around it; the focus goes back to where it was.
 */
export function openPopup({
  anchor,
  layer,
  label,
  width = 240,
  height = 360,
  className = '',
  build,
  closed,
}: PopupOptions): () => void {
  const dialog = make('dialog', { class: `popup ${className}`, 'aria-label': label });
  if (!layer.isConnected) return () => undefined;
  const back = (anchor.getRootNode() as ShadowRoot | Document).activeElement;
  let open = true;
  const close = () => {
    if (!open) return;
    open = false;
    dialog.close();
    dialog.remove();
    removeEventListener('resize', place);
    (back instanceof HTMLElement ? back : anchor).focus({ preventScroll: true });
    closed?.();
  };
  const place = () => {
    // the page has taken it away with what is around it
    if (!dialog.isConnected) return removeEventListener('resize', place);
    const at = anchor.getBoundingClientRect();
    const wide = Math.min(innerWidth - 16, Math.max(width, Math.min(at.width, 560)));
    const below = innerHeight - at.bottom - 12;
    const above = at.top - 12;
    const upwards = below < Math.min(height, 240) && above > below;
    const tall = Math.max(160, Math.min(height, upwards ? above : below, innerHeight - 16));
    const { style } = dialog;
    style.setProperty('width', `${wide}px`);
    style.setProperty('max-height', `${tall}px`);
    style.setProperty('left', `${Math.max(8, Math.min(at.left, innerWidth - wide - 8))}px`);
    style.setProperty('top', upwards ? 'auto' : `${Math.max(8, Math.min(at.bottom + 4, innerHeight - tall - 8))}px`);
    style.setProperty('bottom', upwards ? `${innerHeight - at.top + 4}px` : 'auto');
  };
  dialog.addEventListener('cancel', (event) => {
    event.preventDefault();
    event.stopPropagation();
    close();
  });
  dialog.addEventListener('keydown', (event) => {
    event.stopPropagation();
    if (event.key === 'Escape' && !event.isComposing) {
      event.preventDefault();
      close();
    }
  });
  for (const type of ['input', 'change', 'focusin', 'focusout', 'keyup', 'keypress'])
    dialog.addEventListener(type, (event) => event.stopPropagation());
  dialog.addEventListener('mousedown', (event) => {
    if (event.target === dialog && outside(dialog, event)) close();
  });
  adopt(layer, styles);
  layer.append(dialog);
  build(dialog, close);
  place();
  dialog.showModal();
  addEventListener('resize', place);
  return close;
}

function outside(dialog: HTMLElement, { clientX, clientY }: MouseEvent): boolean {
  const box = dialog.getBoundingClientRect();
  return clientX < box.left || clientX > box.right || clientY < box.top || clientY > box.bottom;
}
