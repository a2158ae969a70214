/** The five questions of 测一测: what is asked, what can be chosen with one press, and what the answers ask the server. */
import type { operations } from "@/api/schema.gen";
import { parseWhole, wanToFen } from "@/lib/money";

export type EstimateQuery = operations["get_matching_estimate"]["parameters"]["query"];

export type QuestionKey = "amount" | "term" | "age" | "revenue" | "tax";

type Question = {
  key: QuestionKey;
  text: string;
  unit: string;
  /** Answers of one press, in `unit`. */
  choices: readonly number[];
  hint?: string;
};

export const QUESTIONS: readonly Question[] = [
  { key: "amount", text: "想贷多少？", unit: "万元", choices: [50, 100, 300, 500, 1000] },
  { key: "term", text: "用多久？", unit: "个月", choices: [6, 12, 24, 36] },
  { key: "age", text: "企业成立几年了？", unit: "年", choices: [1, 3, 5, 10], hint: "不满一年请填 0。" },
  { key: "revenue", text: "去年营业收入？", unit: "万元", choices: [300, 1000, 3000, 10000] },
  { key: "tax", text: "去年纳税额？", unit: "万元", choices: [5, 20, 50, 200] },
];

export type Answers = Partial<Record<QuestionKey, string>>;

/** What is wrong with an answer; nothing while there is none. */
export function defect(key: QuestionKey, text: string | undefined): string | null {
  if (!text) return null;
  if (key === "term") {
    const months = parseWhole(text, 3);
    return months === null || months < 1 || months > 360 ? "请填写 1 至 360 的整数" : null;
  }
  if (key === "age") return (parseWhole(text, 3) ?? 201) > 200 ? "请填写 200 以内的整数" : null;
  const fen = wanToFen(text);
  if (fen === null || fen > 1_000_000_000_000) return "请填写 100 亿元以内的金额";
  return key === "amount" && fen === 0 ? "请填写大于 0 的金额" : null;
}

/** The question to the server, once all is answered; `null` before. */
export function asked(answers: Answers): EstimateQuery | null {
  if (QUESTIONS.some(({ key }) => !answers[key] || defect(key, answers[key]))) return null;
  return {
    amount: wanToFen(answers.amount ?? "") ?? 0,
    term: parseWhole(answers.term ?? "", 3) ?? 0,
    age_months: 12 * (parseWhole(answers.age ?? "", 3) ?? 0),
    revenue: wanToFen(answers.revenue ?? "") ?? 0,
    tax_paid: wanToFen(answers.tax ?? "") ?? 0,
  };
}
