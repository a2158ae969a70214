/** Ratings of an order, from either side. */
import { readQuery } from "@/api/queries";
import type { Schema } from "@/api/types";

export const RATE_PATH = {
  enterprise: "/enterprise/orders/{id}/ratings",
  institution: "/institution/orders/{id}/ratings",
} as const;
export const REPLY_PATH = {
  enterprise: "/enterprise/orders/{id}/ratings/reply",
  institution: "/institution/orders/{id}/ratings/reply",
} as const;
export const APPEAL_PATH = {
  enterprise: "/enterprise/orders/{id}/ratings/appeal",
  institution: "/institution/orders/{id}/ratings/appeal",
} as const;

export const ratingsQuery = (party: Schema<"RatingParty">, id: string) =>
  readQuery("orders", RATE_PATH[party], { path: { id } });
