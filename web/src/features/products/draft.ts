/** The wizard's values, its steps, and how drafts are kept. */
import { api, ifMatch, unwrap } from "@/api/client";
import type { Schema } from "@/api/types";
import type { DraftKind } from "@/api/useDraftSave";
import { productQuery } from "./queries";

export const EMPTY_PRODUCT: Schema<"ProductContent"> = {
  kind: "debt",
  name: "",
  summary: "",
  description: "",
  amount_min: null,
  amount_max: null,
  industries_in: [],
  industries_out: [],
  regions: [],
  age_min_months: null,
  revenue_min: null,
  titles_any: [],
  negative_list: [],
  materials: [],
  steps: [],
  quota: null,
  valid_from: null,
  valid_to: null,
  contact_name: "",
  contact_phone: "",
  product_type: null,
  channel: null,
  term_min: null,
  term_max: null,
  guarantees: [],
  rate_type: null,
  lpr_tenor: null,
  lpr_spread: null,
  lpr_spread_max: null,
  rate_min: null,
  rate_max: null,
  fees: [],
  repayments: [],
  uses: [],
  tax_min: null,
  tax_grade_min: null,
  score_min: null,
  first_loan_friendly: false,
  pure_online: false,
  decision_wd: null,
  disburse_wd: null,
  risk_pool: false,
  risk_pool_name: null,
  subsidised: false,
  sheet: null,
  equity_type: null,
  fund_name: null,
  manager: null,
  filing_no: null,
  stages: [],
  share_min: null,
  share_max: null,
  lead_role: null,
  decision_weeks: null,
  exit_preference: null,
  portfolio: [],
};

const COMMON = [
  "name",
  "summary",
  "description",
  "amount_min",
  "amount_max",
  "industries_in",
  "industries_out",
  "regions",
  "age_min_months",
  "revenue_min",
  "titles_any",
  "negative_list",
  "materials",
  "steps",
  "quota",
  "valid_from",
  "valid_to",
  "contact_name",
  "contact_phone",
] as const satisfies readonly (keyof Schema<"ProductContent">)[];

const EQUITY = [
  "equity_type",
  "fund_name",
  "manager",
  "filing_no",
  "stages",
  "share_min",
  "share_max",
  "lead_role",
  "decision_weeks",
  "exit_preference",
  "portfolio",
] as const satisfies readonly (keyof Schema<"ProductContent">)[];

type Field = keyof Schema<"ProductContent">;

/** Does a field belong to this kind of product? */
export const belongs = (field: Field, kind: Schema<"FinancingKind">): boolean =>
  field === "kind" ||
  (COMMON as readonly Field[]).includes(field) ||
  (kind === "equity") === (EQUITY as readonly Field[]).includes(field);

/** Exactly the fields that the server knows; what belongs to the other kind is left out. */
export function toContent(values: Partial<Schema<"ProductContent">>): Schema<"ProductContent"> {
  const kind = values.kind ?? "debt";
  const entries = Object.entries(EMPTY_PRODUCT).map(([name, empty]) => {
    const value = values[name as Field];
    const given = value !== undefined && value !== null && (value !== "" || empty === "");
    return [name, belongs(name as Field, kind) && given ? value : empty];
  });
  const content = Object.fromEntries(entries) as Schema<"ProductContent">;
  return {
    ...content,
    kind,
    fees: content.fees.filter((fee) => fee?.name && fee.payee && fee.timing && fee.basis && fee.value),
  };
}

export const STEPS: Record<Schema<"FinancingKind">, { key: StepKey; title: string; fields: Field[] }[]> = {
  debt: [
    { key: "base", title: "基本信息", fields: ["name", "summary", "description", "product_type", "channel"] },
    {
      key: "terms",
      title: "额度与价格",
      fields: [
        "amount_min",
        "amount_max",
        "term_min",
        "term_max",
        "rate_type",
        "lpr_tenor",
        "lpr_spread",
        "lpr_spread_max",
        "rate_min",
        "rate_max",
        "guarantees",
        "repayments",
        "uses",
        "fees",
      ],
    },
    {
      key: "conditions",
      title: "申请条件",
      fields: [
        "industries_in",
        "industries_out",
        "regions",
        "age_min_months",
        "revenue_min",
        "tax_min",
        "tax_grade_min",
        "score_min",
        "titles_any",
        "negative_list",
        "first_loan_friendly",
        "sheet",
      ],
    },
    {
      key: "process",
      title: "办理与时限",
      fields: [
        "materials",
        "steps",
        "decision_wd",
        "disburse_wd",
        "quota",
        "valid_from",
        "valid_to",
        "pure_online",
        "risk_pool",
        "risk_pool_name",
        "subsidised",
        "contact_name",
        "contact_phone",
      ],
    },
    { key: "submit", title: "核对提交", fields: [] },
  ],
  equity: [
    {
      key: "base",
      title: "基本信息",
      fields: ["name", "summary", "description", "equity_type", "fund_name", "manager", "filing_no"],
    },
    {
      key: "fund",
      title: "投资偏好",
      fields: [
        "stages",
        "amount_min",
        "amount_max",
        "share_min",
        "share_max",
        "lead_role",
        "exit_preference",
        "portfolio",
      ],
    },
    {
      key: "conditions",
      title: "项目要求",
      fields: [
        "industries_in",
        "industries_out",
        "regions",
        "age_min_months",
        "revenue_min",
        "titles_any",
        "negative_list",
      ],
    },
    {
      key: "process",
      title: "办理与联系",
      fields: [
        "materials",
        "steps",
        "decision_weeks",
        "quota",
        "valid_from",
        "valid_to",
        "contact_name",
        "contact_phone",
      ],
    },
    { key: "submit", title: "核对提交", fields: [] },
  ],
};

export type StepKey = "base" | "terms" | "fund" | "conditions" | "process" | "submit";

const at = (id: string) => ({ path: { id } });

export const PRODUCT_KIND: DraftKind<Schema<"ProductContent">, Schema<"ProductView">> = {
  name: "products",
  detail: (id) => productQuery(id).queryKey,
  list: ["products", "/institution/products"],
  empty: EMPTY_PRODUCT,
  ofView: (view) => toContent(view.content),
  clean: toContent,
  // The server keeps nothing without a name.
  ready: (values) => values.name.trim().length >= 2,
  create: (content, headers) => unwrap(api.POST("/institution/products", { body: content, headers })),
  write: (id, version, content) =>
    unwrap(
      api.PUT("/institution/products/{id}", {
        params: { ...at(id), header: ifMatch(version) },
        body: content,
      }),
    ),
  read: (id) => unwrap(api.GET("/institution/products/{id}", { params: at(id) })),
};
