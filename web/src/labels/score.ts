/** Words of the innovation score. */
import type { Schema } from "@/api/types";
import type { Labels, Texts } from "./label";

export const INDICATOR: Texts<Schema<"Indicator">> = {
  rd_expense: "研发费用金额",
  rd_growth: "研发费用增速",
  rd_share: "研发费用占营收比",
  rd_staff_share: "研发人员占比",
  invention_applications: "主营相关发明专利申请量",
  pct: "PCT 申请量",
  tech_contracts: "技术合同成交额",
  hightech_revenue: "高新产品收入",
  revenue: "营业收入",
  revenue_growth: "营收增长率",
  master_share: "研究生以上人员占比",
  net_asset_margin: "净资产利润率",
  hightech_share: "高新收入占比",
  graduates: "吸纳应届毕业生",
  provincial_platforms: "省级以上平台",
  provincial_awards: "省级以上科技奖",
  provincial_projects: "省级以上科技计划项目",
  venture_capital: "获风险投资额",
};

export const SCORE_GROUP: Texts<Schema<"ScoreGroup">> = {
  technology: "技术创新",
  growth: "成长经营",
  support: "辅助指标",
};

export const SCORE_STAGE: Texts<Schema<"ScoreStage">> = {
  startup: "初创期",
  growing: "成长期",
  stable: "稳定期",
};

export const SCORE_GRADE: Labels<Schema<"ScoreGrade">> = {
  a: { text: "A 级", tone: "ok" },
  b: { text: "B 级", tone: "ok" },
  c: { text: "C 级", tone: "info" },
  d: { text: "D 级", tone: "neutral" },
  e: { text: "E 级", tone: "neutral" },
};

/** The figures of the last full year that only the score asks for. */
export const INNOVATION: Record<keyof Schema<"Innovation">, { text: string; unit: "项" | "人" | "money" }> = {
  invention_applications: { text: "主营相关发明专利申请", unit: "项" },
  tech_contracts: { text: "技术合同成交额", unit: "money" },
  hightech_revenue: { text: "高新技术产品（服务）收入", unit: "money" },
  master_staff: { text: "研究生以上学历人员", unit: "人" },
  graduates: { text: "当年吸纳应届毕业生", unit: "人" },
  provincial_platforms: { text: "省级以上研发或创新平台", unit: "项" },
  provincial_awards: { text: "省级以上科技奖", unit: "项" },
  provincial_projects: { text: "省级以上科技计划项目", unit: "项" },
  venture_capital: { text: "获得的风险投资额", unit: "money" },
};
