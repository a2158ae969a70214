/** The plan's figures in words: name, and value with its unit. */
import type { Schema } from "@/api/types";
import { formatCount, formatMoney, formatShare } from "@/lib/money";
import type { Texts } from "./label";

export const FIGURE: Texts<Schema<"FigureKey">> = {
  enterprises: "平台企业数",
  served_enterprises: "服务企业数",
  products: "当前产品数",
  institutions: "平台机构数",
  demands: "当前需求总数",
  disbursed: "累计成交额",
  success_rate: "成交率",
  second_credits: "二次授信数",
};

const UNIT: Partial<Texts<Schema<"FigureKey">>> = {
  enterprises: "家",
  served_enterprises: "家",
  products: "个",
  institutions: "家",
  demands: "项",
  second_credits: "笔",
};

/** What the months of a figure hold. */
export const FIGURE_ADDED: Partial<Texts<Schema<"FigureKey">>> = {
  enterprises: "新增企业",
  demands: "新发布的需求",
  disbursed: "成交额",
};

/** Below 100 million yuan, 亿元 would show a meaningless 0.xx. */
const YI = 10_000_000_000;

export function figureText({ key, value }: Schema<"Figure">): { value: string; unit: string } {
  if (value === null) return { value: "—", unit: "" };
  if (key === "disbursed") {
    const large = value >= YI;
    return { value: formatMoney(value, large ? "yi" : "wan"), unit: large ? "亿元" : "万元" };
  }
  if (key === "success_rate") return { value: formatShare(value), unit: "" };
  return { value: formatCount(value), unit: UNIT[key] ?? "" };
}

/** As a sentence has it: `3 家`. */
export function figureWords(key: Schema<"FigureKey">, value: number): string {
  const { value: text, unit } = figureText({ key, value, definition: "" });
  return unit ? `${text} ${unit}` : text;
}
