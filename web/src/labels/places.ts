/** Streets, towns and parks of the high-tech zone, offered as suggestions: the server accepts free text. */

export const DISTRICTS = [
  "石桥铺街道",
  "二郎街道",
  "渝州路街道",
  "虎溪街道",
  "香炉山街道",
  "西永街道",
  "含谷镇",
  "白市驿镇",
  "金凤镇",
  "走马镇",
  "曾家镇",
  "巴福镇",
  "石板镇",
] as const;

export const PARKS = [
  "西永微电子产业园",
  "西永综合保税区",
  "金凤软件园",
  "金凤实验室",
  "金凤生物医药产业园",
  "二郎科技新城",
  "石桥铺科技创业园",
  "白市驿高新技术产业园",
  "含谷工业园",
  "曾家智能制造园",
  "走马工业园",
  "巴福智能制造产业园",
  "石板工业园",
  "大学城科技园",
] as const;
