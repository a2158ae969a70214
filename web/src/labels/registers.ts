/** Registers that may be asked about a firm (数据核验). */
import type { Schema } from "@/api/types";
import type { Texts } from "./label";

export const REGISTER: Texts<Schema<"Register">> = {
  business: "工商登记",
  tax: "税务",
  social_insurance: "社会保险",
  intellectual_property: "知识产权",
  judicial: "司法",
};

/** What each register is asked for. */
export const REGISTER_NOTE: Texts<Schema<"Register">> = {
  business: "法定代表人、企业类型、成立日期、注册和实缴资本、登记机关、经营异常和处罚",
  tax: "近三年财务、纳税信用等级、欠税",
  social_insurance: "参保人数",
  intellectual_property: "专利、软件著作权数量",
  judicial: "被执行记录",
};

export const SOURCE_FAILURE: Texts<Schema<"SourceFailure">> = {
  unknown: "没有查到本企业",
  unreachable: "暂时无法连接，稍后会自动重试",
  unreadable: "返回的内容无法识别",
  dated: "返回的数据日期不正确",
};
