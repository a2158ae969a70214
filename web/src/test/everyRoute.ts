/** The routes that the router has once every centre was visited. */
import type { RouteObject } from "react-router";
import { routes } from "@/app/router";
import { centre as agency } from "@/centres/agency/centre";
import { centre as enterprise } from "@/centres/enterprise/centre";
import { centre as government } from "@/centres/government/centre";
import { centre as institution } from "@/centres/institution/centre";
import { centre as operator } from "@/centres/operator/centre";
import { centreRoutes } from "@/centres/shell/centreRoutes";

export const centres = [enterprise, institution, operator, government, agency] as const;

export const everyRoute: RouteObject[] = [...routes, ...centres.map(centreRoutes)];
