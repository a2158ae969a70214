/** Every route at both widths: WCAG A and AA without a violation, one h1, no horizontal overflow, no error in the console. */
import { matchPath, type RouteObject } from "react-router";
import { routes } from "@/app/router";
import { checkPage } from "./support/axe";
import { expect, test } from "./support/fixtures";
import { type Ids, keptIds } from "./support/ids";
import { type Visitor, visits } from "./support/routes";

test.describe.configure({ mode: "parallel" });

/** Same keys as the real ids, to know the paths before the server is asked. */
const PLACEHOLDERS = new Proxy({} as Ids, { get: (_target, key) => String(key) });

const VISITORS = Object.keys(visits(PLACEHOLDERS)) as Visitor[];

function patterns(list: RouteObject[], base = ""): string[] {
  return list.flatMap((route) => {
    const path = route.path?.startsWith("/") ? route.path : [base, route.path].filter(Boolean).join("/");
    return route.children ? patterns(route.children, path) : [path || "/"];
  });
}

test("every route of the router is visited", ({ isMobile }) => {
  test.skip(isMobile, "once is enough");
  const visited = Object.values(visits(PLACEHOLDERS)).flat();
  const all = patterns(routes).filter((pattern) => pattern !== "/index.html");
  expect(all.length).toBeGreaterThan(30);
  const missing = all.filter(
    (pattern) => !visited.some((path) => matchPath(pattern, path.split("?")[0] ?? "")),
  );
  expect(missing).toEqual([]);
});

for (const visitor of VISITORS) {
  test(`pages of ${visitor}`, async ({ as }) => {
    test.setTimeout(480_000);
    const ids = keptIds();
    const page = await as(visitor === "visitor" ? undefined : visitor);
    for (const path of visits(ids)[visitor]) {
      await test.step(path, async () => {
        await page.goto(path);
        await checkPage(page, `${visitor} ${path}`);
      });
    }
  });
}
