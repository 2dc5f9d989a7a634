import type { JcForm } from '../form/form.ts';

/**
 * Opens or closes the dialog as it stands in the page; engines without `showModal` show it in place. What it asks for
 * has the focus.
 */
export function syncDialog(dialog: HTMLDialogElement | null, open: boolean): void {
  if (dialog === null || dialog.open === open) return;
  if (!open) {
    dialog.close?.();
    dialog.removeAttribute('open');
  } else if (typeof dialog.showModal === 'function' && dialog.isConnected) dialog.showModal();
  else dialog.setAttribute('open', '');
  const form = open ? dialog.querySelector<JcForm>('.ask-form') : null;
  // Its fields are drawn a moment later; until then the first button has the focus, unless the person is elsewhere.
  const root = dialog.getRootNode() as ShadowRoot;
  const first = root.activeElement;
  void form?.updateComplete.then(() => {
    if (root.activeElement === first) form.focus();
  });
}
