/** What can be decided in each state, with the words of its dialog. Pure. */
import type { Schema } from "@/api/types";
import type { Decision } from "@/ui/desk/keys";

type Action = Schema<"ApplicationActionKind">;
type State = Schema<"ApplicationState">;

export type Deciding = {
  action: Action;
  label: string;
  andNext?: string;
  title: string;
  text: string;
  done: string;
  /** What the words are called that stay; 审核意见 unless it is no review. */
  opinion?: string;
  /** Texts that are used often. */
  canned?: readonly string[];
  danger?: boolean;
};

type OfState = Partial<Record<Decision, Deciding>>;

const PASSED = ["材料齐全，符合申报条件。", "经核对原始凭证，金额属实，同意。"];
const REFUSED = ["不符合申报条件：", "材料与申报内容不一致：", "同一支出已享受其他补助。"];

export const DECISIONS: Partial<Record<State, OfState>> = {
  submitted: {
    approve: {
      action: "accept",
      label: "受理",
      andNext: "受理",
      title: "受理这件申请？",
      text: "受理后由您初审，初审时限开始计算。",
      done: "已受理",
    },
    refuse: {
      action: "not_accept",
      label: "不予受理",
      title: "不予受理？",
      text: "请写明原因，企业可以看到，并可申诉一次。",
      done: "已决定不予受理",
      opinion: "不予受理的原因",
      canned: ["申请事项不属于本部门受理范围。", "申请主体不符合事项规定的对象。"],
      danger: true,
    },
  },
  first_review: {
    approve: {
      action: "pass_first",
      label: "初审通过",
      andNext: "通过并下一件",
      title: "初审通过？",
      text: "通过后由另一人复审。",
      done: "初审已通过",
      canned: PASSED,
    },
    return: {
      action: "correct",
      label: "退回补正",
      title: "退回补正",
      text: "请一次列出需要补正的全部内容。",
      done: "已退回补正",
      canned: ["请按所列内容逐项补正。"],
    },
    refuse: {
      action: "refuse_first",
      label: "不予通过",
      title: "初审不通过？",
      text: "请写明原因，企业可以看到，并可申诉一次。",
      done: "已决定不通过",
      canned: REFUSED,
      danger: true,
    },
  },
  second_review: {
    approve: {
      action: "pass_second",
      label: "复审通过",
      andNext: "通过并下一件",
      title: "复审通过？",
      text: "通过后预留预算；需要公示的随即公示。",
      done: "复审已通过",
      canned: PASSED,
    },
    return: {
      action: "send_back",
      label: "退回初审",
      title: "退回初审？",
      text: "请写明需要重新核对的内容，由初审人员继续办理。",
      done: "已退回初审",
    },
    refuse: {
      action: "refuse_second",
      label: "不予通过",
      title: "复审不通过？",
      text: "请写明原因，企业可以看到，并可申诉一次。",
      done: "已决定不通过",
      canned: REFUSED,
      danger: true,
    },
  },
  objection: {
    approve: {
      action: "dismiss_objection",
      label: "异议不成立",
      title: "异议不成立？",
      text: "请写明核实情况；继续公示至期满。",
      done: "已答复异议，继续公示",
      opinion: "异议核实情况",
    },
    refuse: {
      action: "uphold_objection",
      label: "异议成立",
      title: "异议成立？",
      text: "请写明核实情况；释放预留的预算，重新初审。",
      done: "已答复异议，重新初审",
      opinion: "异议核实情况",
      danger: true,
    },
  },
  appealing: {
    approve: {
      action: "uphold_appeal",
      label: "申诉成立",
      title: "申诉成立？",
      text: "请写明理由；申请重新初审。",
      done: "申诉成立，重新初审",
      opinion: "申诉处理意见",
    },
    refuse: {
      action: "dismiss_appeal",
      label: "申诉不成立",
      title: "申诉不成立？",
      text: "请写明理由，企业可以看到；每件申请只能申诉一次。",
      done: "申诉不成立",
      opinion: "申诉处理意见",
      danger: true,
    },
  },
  approved: {
    refuse: {
      action: "revoke",
      label: "撤销审批",
      title: "撤销审批？",
      text: "由未参与审核的人员办理；释放预留的预算，企业可以看到原因，并可申诉一次。",
      done: "审批已撤销",
      opinion: "撤销的原因",
      danger: true,
    },
  },
  paid: {
    refuse: {
      action: "recover",
      label: "登记追回",
      title: "登记追回？",
      text: "确认资金已退回后再登记；预算余额随之恢复。",
      done: "已登记追回",
      opinion: "追回的原因",
      danger: true,
    },
  },
};
