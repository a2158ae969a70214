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

/** What two operators agree about. */
export const RESET_KIND: Texts<Schema<"ResetKind">> = {
  password: "重置密码",
  authenticator: "重置动态验证码",
  primary: "设为主账号",
};

export const IDENTITY_PROOF: Texts<Schema<"IdentityProof">> = {
  in_person: "本人到场，已核对证件原件",
  sealed_letter: "加盖公章的书面申请及证件复印件",
  called_back: "平台回拨登记的电话，已核对身份信息",
};

/** In the order of display. */
export const ACCOUNT_ACTION: Record<Schema<"AccountAction">["action"], Look> = {
  approve_reset: { label: "复核同意", primary: true },
  refuse_reset: { label: "复核不同意" },
  withdraw_reset: { label: "撤回申请" },
  ask_password: { label: "申请重置密码" },
  ask_authenticator: { label: "申请重置动态验证码" },
  ask_primary: { label: "申请设为主账号" },
  end_sessions: { label: "结束全部会话" },
  enable: { label: "启用账号", primary: true },
  disable: { label: "停用账号", danger: true },
};
