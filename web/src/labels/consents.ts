/** Words for consents and for who looked. */
import type { Schema } from "@/api/types";
import type { Labels, Texts } from "./label";

export const CONSENT_STATE: Labels<Schema<"ConsentState">> = {
  active: { text: "有效", tone: "ok" },
  expired: { text: "已到期", tone: "neutral" },
  revoked: { text: "已撤回", tone: "neutral" },
  replaced: { text: "已由新的授权代替", tone: "neutral" },
};

export const ACCESS_PART: Texts<Schema<"AccessPart">> = {
  profile: "企业资料",
  mobile: "完整手机号码",
  attachment: "附件材料",
  material: "补充材料",
  name: "列表中的名称",
  panorama: "企业全景",
  consultation: "会商中的申报表单",
};

export const SIGNING_METHOD: Texts<Schema<"SigningMethod">> = {
  password: "登录账号在线签署，签署时再次验证密码",
  session: "登录账号在线签署",
};

/** What has to be known of a scope beside its fields. */
export const CONSENT_SCOPE_NOTE: Partial<Texts<Schema<"ConsentScope">>> = {
  contact: "电话默认掩码，机构查看完整号码需说明理由并留痕",
  attachments: "您在这项需求和企业档案中上传的附件；每次下载都会留痕",
};
