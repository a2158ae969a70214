/** How much of a page moves while it loads (cumulative layout shift), told from its first moment on. */
import type { Page } from "@playwright/test";

declare global {
  /** The sum of the shifts that no input of the person explains, since the page was opened. */
  var shifted: number;
}

type Shift = PerformanceEntry & { value: number; hadRecentInput: boolean };

/** From the next page on that is opened. */
export async function watchShifts(page: Page) {
  await page.addInitScript(() => {
    globalThis.shifted = 0;
    new PerformanceObserver((list) => {
      for (const shift of list.getEntries() as Shift[])
        if (!shift.hadRecentInput) globalThis.shifted += shift.value;
    }).observe({ type: "layout-shift", buffered: true });
  });
}

export const shiftedOn = (page: Page) => page.evaluate(() => globalThis.shifted);
