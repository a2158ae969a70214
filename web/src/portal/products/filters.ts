/** Filters of the public product list: what stands in the URL, and what the server is asked. */
import type { ShelfQuery } from "@/api/shelf";
import type { Schema } from "@/api/types";
import { GUARANTEE, STAGE } from "@/labels/finance";
import { SECTION } from "@/labels/industries";
import { options } from "@/labels/label";
import { CHANNEL, EQUITY_TYPE, PRODUCT_TYPE } from "@/labels/products";

type Choice = { value: string; label: string };
export type Filter = { name: string; label: string; choices: Choice[] };

const WAN = 1_000_000;

/** Bands are `from-to`, either side may be empty. */
const AMOUNTS: Choice[] = [
  { value: "-100", label: "100 万元以下" },
  { value: "100-500", label: "100–500 万元" },
  { value: "500-1000", label: "500–1000 万元" },
  { value: "1000-3000", label: "1000–3000 万元" },
  { value: "3000-", label: "3000 万元以上" },
];
const TERMS: Choice[] = [
  { value: "-6", label: "6 个月以内" },
  { value: "6-12", label: "6–12 个月" },
  { value: "12-36", label: "1–3 年" },
  { value: "36-60", label: "3–5 年" },
  { value: "60-", label: "5 年以上" },
];
const RATES: Choice[] = [
  { value: "-350", label: "3.5% 以下" },
  { value: "350-450", label: "3.5%–4.5%" },
  { value: "450-600", label: "4.5%–6%" },
  { value: "600-", label: "6% 以上" },
];
const SERVICES: Choice[] = [
  { value: "first_loan", label: "首贷友好" },
  { value: "online", label: "纯线上办理" },
];

export const SORTS: Record<Schema<"FinancingKind">, Choice[]> = {
  debt: [
    { value: "", label: "最新上架" },
    { value: "rate", label: "利率从低到高" },
    { value: "-amount", label: "额度从高到低" },
    { value: "decision", label: "审批最快" },
  ],
  equity: [
    { value: "", label: "最新上架" },
    { value: "-amount", label: "金额从高到低" },
    { value: "decision", label: "决策最快" },
  ],
};

/** The filters of a kind, in the order of the plan. */
export function filtersOf(
  kind: Schema<"FinancingKind">,
  institutions: readonly Schema<"ShelfInstitution">[],
): Filter[] {
  const sections = { name: "section", label: "所属行业", choices: options(SECTION) };
  const who = {
    name: "institution",
    label: "机构",
    // Without their numbers of products, which are of both kinds and know nothing of the words and the other filters.
    choices: institutions.map((one) => ({ value: one.id, label: one.name })),
  };
  const debt: Filter[] = [
    { name: "product_type", label: "产品类型", choices: options(PRODUCT_TYPE) },
    { name: "channel", label: "贷款渠道", choices: options(CHANNEL) },
    { name: "term", label: "贷款期限", choices: TERMS },
    { name: "guarantee", label: "担保方式", choices: options(GUARANTEE) },
    { name: "amount", label: "贷款额度", choices: AMOUNTS },
    { name: "rate", label: "年利率", choices: RATES },
    sections,
    { name: "service", label: "服务特点", choices: SERVICES },
    who,
  ];
  const equity: Filter[] = [
    { name: "equity_type", label: "基金类型", choices: options(EQUITY_TYPE) },
    { name: "stage", label: "投资阶段", choices: options(STAGE) },
    { name: "amount", label: "单笔金额", choices: AMOUNTS },
    sections,
    who,
  ];
  return kind === "debt" ? debt : equity;
}

function band(value: string | undefined, unit: number): [number | undefined, number | undefined] {
  const [from, to] = (value ?? "")
    .split("-")
    .map((part) => (/^\d{1,9}$/.test(part) ? Number(part) * unit : undefined));
  return [from, to];
}

/** What the URL asks for; values that nobody offers are left out. */
export function toQuery(
  kind: Schema<"FinancingKind">,
  values: Record<string, string>,
  filters: readonly Filter[],
): ShelfQuery {
  const known = (name: string) => {
    const filter = filters.find((one) => one.name === name);
    return filter?.choices.some((choice) => choice.value === values[name]) ? values[name] : undefined;
  };
  const [amount_from, amount_to] = band(known("amount"), WAN);
  const [term_from, term_to] = band(known("term"), 1);
  const [rate_from, rate_to] = band(known("rate"), 10);
  const service = known("service");
  const query: Record<string, unknown> = {
    kind,
    product_type: known("product_type"),
    equity_type: known("equity_type"),
    channel: known("channel"),
    guarantee: known("guarantee"),
    stage: known("stage"),
    section: known("section"),
    // The list of institutions may still be on its way: the id counts all the same.
    institution: values.institution,
    amount_from,
    amount_to,
    term_from,
    term_to,
    rate_from,
    rate_to,
    first_loan: service === "first_loan" ? true : undefined,
    online: service === "online" ? true : undefined,
    q: values.q,
  };
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined)) as ShelfQuery;
}
