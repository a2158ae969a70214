/** What an account has opened of a list, kept in the browser: the newest of it, so that it does not grow without end. */

/** So many of one list. */
const MOST = 500;

const keyOf = (account: string, list: string) => `read:${account}:${list}`;

/** Empty where nothing is stored, or nothing that can be read. */
export function readMarks(account: string, list: string): ReadonlySet<string> {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(keyOf(account, list)) ?? "[]");
    return new Set(Array.isArray(stored) ? stored.filter((one) => typeof one === "string") : []);
  } catch {
    return new Set();
  }
}

/** It has been opened now. */
export function markRead(account: string, list: string, id: string): void {
  const others = [...readMarks(account, list)].filter((one) => one !== id);
  try {
    localStorage.setItem(keyOf(account, list), JSON.stringify([...others, id].slice(-MOST)));
  } catch {
    // Then it is shown as new once more.
  }
}
