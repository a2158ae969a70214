/** All centres, and which of them an account works in. */
import type { Schema } from "@/api/types";
import { centre as agency } from "@/centres/agency/centre";
import { centre as enterprise } from "@/centres/enterprise/centre";
import { centre as government } from "@/centres/government/centre";
import { centre as institution } from "@/centres/institution/centre";
import { centre as operator } from "@/centres/operator/centre";
import type { Centre } from "./centre";

export const CENTRES: readonly Centre[] = [enterprise, institution, operator, government, agency];

export const centreOf = ({ role }: Pick<Schema<"Me">, "role">): Centre | undefined =>
  CENTRES.find(({ roles }) => roles.includes(role));
