/**
 * What the palette asks the server for, by centre. Lists that can be searched are; of the others the latest hundred are looked
 * through here, and the palette says so where there are more.
 */
import { api, unwrap } from "@/api/client";
import type { Root } from "@/api/topics";
import type { Page, Schema } from "@/api/types";
import { paths } from "@/app/paths";
import { borrowerOf } from "@/features/orders/terms";
import { COMPLAINT_STATE } from "@/labels/complaints";
import { DEMAND_STATE, orderState } from "@/labels/finance";
import { maskedIndustry } from "@/labels/industries";
import { ORG_KIND, ORG_STATE, ROLE } from "@/labels/organizations";
import { PRODUCT_STATE } from "@/labels/products";
import { moneyText } from "@/lib/money";
import type { CentreKey } from "../useCentre";
import type { Hit } from "./hits";
import { MOST } from "./hits";

/** The most that one answer holds. */
const LATEST = 100;

type Candidate = Hit & {
  /** What it can be found by besides its label and its note. */
  words?: string;
};

export type Candidates = { items: Candidate[]; total: number };

export type Source = {
  heading: string;
  /** The entry of the menu that an account must have. */
  under: string;
  root: Root;
  /** The server searches; otherwise what it answers is looked through. */
  searches?: boolean;
  load: (term: string, signal: AbortSignal) => Promise<Candidates>;
};

async function candidates<T>(page: Promise<Page<T>>, of: (item: T) => Candidate): Promise<Candidates> {
  const { items, total } = await page;
  return { items: items.map(of), total };
}

const latest = { params: { query: { size: LATEST } } };
const searched = (q: string) => ({ params: { query: { q, size: MOST } } });

const line = (...parts: (string | null | undefined)[]) => parts.filter(Boolean).join(" · ");

const complaint =
  (pathOf: (id: string) => string) =>
  ({ id, no, title, state }: Schema<"ComplaintView">): Candidate => ({
    id,
    label: no,
    note: line(title, COMPLAINT_STATE[state].text),
    to: pathOf(id),
  });

const product =
  (pathOf: (id: string) => string) =>
  ({ id, no, content, state }: Schema<"ProductView">): Candidate => ({
    id,
    label: content.name,
    note: line(no, PRODUCT_STATE[state].text),
    to: pathOf(id),
  });

const { enterprise, institution, operator, government } = paths;

export const SOURCES: Record<CentreKey, readonly Source[]> = {
  enterprise: [
    {
      heading: "对接单",
      under: enterprise.orders,
      root: "orders",
      searches: true,
      load: (term, signal) =>
        candidates(unwrap(api.GET("/enterprise/orders", { ...searched(term), signal })), (order) => ({
          id: order.id,
          label: order.no,
          note: line(order.institution.name, orderState(order).text),
          to: enterprise.order(order.id),
        })),
    },
    {
      heading: "融资需求",
      under: enterprise.demands,
      root: "demands",
      load: (_, signal) =>
        candidates(unwrap(api.GET("/enterprise/demands", { ...latest, signal })), (demand) => ({
          id: demand.id,
          label: demand.no,
          note: line(moneyText(demand.amount), DEMAND_STATE[demand.state].text),
          to: enterprise.demand(demand.id),
        })),
    },
    {
      heading: "金融产品",
      under: paths.products,
      root: "shelf",
      searches: true,
      load: (term, signal) =>
        candidates(unwrap(api.GET("/products", { ...searched(term), signal })), (item) => ({
          id: item.id,
          label: item.name,
          note: item.institution.name,
          to: paths.product(item.id),
        })),
    },
    {
      heading: "投诉与异议",
      under: enterprise.complaints,
      root: "complaints",
      load: (_, signal) =>
        candidates(unwrap(api.GET("/complaints", { ...latest, signal })), complaint(enterprise.complaint)),
    },
  ],
  institution: [
    {
      heading: "对接单",
      under: institution.orders,
      root: "orders",
      searches: true,
      load: (term, signal) =>
        candidates(unwrap(api.GET("/institution/orders", { ...searched(term), signal })), (order) => ({
          id: order.id,
          label: order.no,
          note: line(borrowerOf(order) ?? maskedIndustry(order.demand), orderState(order).text),
          to: institution.order(order.id),
        })),
    },
    {
      heading: "市场上的需求",
      under: institution.market,
      root: "market",
      load: (_, signal) =>
        candidates(unwrap(api.GET("/market/demands", { ...latest, signal })), (demand) => ({
          id: demand.id,
          label: demand.no,
          note: line(moneyText(demand.amount), maskedIndustry(demand)),
          words: line(demand.place, demand.public_text),
          to: institution.demand(demand.id),
        })),
    },
    {
      heading: "本机构产品",
      under: institution.products,
      root: "products",
      load: (_, signal) =>
        candidates(
          unwrap(api.GET("/institution/products", { ...latest, signal })),
          product(institution.product),
        ),
    },
    {
      heading: "投诉与异议",
      under: institution.complaints,
      root: "complaints",
      load: (_, signal) =>
        candidates(unwrap(api.GET("/complaints", { ...latest, signal })), complaint(institution.complaint)),
    },
  ],
  operator: [
    {
      heading: "待审核事项",
      under: operator.home,
      root: "reviews",
      load: (_, signal) =>
        candidates(
          unwrap(
            api.GET("/operator/reviews", { params: { query: { state: "waiting", size: LATEST } }, signal }),
          ),
          (item) => ({
            id: item.id,
            label: item.title,
            note: line(item.kind_text, item.organization_name),
            to: item.link,
          }),
        ),
    },
    {
      heading: "单位",
      under: operator.organizations,
      root: "organizations",
      searches: true,
      load: (term, signal) =>
        candidates(unwrap(api.GET("/operator/organizations", { ...searched(term), signal })), (item) => ({
          id: item.id,
          label: item.name,
          note: line(ORG_KIND[item.kind], ORG_STATE[item.state].text),
          to: operator.organization(item.id),
        })),
    },
    {
      heading: "账号",
      under: operator.accounts,
      root: "accounts",
      searches: true,
      load: (term, signal) =>
        candidates(unwrap(api.GET("/operator/accounts", { ...searched(term), signal })), (item) => ({
          id: item.id,
          label: `${item.name} ${item.no}`,
          note: line(ROLE[item.role], item.organization),
          to: operator.account(item.id),
        })),
    },
    {
      heading: "金融产品",
      under: operator.products,
      root: "products",
      load: (_, signal) =>
        candidates(unwrap(api.GET("/operator/products", { ...latest, signal })), product(operator.product)),
    },
    {
      heading: "投诉与异议",
      under: operator.complaints,
      root: "complaints",
      load: (_, signal) =>
        candidates(
          unwrap(api.GET("/operator/complaints", { ...latest, signal })),
          complaint(operator.complaint),
        ),
    },
  ],
  government: [
    {
      heading: "投诉与异常",
      under: government.complaints,
      root: "complaints",
      load: (_, signal) =>
        candidates(
          unwrap(api.GET("/government/complaints", { ...latest, signal })),
          complaint(government.complaint),
        ),
    },
  ],
  agency: [],
};
