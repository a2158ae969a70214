/** Views are kept by account and list, and what is broken is not shown. */
import { beforeEach, expect, it } from "vitest";
import {
  loadViews,
  MOST_VIEWS,
  nameProblem,
  renamed,
  storeViews,
  viewOf,
  withoutView,
  withView,
} from "./savedViews";

beforeEach(() => localStorage.clear());

it("compares what a list shows, not how the URL says it", () => {
  expect(viewOf("?state=active&kind=agency&page=3")).toBe("kind=agency&state=active");
  expect(viewOf("?kind=agency&state=active")).toBe(viewOf("?state=active&kind=agency&page=2"));
  expect(viewOf("?page=2")).toBe("");
});

it("keeps them apart by account and list", () => {
  const views = withView([], " 待审 ", "?state=reviewing&page=2");
  expect(views).toEqual([{ name: "待审", search: "state=reviewing" }]);
  expect(storeViews("one", "orders", views)).toBe(true);
  expect(loadViews("one", "orders")).toEqual(views);
  expect(loadViews("one", "market")).toEqual([]);
  expect(loadViews("another", "orders")).toEqual([]);
});

it("leaves out what cannot be read", () => {
  localStorage.setItem("views:one:orders", "{");
  expect(loadViews("one", "orders")).toEqual([]);
  localStorage.setItem(
    "views:one:orders",
    JSON.stringify([null, { name: "甲" }, { name: "乙", search: "q=1" }]),
  );
  expect(loadViews("one", "orders")).toEqual([{ name: "乙", search: "q=1" }]);
  const many = Array.from({ length: MOST_VIEWS + 5 }, (_, at) => ({ name: `${at}`, search: "" }));
  localStorage.setItem("views:one:orders", JSON.stringify(many));
  expect(loadViews("one", "orders")).toHaveLength(MOST_VIEWS);
});

it("gives each name once", () => {
  const views = [
    { name: "甲", search: "q=1" },
    { name: "乙", search: "q=2" },
  ];
  expect(nameProblem(views, " ")).toBe("请填写名称");
  expect(nameProblem(views, " 甲 ")).toBe("已有同名的视图");
  expect(nameProblem(views, "甲", "甲")).toBeNull();
  expect(nameProblem(views, "丙")).toBeNull();
  expect(renamed(views, "甲", "丙 ")).toEqual([{ name: "丙", search: "q=1" }, views[1]]);
  expect(withoutView(views, "甲")).toEqual([views[1]]);
});
