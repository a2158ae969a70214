/** Routes of the institution centre; pages load on first visit. */
import type { RouteObject } from "react-router";
import { lazyPage } from "@/app/lazyPage";
import { sharedRoutes } from "@/centres/shell/sharedRoutes";

export const institutionRoutes: RouteObject = {
  path: "/institution",
  ...lazyPage(() => import("./InstitutionCentre").then((m) => m.InstitutionCentre)),
  children: [...sharedRoutes],
};
