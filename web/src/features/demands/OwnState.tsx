/** Where the reader's own order on a market demand stands. */
import type { Schema } from "@/api/types";
import { oneOf } from "@/api/useListParams";
import { ORDER_STATE } from "@/labels/finance";
import { StatusTag } from "@/ui/StatusTag";

export function OwnState({ demand }: { demand: Pick<Schema<"MarketDemand">, "mine"> }) {
  if (!demand.mine) return "未报价";
  const state = oneOf(demand.mine.state, ORDER_STATE);
  return state ? <StatusTag label={ORDER_STATE[state]} /> : "已报价";
}
