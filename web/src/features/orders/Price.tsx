/** What the money costs, in one figure: the rate or the whole yearly cost of a loan, the share that an investor gets. */
import { Cost, Rate, Share } from "@/ui/Values";
import type { Terms } from "./terms";

export const RateOrShare = ({ terms }: { terms: Terms }) =>
  terms.share_bp === null ? <Rate rate={terms.rate} /> : <Share bp={terms.share_bp} />;

export const CostOrShare = ({ terms }: { terms: Terms }) =>
  terms.share_bp === null ? <Cost cost={terms.costs?.annual_cost} /> : <Share bp={terms.share_bp} />;
