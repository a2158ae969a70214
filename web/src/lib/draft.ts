/** Form drafts in the browser tab (sessionStorage), so that a reload loses nothing. Never store passwords or codes here. */

export function loadDraft<T>(name: string): Partial<T> | null {
  try {
    const text = sessionStorage.getItem(`draft:${name}`);
    return text ? (JSON.parse(text) as Partial<T>) : null;
  } catch {
    return null;
  }
}

export function saveDraft<T>(name: string, draft: T): void {
  try {
    sessionStorage.setItem(`draft:${name}`, JSON.stringify(draft));
  } catch {
    // Private mode or a full store: the form still works, only without the draft.
  }
}

export function clearDraft(name: string): void {
  try {
    sessionStorage.removeItem(`draft:${name}`);
  } catch {
    // Nothing was stored then.
  }
}
