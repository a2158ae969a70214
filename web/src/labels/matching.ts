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

/** Measures of likeness that count, for the operator; the names are those of the engine. */
export const MEASURE: Record<string, string> = {
  soft_cover_least: "词义互相覆盖",
  term_cosine: "用词相近",
  term_covered_most: "一方的词另一方都有",
  char_mixed_cosine: "用字相近",
  bm25_least: "少见词相同",
  weighed_edits: "改动较少",
  common_letters: "相同的字",
  term_rarest_alone_most: "少见词只在一方",
  asks_the_same: "所求相同",
  contrary: "意思相反",
  same_numbers: "数字相同",
  length_ratio: "长短相近",
};
