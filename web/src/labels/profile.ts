/** Values of the further part of the enterprise profile in words. */
import type { Schema } from "@/api/types";
import type { Texts } from "./label";

export const SIZE: Texts<Schema<"Size">> = { large: "大型", medium: "中型", small: "小型", micro: "微型" };

export const DATA_SOURCE: Texts<Schema<"Source">> = {
  own: "企业自填",
  document: "平台核对材料",
  audit: "审计报告",
  business: "工商登记",
  tax: "税务",
  social_insurance: "社会保险",
  intellectual_property: "知识产权",
  judicial: "司法",
};

export const LISTING_INTENT: Texts<Schema<"ListingIntent">> = {
  none: "暂无",
  neeq: "新三板",
  bse: "北交所",
  star: "科创板",
  chinext: "创业板",
  main_board: "主板",
  overseas: "境外",
};

export const LISTING_STAGE: Texts<Schema<"ListingStage">> = {
  intended: "有意向",
  restructuring: "股份制改造",
  tutoring: "上市辅导",
  filed: "已申报",
  listed: "已上市",
};

export const RISK_KIND: Texts<Schema<"RiskKind">> = {
  abnormal_operation: "经营异常",
  serious_violation: "严重违法失信",
  enforcement: "被执行",
  tax_arrears: "欠税",
  penalty: "行政处罚",
};
