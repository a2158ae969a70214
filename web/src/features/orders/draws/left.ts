/** What was granted, paid out of it, and left to draw, in fen; the server checks the same. */
import type { Schema } from "@/api/types";

type Draw = Pick<Schema<"DrawView">, "amount" | "state">;

export type PaidOrder = Pick<Schema<"EnterpriseOrderView">, "id" | "kind" | "state" | "disbursement">;

/** What was paid under it is drawn and repaid part by part. */
export const hasDraws = ({ kind, state, disbursement }: PaidOrder): boolean =>
  kind === "debt" && state === "closed" && disbursement !== null;

/** The one that this enterprise has to confirm first, the oldest; none where there is nothing to confirm. */
export const toConfirm = (draws: readonly Schema<"DrawView">[] = []): Schema<"DrawView"> | undefined =>
  draws.find(({ actions }) => actions.includes("confirm"));

/** A draw that was rejected or withdrawn counts for nothing. */
const COUNTS: Record<Schema<"DrawState">, boolean> = {
  recorded: true,
  running: true,
  settled: true,
  rejected: false,
  withdrawn: false,
};

/** `first`: the amount of the first payment, which is a draw of its own a moment after the enterprise has confirmed it. */
export function leftToDraw(granted: number, first: number, draws: readonly Draw[]) {
  const counted = draws.filter(({ state }) => COUNTS[state]).reduce((sum, { amount }) => sum + amount, 0);
  const drawn = draws.length === 0 ? first : counted;
  return { granted, drawn, left: Math.max(granted - drawn, 0) };
}
