/** Words for complaints, disputes, objections and incidents. */
import type { Schema } from "@/api/types";
import type { Labels, Texts } from "./label";

export const COMPLAINT_KIND: Texts<Schema<"ComplaintKind">> = {
  disbursement: "放款异议",
  institution: "投诉机构",
  enterprise: "投诉企业",
  objection: "数据或评分异议",
  feedback: "意见反馈",
  incident: "异常情况",
};

export const COMPLAINT_STATE: Labels<Schema<"ComplaintState">> = {
  open: { text: "待受理", tone: "info" },
  assigned: { text: "处理中", tone: "purple" },
  answered: { text: "已答复·待确认", tone: "info" },
  reopened: { text: "要求重新处理", tone: "warn" },
  confirmed: { text: "已确认·待整改", tone: "warn" },
  closed: { text: "已办结", tone: "ok" },
};

export const DISPUTED_FIGURE: Texts<Schema<"DisputedFigure">> = {
  amount: "放款金额",
  rate: "利率或价格",
  term: "期限",
  date: "放款日期",
  fees: "费用",
  other: "其他数据",
};

export const OBJECTION_SUBJECT: Texts<Schema<"ObjectionSubject">> = {
  score: "创新能力评分",
  data: "企业数据",
};

export const FINDING: Labels<Schema<"Finding">> = {
  justified: { text: "属实", tone: "warn" },
  partly: { text: "部分属实", tone: "warn" },
  unjustified: { text: "不属实", tone: "neutral" },
};
