/** The parts of a matching score in words. */
import type { MatchPart } from "@/api/types";
import type { Texts } from "./label";

export const MATCH_PART: Texts<MatchPart> = {
  fit: "额度与期限",
  price: "价格",
  guarantee: "担保便利",
  affinity: "行业与资质",
  first_loan: "首贷支持",
};
