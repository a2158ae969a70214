/** The parts of a matching score in words. */
import type { MatchPart } from "@/api/types";
import type { Texts } from "./label";

export const MATCH_PART: Texts<MatchPart> = {
  fit: "额度与期限",
  price: "价格",
  guarantee: "担保便利",
  affinity: "行业与资质",
  text: "用途相符",
  history: "同类成交",
  service: "时限达标",
  first_loan: "首贷支持",
};

/** What a part looks at, for the operator. */
export const MATCH_PART_HINT: Texts<MatchPart> = {
  fit: "金额和期限在产品范围之内，离上限有余地",
  price: "综合年化成本低，且低于企业可接受的利率",
  guarantee: "双方都接受的担保方式中最容易办的一种",
  affinity: "产品专门面向的行业，或所要求的资质",
  text: "产品介绍与资金用途说明相近的程度",
  history: "情况相近的企业在该机构成交的情况",
  service: "机构上一季度按时办理的比例",
  first_loan: "企业没有贷款记录，且产品支持首贷",
};
