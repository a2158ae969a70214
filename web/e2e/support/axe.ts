/** What every page must keep, at any width: WCAG A and AA, one h1, nothing beyond the right edge. */
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const TAGS = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"];

export async function settled(page: Page) {
  await expect(page.getByRole("heading", { level: 1 }).first()).toBeVisible();
  await expect(page.locator(".skeleton:visible, .boot:visible")).toHaveCount(0);
  // The stream of the open page never ends, so the network is never idle: nothing new for half a second will do.
  await page.waitForFunction(
    () => {
      const holder = globalThis as typeof globalThis & { seen?: { count: number; at: number } };
      const count = performance.getEntriesByType("resource").length;
      if (holder.seen?.count !== count) holder.seen = { count, at: performance.now() };
      return performance.now() - (holder.seen?.at ?? 0) > 500;
    },
    undefined,
    { polling: 100 },
  );
}

async function violations(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(
      (node) =>
        `${id} (${help}): ${node.target.join(" ")} ${node.html.slice(0, 200)} ${node.any[0]?.message ?? ""}`,
    ),
  );
}

/** `where`: for the failure's text. */
export async function checkAxe(page: Page, where: string) {
  expect.soft(await violations(page), `axe: ${where}`).toEqual([]);
}

export async function checkPage(page: Page, where: string) {
  await settled(page);
  await checkAxe(page, where);
  expect.soft(await page.locator("h1:visible").count(), `h1 of ${where}`).toBe(1);
  const beyond = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });
  expect.soft(beyond, `pixels beyond the right edge of ${where}`).toBeLessThanOrEqual(0);
}
