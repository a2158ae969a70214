/** Every page has its route, and every entry of a menu leads to one. */
import { matchRoutes } from "react-router";
import { describe, expect, it } from "vitest";
import type { Schema } from "@/api/types";
import { paths } from "@/app/paths";
import { centres, everyRoute } from "@/test/everyRoute";
import { visibleMenu } from "./centre";
import { centreAt, loadCentre } from "./centres";

const found = (path: string) => matchRoutes(everyRoute, path)?.at(-1)?.route.path !== "*";

describe.each(centres)("$name", (centre) => {
  it("has a route for each of its paths", () => {
    const known = Object.values(paths[centre.key]).map((path) =>
      typeof path === "string" ? path : path("1"),
    );
    expect(known.filter((path) => !found(path))).toEqual([]);
    expect(found(`${paths[centre.key].home}/nowhere`)).toBe(false);
  });

  it("is found by its paths", async () => {
    const { home } = paths[centre.key];
    expect([home, `${home}/a/b`, `${home}s`].map(centreAt)).toEqual([centre.key, centre.key, undefined]);
    expect(await loadCentre(centre.key)).toBe(centre);
  });

  it("shows what the account may use, in the order of the menu", () => {
    const seen = (permissions: string[]) =>
      visibleMenu(centre, { permissions } as Schema<"Me">).flatMap(({ entries }) => entries);
    const all = centre.menu.flatMap(({ entries }) => entries);
    expect(all.filter(({ to }) => !found(to))).toEqual([]);
    expect(seen(all.flatMap(({ permission }) => permission ?? []))).toEqual(all);
    expect(seen([]).every(({ permission }) => permission === undefined)).toBe(true);
  });
});
