/** What messages are about, in words. */
import type { MessageTopic } from "@/api/types";
import type { Texts } from "./label";

export const MESSAGE_TOPIC: Texts<MessageTopic> = {
  demand: "融资需求",
  order: "对接与评价",
  product: "金融产品",
  organization: "单位与认证",
  points: "积分",
};
