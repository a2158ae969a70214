/** What messages are about, in words. */
import type { Query, Schema } from "@/api/types";
import type { Texts } from "./label";

export const MESSAGE_TOPIC: Texts<NonNullable<Query<"/messages">["topic"]>> = {
  demand: "融资需求",
  order: "对接、授权与评价",
  product: "金融产品",
  review: "审核",
  complaint: "投诉与异议",
  policy: "政策",
  organization: "单位与认证",
  points: "信用积分",
  platform: "平台运行",
};

/** How a reader is told of a subject. */
export const MESSAGE_WAY: Texts<Schema<"MessageWay">> = {
  each: "逐条提醒",
  daily: "每日汇总",
  quiet: "不提醒",
};
