/** What of a demand's orders waits for the enterprise's answer, as one thing to do. */
import type { Schema } from "@/api/types";

type Order = Schema<"EnterpriseOrderView">;

/** Offers that it may choose from. */
export const openOffers = (orders: readonly Order[]): Order[] =>
  orders.filter(({ state, product }) => state === "grabbed" && product === null);

export type Pending = {
  next: string;
  due: Schema<"Due"> | null;
  /** It may be answered, but does not wait for it: another institution is already at work. */
  chosen?: boolean;
};

/** The enterprise has settled on them. */
const CHOSEN: readonly Order["state"][] = [
  "contacting",
  "due_diligence",
  "credit_review",
  "offered",
  "contracting",
  "disbursed",
];

const first = (orders: readonly Order[]): Schema<"Due"> | null =>
  orders
    .map(({ due }) => due)
    .filter((due) => due !== null)
    .sort((a, b) => a.days_left - b.days_left)[0] ?? null;

const names = (orders: readonly Order[]) => orders.map(({ institution }) => institution.name).join("、");

/** What is nearest to the money first; nothing where no answer is due. */
export function pendingOf(orders: readonly Order[]): Pending | null {
  const mine = orders.filter(
    ({ turn, actions }) => turn === "enterprise" && actions.some(({ allowed }) => allowed),
  );
  const paid = mine.filter(({ state }) => state === "disbursed");
  if (paid.length > 0) return { next: `${names(paid)}已登记放款，请核对并确认。`, due: first(paid) };
  const asked = mine.filter(({ awaiting_since }) => awaiting_since !== null);
  if (asked.length > 0) return { next: `${names(asked)}请您补充材料。`, due: first(asked) };
  const granted = mine.filter(({ state }) => state === "offered");
  if (granted.length > 0) return { next: `${names(granted)}已批准，请在有效期内答复。`, due: first(granted) };
  const offers = openOffers(mine);
  const chosen = orders.filter(({ state, product }) => CHOSEN.includes(state) && product === null);
  if (offers.length > 0 && chosen.length > 0)
    return {
      next: `已选择${names(chosen)}，正在办理。另有 ${offers.length} 家报价仍有效，可以继续选择，也可以回复不选择。`,
      due: null,
      chosen: true,
    };
  if (offers.length > 1) return { next: `${offers.length} 家机构已报价，请比较后选择。`, due: first(offers) };
  return offers.length === 1 ? { next: `${names(offers)}已报价，请答复。`, due: first(offers) } : null;
}
