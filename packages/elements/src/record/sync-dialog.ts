/** Opens or closes the dialog as it stands in the page; engines without `showModal` show it in place. */
export function syncDialog(dialog: HTMLDialogElement | null, open: boolean): void {
  if (dialog === null || dialog.open === open) return;
  if (!open) {
    dialog.close?.();
    dialog.removeAttribute('open');
  } else if (typeof dialog.showModal === 'function' && dialog.isConnected) dialog.showModal();
  else dialog.setAttribute('open', '');
}
