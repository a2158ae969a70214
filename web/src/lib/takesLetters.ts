const FIELDS = 'input:not([type="checkbox"], [type="radio"], [type="button"]), textarea, select';

/** Whether what has the focus takes letters: keys of the page rest meanwhile. */
export const takesLetters = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches(FIELDS));
