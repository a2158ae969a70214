/** Words for applications of policies. */
import type { Schema } from "@/api/types";
import type { Labels, Texts } from "./label";

export const APPLICATION_STATE: Labels<Schema<"ApplicationState">> = {
  draft: { text: "草稿", tone: "neutral" },
  submitted: { text: "待受理", tone: "info" },
  first_review: { text: "初审中", tone: "info" },
  correction: { text: "待补正", tone: "warn" },
  second_review: { text: "复审中", tone: "info" },
  publicity: { text: "公示中", tone: "info" },
  objection: { text: "异议处理中", tone: "warn" },
  approved: { text: "待拨付", tone: "ok" },
  paying: { text: "拨付中", tone: "ok" },
  paid: { text: "已拨付", tone: "ok" },
  granted: { text: "已通过", tone: "ok" },
  not_accepted: { text: "不予受理", tone: "err" },
  refused: { text: "审核未通过", tone: "err" },
  appealing: { text: "申诉处理中", tone: "warn" },
  withdrawn: { text: "已撤回", tone: "neutral" },
  lapsed: { text: "逾期失效", tone: "neutral" },
  recovered: { text: "已追回", tone: "err" },
};

/** What happens next, as the enterprise reads it. */
export const APPLICATION_NEXT: Texts<Schema<"ApplicationState">> = {
  draft: "填写完整后提交；没有填完的内容会自动保存。",
  submitted: "部门将核对材料是否齐全，决定是否受理。",
  first_review: "部门正在初审，需要补充时会通知您。",
  correction: "请按补正要求修改后重新提交，逾期未提交的申请失效。",
  second_review: "初审已通过，由另一人复审。",
  publicity: "审核已通过，正在公示；期满无异议后办理下一步。",
  objection: "公示期间有人提出异议，部门正在核实。",
  approved: "已批准，等待列入拨付清单。",
  paying: "已列入拨付清单，等待到账。",
  paid: "资金已拨付至贵企业账户。",
  granted: "申请已通过。",
  not_accepted: "部门没有受理这件申请，原因见下方。",
  refused: "申请没有通过，原因见下方。",
  appealing: "申诉由没有参与过审核的人员处理。",
  withdrawn: "已撤回，受理期内可以重新申请。",
  lapsed: "补正期限已过，申请失效；受理期内可以重新申请。",
  recovered: "已拨付的资金已追回。",
};

export const REVIEW_SEAT: Texts<Schema<"ReviewSeat">> = {
  first: "初审",
  second: "复审",
  third: "异议与申诉",
};

export const TRACE_KIND: Texts<Schema<"TraceKind">> = {
  file: "相同文件",
  number: "相同编号",
};

export const BUDGET_MOVE: Texts<Schema<"BudgetMove">> = {
  reserve: "预留",
  release: "释放",
  list: "列入拨付",
  unlist: "退回待拨付",
  pay: "拨付",
  recover: "追回",
};

export const PAYMENT_STATE: Labels<Schema<"PaymentState">> = {
  listed: { text: "拨付中", tone: "info" },
  paid: { text: "已拨付", tone: "ok" },
  failed: { text: "拨付失败", tone: "err" },
};
