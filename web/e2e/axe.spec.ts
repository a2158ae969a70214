/**
 * Every route at both widths: WCAG A and AA without a violation, one h1, no horizontal overflow, no error in the console; and
 * nothing moves while it loads.
 */
import { matchPath, type RouteObject } from "react-router";
import { everyRoute } from "@/test/everyRoute";
import { checkPage } from "./support/axe";
import { expect, test } from "./support/fixtures";
import { type Ids, keptIds } from "./support/ids";
import { type Visitor, visits } from "./support/routes";
import { screens } from "./support/screens";
import { shiftedOn, watchShifts } from "./support/shifts";

/** Same keys as the real ids, to know the paths before the server is asked. */
const PLACEHOLDERS = new Proxy({} as Ids, { get: (_target, key) => String(key) });

const VISITORS = Object.keys(visits(PLACEHOLDERS)) as Visitor[];

function patterns(list: RouteObject[], base = ""): string[] {
  return list.flatMap((route) => {
    const path = route.path?.startsWith("/") ? route.path : [base, route.path].filter(Boolean).join("/");
    return route.children ? patterns(route.children, path) : [path || "/"];
  });
}

test("every route of the router is visited", () => {
  const visited = Object.values(visits(PLACEHOLDERS)).flat();
  const all = patterns(everyRoute).filter((pattern) => pattern !== "/index.html");
  expect(all.length).toBeGreaterThan(30);
  const missing = all.filter(
    (pattern) => !visited.some((path) => matchPath(pattern, path.split("?")[0] ?? "")),
  );
  expect(missing).toEqual([]);
});

/** More than this of a screen is seen to move. */
const MOVED = 0.05;

/** So many pages make one test: few enough for both workers to be busy to the end. */
const CHUNK = 8;

const BOTH = ["desktop", "phone"] as const;

for (const visitor of VISITORS) {
  const pages = visits(PLACEHOLDERS)[visitor].length;
  for (let first = 0; first < pages; first += CHUNK) {
    const last = Math.min(first + CHUNK, pages);
    test(`pages ${first + 1} to ${last} of ${visitor}`, async ({ as }) => {
      test.setTimeout(180_000);
      const page = await as(visitor === "visitor" ? undefined : visitor);
      const show = await screens(page);
      await watchShifts(page);
      for (const [place, path] of visits(keptIds())[visitor].slice(first, last).entries()) {
        await test.step(path, async () => {
          // What moves depends on where it is opened: one page on this screen, the next one on the other.
          const [opened, turned] = place % 2 === 0 ? BOTH : [BOTH[1], BOTH[0]];
          await show(opened);
          await page.goto(path);
          await checkPage(page, `${visitor} ${path}, ${opened}`);
          expect.soft(await shiftedOn(page), `what moved on ${path}, ${opened}`).toBeLessThan(MOVED);
          await show(turned);
          await checkPage(page, `${visitor} ${path}, ${turned}`);
        });
      }
    });
  }
}
