/** All centres. Each is loaded when it is first visited: nobody works in more than one, and each new page makes its own longer. */
import type { RouteObject } from "react-router";
import { paths } from "@/app/paths";
import type { Centre } from "./centre";
import type { CentreKey } from "./useCentre";

const LOAD: Readonly<Record<CentreKey, () => Promise<Centre>>> = {
  enterprise: () => import("@/centres/enterprise/centre").then((m) => m.centre),
  institution: () => import("@/centres/institution/centre").then((m) => m.centre),
  operator: () => import("@/centres/operator/centre").then((m) => m.centre),
  government: () => import("@/centres/government/centre").then((m) => m.centre),
  agency: () => import("@/centres/agency/centre").then((m) => m.centre),
};

/** The centre in which a page stands, by its path; none for pages of portal and account. */
export function centreAt(path: string): CentreKey | undefined {
  const keys = Object.keys(LOAD) as CentreKey[];
  return keys.find((key) => path === paths[key].home || path.startsWith(`${paths[key].home}/`));
}

export const loadCentre = (key: CentreKey): Promise<Centre> => LOAD[key]();

/** The routes of the centre at `path`; none outside of centres. */
export async function routesAt(path: string): Promise<RouteObject[]> {
  const key = centreAt(path);
  if (key === undefined) return [];
  const [centre, { centreRoutes }] = await Promise.all([loadCentre(key), import("./centreRoutes")]);
  return [centreRoutes(centre)];
}
