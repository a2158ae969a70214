/** What each of the people sees first, as pictures for those who read about the platform. */
import { paths } from "@/app/paths";
import { atDesk } from "@/features/reviews/deskPaths";
import { expect, test } from "../support/fixtures";
import { keptIds } from "../support/ids";
import { settled } from "../support/rest";
import type { Visitor } from "../support/routes";

const FOLDER = "../docs/screenshots";

/** What is seen, by whom. */
function pages(): [name: string, visitor: Visitor, path: string][] {
  const ids = keptIds();
  const { enterprise, institution, operator, government } = paths;
  return [
    ["home", "visitor", paths.home],
    ["products", "visitor", paths.products],
    ["product", "visitor", paths.product(ids.shelfProduct)],
    ["estimate", "visitor", `${paths.estimate}?amount=100&term=12&age=5&revenue=3000&tax=20`],
    ["firm", "qiye1", enterprise.home],
    ["offers", "qiye1", enterprise.demand(ids.offers)],
    ["order", "qiye1", enterprise.order(ids.offered)],
    ["bank", "jigou1", institution.home],
    ["market", "jigou1", institution.market],
    ["board", "jigou1", `${institution.orders}?view=board`],
    ["desk", "yunying1", atDesk(operator.demand(ids.waitingDemand))],
    ["government", "zhengfu1", government.home],
    ["policy", "qiye1", paths.policy(ids.policy)],
    ["policies", "qiye1", enterprise.policies],
    ["panorama", "qiye1", enterprise.panorama],
    ["policy-statistics", "zhengfu1", government.policyStatistics],
  ];
}

/** The charts that can be seen; those further down are drawn when they come into sight. */
const chartsDrawn = () =>
  [...document.querySelectorAll("[data-undrawn]")].every(
    (one) => one.getBoundingClientRect().top > window.innerHeight,
  );

test("pictures of sixteen pages", async ({ as, isMobile }) => {
  test.setTimeout(300_000);
  for (const [name, visitor, path] of pages()) {
    const page = await as(visitor === "visitor" ? undefined : visitor);
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await settled(page);
    await page.waitForFunction(chartsDrawn);
    const file = `${FOLDER}/${name}-${isMobile ? "phone" : "desktop"}.jpg`;
    await page.screenshot({ path: file, type: "jpeg", quality: 72 });
    // One account listens on a few pages at most.
    await page.close();
  }
});
