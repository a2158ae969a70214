/** Where the keyboard goes on when what it was on has gone: to what began the action, or to the heading of the page. */

/** What an action takes away goes when the page has been asked for again. */
const PATIENCE_MS = 5_000;

const holds = (one: Element | null): one is HTMLElement =>
  one instanceof HTMLElement && one !== document.body && one.isConnected && !one.matches(":disabled");

function focusHeading(): boolean {
  const heading = document.querySelector<HTMLElement>("main h1");
  if (!heading) return false;
  heading.tabIndex = -1;
  heading.focus();
  return true;
}

let stop = () => {};

/** Calls `place` at every change of the page, for a while or until the person does something. */
function watch(place: () => void): void {
  stop();
  const changes = new MutationObserver(place);
  const timer = setTimeout(() => stop(), PATIENCE_MS);
  stop = () => {
    changes.disconnect();
    clearTimeout(timer);
    document.removeEventListener("pointerdown", stop, true);
    document.removeEventListener("keydown", stop, true);
    stop = () => {};
  };
  document.addEventListener("pointerdown", stop, true);
  document.addEventListener("keydown", stop, true);
  changes.observe(document.body, { childList: true, subtree: true, attributeFilter: ["disabled"] });
}

/** From now on, for a while or until the person does something: the focus never falls to nowhere. */
export function keepFocus(began: Element | null): void {
  const place = () => {
    if (holds(document.activeElement)) return;
    if (holds(began)) began.focus();
    else focusHeading();
  };
  watch(place);
  place();
}

/** The heading of what is opened beside a list, as soon as it is there. */
export function focusOpened(): void {
  const place = () => {
    if (focusHeading()) stop();
  };
  watch(place);
  place();
}
