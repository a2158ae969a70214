/** Words for fees and what a loan costs. */
import type { Schema } from "@/api/types";
import { formatRate, moneyText } from "@/lib/money";
import type { Texts } from "./label";

export const FEE_PAYEE: Texts<Schema<"FeePayee">> = {
  lender: "放款机构",
  guarantor: "担保机构",
  insurer: "保险公司",
  appraiser: "评估机构",
  registry: "登记、公证机关",
  other: "其他第三方",
};

export const FEE_TIMING: Texts<Schema<"FeeTiming">> = {
  upfront: "放款时一次收取",
  monthly: "每月收取",
  yearly: "每年年初收取",
  at_end: "到期时一次收取",
};

export const LPR_TENOR: Texts<Schema<"LprTenor">> = {
  one_year: "1 年期 LPR",
  five_years: "5 年期以上 LPR",
};

export const FEE_BASIS: Texts<Schema<"FeeBasis">> = { share: "按金额的比例", fixed: "固定金额" };

/** `评估费 1,200.00 元，放款时一次收取，评估机构收取`. */
export const feeText = (fee: Schema<"Fee">): string =>
  `${fee.name} ${moneyText(fee.amount, "yuan")}（${FEE_TIMING[fee.timing]}，收取方为${FEE_PAYEE[fee.payee]}）`;

export const productFeeText = (fee: Schema<"ProductFee">): string => {
  const value = fee.basis === "fixed" ? moneyText(fee.value, "yuan") : `金额的 ${formatRate(fee.value)}`;
  return `${fee.name} ${value}（${FEE_TIMING[fee.timing]}，收取方为${FEE_PAYEE[fee.payee]}）`;
};

/** What is paid first and last, in the words of the way of repaying. */
export const FIRST_PAYMENT: Texts<Schema<"Repayment">> = {
  equal_installment: "每月还款",
  equal_principal: "首月还款（逐月递减）",
  interest_first: "每月付息",
  quarterly: "每季付息",
  bullet: "到期一次还款",
  revolving: "每月付息（按全额使用测算）",
};
