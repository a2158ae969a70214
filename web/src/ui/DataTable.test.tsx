/** A list in all its states: loading, failed, empty, table, cards, sorted and paged. */
import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import { Problem } from "@/api/problem";
import type { Page } from "@/api/types";
import { renderAt, screenIs } from "@/test/render";
import { type Column, DataTable } from "./DataTable";
import { pageWindow } from "./Pagination";
import { EmptyState } from "./States";

type Row = { id: string; name: string; amount: number; state: string };

const columns: Column<Row>[] = [
  { key: "name", title: "名称", primary: true, render: (row) => row.name },
  { key: "amount", title: "金额", numeric: true, sort: "amount", render: (row) => row.amount },
  { key: "state", title: "状态", badge: true, render: (row) => row.state },
];

const page = (items: Row[], total = items.length): Page<Row> => ({
  items,
  total,
  capped: false,
  page: 1,
  size: 20,
});
const rows = [
  { id: "1", name: "甲", amount: 300, state: "草稿" },
  { id: "2", name: "乙", amount: 500, state: "已通过" },
];

function show(query: Partial<Parameters<typeof DataTable<Row>>[0]["query"]>) {
  const list = { page: 1, sort: undefined, setPage: vi.fn(), setSort: vi.fn() };
  const refetch = vi.fn();
  renderAt(
    "/",
    <DataTable
      caption="需求列表"
      columns={columns}
      query={{ data: undefined, error: null, isPending: false, refetch, ...query }}
      list={list}
      rowKey={(row) => row.id}
      rowLink={(row) => `/demands/${row.id}`}
      actions={(row) => <button type="button">办理{row.name}</button>}
      empty={<EmptyState title="还没有需求" hint="点“发布需求”开始" />}
    />,
  );
  return { list, refetch };
}

it("offers the last page where an old link asks for one that is not there", () => {
  renderAt(
    "/list?q=a&page=999",
    <DataTable
      caption="需求列表"
      columns={columns}
      query={{ data: { ...page([], 200), page: 999 }, error: null, isPending: false, refetch: vi.fn() }}
      list={{ page: 999, sort: undefined, setPage: vi.fn(), setSort: vi.fn() }}
      rowKey={(row) => row.id}
      empty={<EmptyState title="还没有需求" hint="点“发布需求”开始" />}
    />,
  );
  expect(screen.getByText(/没有第 999 页，这个列表共 10 页/)).toBeTruthy();
  expect(screen.getByRole("link", { name: "查看最后一页" }).getAttribute("href")).toBe("/list?q=a&page=10");
  expect(screen.queryByText("还没有需求")).toBeNull();
});

it("says that it is loading", () => {
  show({ isPending: true });
  expect(screen.getByRole("status", { busy: true }).textContent).toContain("正在加载");
});

it("shows the server's words and tries again", async () => {
  const { refetch } = show({
    error: new Problem({ status: 500, detail: "数据库维护中", request_id: "r-1" }),
  });
  expect(screen.getByRole("alert").textContent).toContain("数据库维护中");
  await userEvent.click(screen.getByRole("button", { name: "重新加载" }));
  expect(refetch).toHaveBeenCalledOnce();
});

it("says what to do when there is nothing", () => {
  show({ data: page([]) });
  expect(screen.getByText("点“发布需求”开始")).toBeTruthy();
});

it("is a table with links, sortable columns and pages", async () => {
  const { list } = show({ data: page(rows, 45) });
  const table = screen.getByRole("table", { name: "需求列表" });
  expect(within(table).getAllByRole("row")).toHaveLength(3);
  expect(within(table).getByRole("link", { name: "甲" }).getAttribute("href")).toBe("/demands/1");
  await userEvent.click(within(table).getByRole("button", { name: /金额/ }));
  expect(list.setSort).toHaveBeenCalledWith("-amount");
  expect(screen.getByText("共 45 条")).toBeTruthy();
  await userEvent.click(screen.getByRole("button", { name: "第 3 页" }));
  expect(list.setPage).toHaveBeenCalledWith(3);
});

it("is a list of cards on phones", () => {
  screenIs(true);
  show({ data: page(rows) });
  expect(screen.queryByRole("table")).toBeNull();
  const cards = within(screen.getByRole("list", { name: "需求列表" })).getAllByRole("listitem");
  expect(cards).toHaveLength(2);
  expect(cards[1]?.textContent).toContain("乙");
  expect(cards[1]?.textContent).toContain("500");
  expect(cards[1]?.textContent).toContain("已通过");
  expect(screen.getByRole("button", { name: "办理乙" })).toBeTruthy();
});

it("shortens long page lists", () => {
  expect(pageWindow(1, 1)).toEqual([1]);
  expect(pageWindow(5, 10)).toEqual([1, 0, 4, 5, 6, 0, 10]);
  expect(pageWindow(2, 4)).toEqual([1, 2, 3, 4]);
});
