/** What the decisions of reviews are called and what follows from them, by what is reviewed. */
import type { Schema } from "@/api/types";

type Words = {
  approve: {
    label: string;
    /** What the dialog's button says, where it says more. */
    ok?: string;
    /** At the desk, where the next item is opened after it. */
    andNext?: string;
    done: string;
  };
  refuse: {
    label?: string;
    ok?: string;
    /** What comes of it, in the dialog. */
    text: string;
    /** Who reads the reason, and what it is to say. */
    hint: string;
    done: string;
    /** Nothing is ended by it. */
    mild?: boolean;
  };
  /** Who hears of a return. */
  told?: string;
  /** What both decisions ask for, where they ask for the same. */
  asked?: string;
};

export const DECISION: Record<Schema<"ReviewKind">, Words> = {
  organization: {
    approve: { label: "审核通过", ok: "通过并开通账号", done: "已通过，账号已开通" },
    refuse: {
      text: "该注册将结束，对方不能再修改。如只是资料有误，请选择“退回补正”。",
      hint: "对方会看到这段文字，请写明依据",
      done: "已不予通过，并通知对方",
    },
    told: "对方",
  },
  certification: {
    approve: { label: "通过认证", done: "已通过认证，对方会收到通知" },
    refuse: {
      text: "对方可以修改后再次申请。",
      hint: "对方会看到这段文字，请写明需要修改的内容",
      done: "已不予通过，并通知对方",
    },
  },
  product: {
    approve: { label: "通过并上架", done: "已通过并上架，机构会收到通知" },
    refuse: {
      text: "机构可以修改后作为新版本重新提交；已上架的旧版本不受影响。",
      hint: "机构会看到这段文字，请写明依据",
      done: "已不予通过，并通知机构",
    },
    told: "机构",
  },
  demand: {
    approve: { label: "通过并发布", done: "已通过，需求已进入市场" },
    refuse: {
      text: "该需求将结束，企业不能再修改。如只是内容有误，请选择“退回补正”。",
      hint: "企业会看到这段文字，请写明依据",
      done: "已不予通过，并通知企业",
    },
    told: "企业",
  },
  second_credit: {
    approve: { label: "审核通过", ok: "通过", done: "已通过，双方会收到通知" },
    refuse: {
      text: "本次二次授信结束，双方可以改善后再次提出。",
      hint: "双方都会看到，请写明核实情况",
      done: "已不予通过，并通知双方",
    },
  },
  rating_appeal: {
    approve: {
      label: "申诉成立",
      ok: "成立，评价不再计入",
      andNext: "申诉成立并下一件",
      done: "已处理，申诉方会收到通知",
    },
    refuse: {
      label: "申诉不成立",
      ok: "不成立，评价保留",
      text: "评价保留并继续计入，申诉方会收到处理意见。",
      hint: "双方都会看到，请写明核实情况",
      done: "已处理，申诉方会收到通知",
      mild: true,
    },
    asked: "处理意见",
  },
};
