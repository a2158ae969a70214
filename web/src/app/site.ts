/** Facts about the operator of this site that a deployment changes: shown in the footer, the help and the error pages. */

export const SITE = {
  name: "金桥",
  fullName: "金桥 · 科技企业融资服务平台",
  zone: "重庆高新区",
  host: "重庆高新技术产业开发区管理委员会",
  /** Placeholders until the host organ announces the official ones. */
  hotline: "023-0000 0000",
  hotlineHours: "工作日 09:00–18:00",
  icp: "渝ICP备00000000号",
  police: "渝公网安备 00000000000000号",
} as const;
