/** Ratings of an order, from either side. */
import { queryOptions } from "@tanstack/react-query";
import { api, unwrap } from "@/api/client";
import { useIntent } from "@/api/intent";
import type { Schema } from "@/api/types";

const READ = {
  enterprise: "/enterprise/orders/{id}/ratings",
  institution: "/institution/orders/{id}/ratings",
} as const;
const REPLY = {
  enterprise: "/enterprise/orders/{id}/ratings/reply",
  institution: "/institution/orders/{id}/ratings/reply",
} as const;
const APPEAL = {
  enterprise: "/enterprise/orders/{id}/ratings/appeal",
  institution: "/institution/orders/{id}/ratings/appeal",
} as const;

export const ratingsQuery = (party: Schema<"RatingParty">, id: string) =>
  queryOptions({
    queryKey: ["orders", "ratings", party, id],
    queryFn: ({ signal }): Promise<Schema<"RatingsView">> =>
      unwrap(api.GET(READ[party], { params: { path: { id } }, signal })),
  });

/** The three writes of one side. */
export function useRatingWrites(party: Schema<"RatingParty">, id: string, onSuccess: (text: string) => void) {
  const params = { path: { id } };
  const after = (text: string) => ({
    invalidate: [["orders"], ["messages"]],
    onSuccess: () => onSuccess(text),
  });
  const rate = useIntent(
    (body: Schema<"RatingIn">, headers) => unwrap(api.POST(READ[party], { params, body, headers })),
    after("评价已提交"),
  );
  const reply = useIntent(
    (text: string, headers) => unwrap(api.POST(REPLY[party], { params, body: { text }, headers })),
    after("已回复"),
  );
  const appeal = useIntent(
    (reason: string, headers) => unwrap(api.POST(APPEAL[party], { params, body: { reason }, headers })),
    after("申诉已提交，平台会尽快处理"),
  );
  return { rate, reply, appeal };
}
