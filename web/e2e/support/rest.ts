/** When a page has come to rest: no request is without an answer, and nothing on it changes any more. */
import type { Page, Request } from "@playwright/test";

const PATIENCE_MS = 30_000;

type Traffic = { open: Set<Request>; begun: number };

const traffic = new WeakMap<Page, Traffic>();

/** Counts what the page asks for, from now on. The stream of an open page never ends, so it does not count. */
export function countRequests(page: Page) {
  const counted: Traffic = { open: new Set(), begun: 0 };
  traffic.set(page, counted);
  page.on("request", (request) => {
    if (request.resourceType() === "eventsource") return;
    counted.begun += 1;
    counted.open.add(request);
  });
  for (const ended of ["requestfinished", "requestfailed"] as const)
    page.on(ended as "requestfinished", (request) => counted.open.delete(request));
}

/**
 * True if the page shows its content and did not change while timers, a frame and a task of the lowest priority went by,
 * twice: after an answer React Query tells the page in a timer, and React draws in tasks that come before the lowest.
 * (Chromium may leave an idle callback waiting for minutes on a page that draws nothing.)
 */
async function calm(): Promise<boolean> {
  let changes = 0;
  const observer = new MutationObserver(() => {
    changes += 1;
  });
  observer.observe(document, { attributes: true, characterData: true, childList: true, subtree: true });
  for (let round = 0; round < 2; round++) {
    await new Promise((resolve) => setTimeout(resolve));
    await new Promise(requestAnimationFrame);
    await scheduler.postTask(() => undefined, { priority: "background" });
  }
  observer.disconnect();
  const seen = (selector: string) =>
    [...document.querySelectorAll(selector)].some((one) => one.checkVisibility());
  return changes === 0 && seen("h1") && !seen(".skeleton, .boot");
}

/** Waits until the page rests. */
export async function settled(page: Page) {
  const counted = traffic.get(page);
  if (!counted) throw new Error("the requests of this page are not counted");
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const before = counted.begun;
    const still = await page.evaluate(calm);
    // What the page began to ask for meanwhile was told before the answer of `evaluate`.
    if (still && counted.open.size === 0 && counted.begun === before) return;
    if (Date.now() > deadline) {
      const open = [...counted.open].map((request) => request.url()).join(" ");
      throw new Error(`${page.url()} does not come to rest; unanswered: ${open || "nothing"}`);
    }
  }
}
