import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { MemoryRouter } from "react-router";
import { expect, test } from "vitest";
import type { Schema } from "@/api/types";
import { renderAt, serve } from "@/test/render";
import { FirmMatches, FirmMatchList } from "./FirmMatches";
import { InstitutionMatches, InstitutionMatchList } from "./InstitutionMatches";

const AT = "2026-11-23T02:00:00Z";
const SUITS = { score: 71, parts: [], reasons: [], similar: "平台企业中已有 20 家通过该机构达成融资" };

const product = (id: string) =>
  ({
    id,
    name: `产品${id}`,
    institution: { id: "bank", name: "高新银行" },
    amount_min: 10_000_000,
    amount_max: 500_000_000,
    term_min: 3,
    term_max: 36,
    rate_min: 345,
    rate_max: 450,
  }) as unknown as Schema<"DemandMatches">["matches"][number]["product"];

const firm = (count: number): Schema<"DemandMatches"> => ({
  at: AT,
  considered: 12,
  matches: Array.from({ length: count }, (_, at) => ({
    ...SUITS,
    product: product(`${at}`),
    indicative: null,
  })),
  near: [{ product: product("近"), missing: "要求成立满 24 个月，现为 20 个月" }],
  indicative: null,
});

test("a firm sees the three best, or what the nearest one asks for", () => {
  const { rerender } = render(<FirmMatchList found={firm(5)} />, { wrapper: MemoryRouter });
  expect(screen.getAllByRole("listitem")).toHaveLength(3);
  expect(screen.getAllByText("平台企业中已有 20 家通过该机构达成融资。")).toHaveLength(3);
  rerender(<FirmMatchList found={firm(0)} />);
  expect(screen.getByText(/与“产品近”只差一项：要求成立满 24 个月/u)).toBeTruthy();
  rerender(<FirmMatchList found={{ ...firm(0), near: [] }} />);
  expect(screen.getByText(/更新后会重新比对/u)).toBeTruthy();
  expect(screen.getByRole("link", { name: /^发布融资需求/u })).toBeTruthy();
});

test("nothing is asked for a firm whose industry is unknown; the way leads to its profile", () => {
  const calls = serve({});
  renderAt("/enterprise", <FirmMatches known={false} />);
  expect(screen.getByRole("link", { name: "完善企业档案" }).getAttribute("href")).toContain("edit=1");
  expect(screen.getByText(/填写所属行业后/u)).toBeTruthy();
  expect(calls).toEqual([]);
});

test("a firm whose industry is known sees that something is coming, then the products", async () => {
  serve({ "GET /enterprise/matches": { body: firm(1) } });
  renderAt("/enterprise", <FirmMatches known />);
  expect(screen.getByText("正在加载…")).toBeTruthy();
  const product = await screen.findByRole("link", { name: "产品0" });
  expect(product.getAttribute("href")).toBe("/products/0");
  expect(screen.getByText("高新银行")).toBeTruthy();
});

const demand = (no: string) =>
  ({
    id: no,
    no,
    kind: "debt",
    industry_division: "35",
    amount: 300_000_000,
    term_months: 12,
    round: null,
    use_kind: "working_capital",
    public_text: "采购数控机床的零部件",
    mine: null,
  }) as unknown as Schema<"MarketDemand">;

const shelf = (products: number, count: number): Schema<"InstitutionMatches"> => ({
  at: AT,
  products,
  matches: Array.from({ length: count }, (_, at) => ({
    ...SUITS,
    demand: demand(`D${at}`),
    product_id: "p",
    product_name: "科创贷",
  })),
});

test("an institution sees five demands with the product for each, and the others when asked for", async () => {
  const { rerender } = render(<InstitutionMatchList found={shelf(4, 7)} />, { wrapper: MemoryRouter });
  const list = () => screen.getAllByRole("listitem").filter((item) => within(item).queryByText(/适合产品/u));
  expect(list()).toHaveLength(5);
  expect(screen.getAllByText("采购数控机床的零部件")).toHaveLength(5);
  await userEvent.click(screen.getByRole("button", { name: "查看其余 2 项" }));
  expect(list()).toHaveLength(7);
  expect(screen.queryByRole("button")).toBeNull();
  rerender(<InstitutionMatchList found={shelf(4, 0)} />);
  expect(screen.getByText("暂时没有适合的需求")).toBeTruthy();
  rerender(<InstitutionMatchList found={shelf(0, 0)} />);
  expect(screen.getByRole("link", { name: "去发布产品" })).toBeTruthy();
});

test("what went wrong is told, and asked for again", async () => {
  let down = true;
  serve({
    "GET /institution/matches": () =>
      down ? { status: 500, body: { status: 500, detail: "服务暂时不可用" } } : { body: shelf(1, 1) },
  });
  renderAt("/institution", <InstitutionMatches />);
  expect(await screen.findByText("服务暂时不可用")).toBeTruthy();
  down = false;
  await userEvent.click(screen.getByRole("button", { name: "重新加载" }));
  expect((await screen.findByRole("link", { name: "D0" })).getAttribute("href")).toBe(
    "/institution/market/D0",
  );
});
