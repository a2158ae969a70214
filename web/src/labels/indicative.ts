/** Indicative amounts in words. */
import type { Schema } from "@/api/types";
import { rangeText, roundMoney } from "@/labels/productRanges";

/** The one sentence that stands beside a product. */
export function indicativeText({ state, amount, beyond, missing }: Schema<"Indicative">): string {
  switch (state) {
    case "computed":
      if (amount === null) return "暂时无法测算";
      return beyond === null
        ? `意向额度约 ${roundMoney(amount)}（测算，非承诺）`
        : `意向额度约 ${roundMoney(amount)}（测算，非承诺；已按需求金额计，测算结果为 ${roundMoney(beyond)}）`;
    case "below":
      return "按测算规则，暂未达到该产品的最低额度（测算，非承诺）";
    case "missing":
      return `补充${missing.join("、")}后可测算意向额度`;
    case "unavailable":
      return "暂时无法测算";
  }
}

/** What is said over all products. */
export const rangeSentence = ({ products, least, most }: Schema<"IndicativeRange">) =>
  `符合条件且可测算的 ${products} 个产品：${rangeText(least, most, roundMoney)}（测算，非承诺）`;
