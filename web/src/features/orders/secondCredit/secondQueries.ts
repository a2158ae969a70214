/** Second credits as each side and the operator read them. */
import { listQuery, readQuery } from "@/api/queries";
import type { Query, Schema } from "@/api/types";

const LIST = {
  enterprise: "/enterprise/second-credits",
  institution: "/institution/second-credits",
} as const;
const DETAIL = {
  enterprise: "/enterprise/second-credits/{id}",
  institution: "/institution/second-credits/{id}",
} as const;
type Side = Schema<"SecondSide">;

export const secondsQuery = (side: Side, query: Query<"/enterprise/second-credits">) =>
  listQuery("second-credits", LIST[side], { query });

export const secondQuery = (side: Side, id: string) =>
  readQuery("second-credits", DETAIL[side], { path: { id } });
