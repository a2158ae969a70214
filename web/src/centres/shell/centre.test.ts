/** Every page has its route, and every entry of a menu leads to one. */
import { matchRoutes } from "react-router";
import { describe, expect, it } from "vitest";
import type { Schema } from "@/api/types";
import { paths } from "@/app/paths";
import { routes } from "@/app/router";
import { centre as agency } from "@/centres/agency/centre";
import { centre as enterprise } from "@/centres/enterprise/centre";
import { centre as government } from "@/centres/government/centre";
import { centre as institution } from "@/centres/institution/centre";
import { centre as operator } from "@/centres/operator/centre";
import { visibleMenu } from "./centre";

const found = (path: string) => matchRoutes(routes, path)?.at(-1)?.route.path !== "*";

describe.each([enterprise, institution, operator, government, agency])("$name", (centre) => {
  it("has a route for each of its paths", () => {
    const known = Object.values(paths[centre.key]).map((path) =>
      typeof path === "string" ? path : path("1"),
    );
    expect(known.filter((path) => !found(path))).toEqual([]);
    expect(found(`${paths[centre.key].home}/nowhere`)).toBe(false);
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
