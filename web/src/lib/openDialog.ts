/** Whether a dialog asks for something: keys of the page behind it rest meanwhile. */
export const isDialogOpen = () =>
  [...document.querySelectorAll('[aria-modal="true"]')].some((dialog) => dialog.getClientRects().length > 0);
