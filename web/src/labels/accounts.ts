/** Words for the administration of accounts. */
import type { Schema } from "@/api/types";
import type { Look } from "@/ui/splitActions";
import type { Labels, Texts } from "./label";

export const ACCOUNT_STATE: Labels<Schema<"AccountState">> = {
  active: { text: "在用", tone: "ok" },
  disabled: { text: "已停用", tone: "neutral" },
};

export const LINK_KIND: Texts<Schema<"LinkKind">> = {
  password: "密码重置链接",
  authenticator: "动态验证码绑定链接",
};

/** In the order of display. */
export const ACCOUNT_ACTION: Record<Schema<"AccountAction">["action"], Look> = {
  approve_reset: { label: "复核同意重置", primary: true },
  refuse_reset: { label: "复核不同意" },
  withdraw_reset: { label: "撤回重置申请" },
  password_link: { label: "生成密码重置链接" },
  ask_reset: { label: "申请重置动态验证码" },
  end_sessions: { label: "结束全部会话" },
  enable: { label: "启用账号", primary: true },
  disable: { label: "停用账号", danger: true },
};
