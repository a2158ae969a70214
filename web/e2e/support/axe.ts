/** What every page must keep, at any width: WCAG A and AA, one h1, nothing beyond the right edge. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { settled } from "./rest";

const TAGS = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"];

const SCRIPT = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

async function violations(page: Page): Promise<string[]> {
  // The builder would load its script twice for each analysis; a page needs it once.
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(SCRIPT);
  const { violations } = await new AxeBuilder({ page, axeSource: "0" })
    .setLegacyMode()
    .options({ resultTypes: ["violations"] })
    .withTags(TAGS)
    .analyze();
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
