/** 修复建议: what an enterprise can do about each reason for which an institution refuses. */
import type { Schema } from "@/api/types";

export type Repair = {
  /** What stands in the way can be mended, and then it is worth to ask again. */
  repairable: boolean;
  steps: readonly string[];
};

export const REPAIR: Record<Schema<"RefusalCode">, Repair> = {
  r01: {
    repairable: false,
    steps: ["选择面向初创企业的产品，或先了解天使、种子阶段的股权融资", "成立满年限后再次申请"],
  },
  r02: {
    repairable: true,
    steps: [
      "结清逾期款项，向原机构索取结清证明",
      "对有误的征信记录提出异议",
      "在企业档案中更新存量融资后再次匹配",
    ],
  },
  r03: {
    repairable: true,
    steps: ["请主要负责人本人查询信用报告，有未了结事项的先行处理", "更新后再次匹配，或改用有抵质押的方式"],
  },
  r04: {
    repairable: true,
    steps: ["履行生效判决或达成和解，取得执行完毕证明", "在企业档案的风险事项中登记修复日期"],
  },
  r05: {
    repairable: true,
    steps: ["补缴税款并取得完税证明", "向税务机关申请纳税信用修复", "更新企业档案中的纳税等级"],
  },
  r06: { repairable: true, steps: ["完成整改，向作出处罚的机关申请信用修复", "在风险事项中登记修复日期"] },
  r07: { repairable: false, steps: ["先偿还部分存量融资，降低负债率", "考虑股权融资，或降低本次金额"] },
  r08: {
    repairable: false,
    steps: ["补充在手订单、纳税和流水材料", "改选看重订单或知识产权的产品，或降低金额"],
  },
  r09: {
    repairable: false,
    steps: ["该机构不受理本行业，可匹配不限行业的产品", "了解面向本行业的政策性产品"],
  },
  r10: {
    repairable: true,
    steps: ["补充抵质押物或知识产权质押", "引入担保公司或保证保险", "降低金额，或选择信用类产品"],
  },
  r11: { repairable: false, steps: ["按实际经营需要重新说明资金用途", "用途改变时请发布新的需求"] },
  r12: { repairable: true, steps: ["对照机构要求补齐材料", "核对企业档案中的数据与证明材料是否一致"] },
  r13: { repairable: true, steps: ["核对联系人和手机号码是否有效", "指定一位能及时答复的经办人"] },
  r14: { repairable: false, steps: ["调整金额、期限或可接受的利率", "比较其他机构的条件"] },
  r15: { repairable: false, steps: ["该机构的政策或地域限制与企业无关，可直接匹配其他机构"] },
};
