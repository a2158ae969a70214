/** The parts of a workbench: what is due first is on top with its step, the way shows one button, a trend says itself. */
import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import { todayIn } from "@/lib/dates";
import { now } from "@/lib/now";
import { renderAt } from "@/test/render";
import { Coming } from "./Coming";
import { Figures } from "./Figures";
import { GuidedPath } from "./GuidedPath";
import { Places } from "./Places";
import { trendPoints } from "./trendPoints";
import { WorkList } from "./WorkList";
import type { WorkItem } from "./work";

const item = (key: string, days_left: number, step?: WorkItem["step"]): WorkItem => ({
  key,
  kind: "a",
  title: `企业 ${key}`,
  to: `/orders/${key}`,
  amount: 300_000_000,
  notes: [`DJ-${key}`],
  due: { at: "2026-12-01T10:00:00Z", days_left },
  since: "2026-11-20T00:00:00Z",
  step,
});

it("puts what is due first on top, each with its step: done in place, or where it leads", async () => {
  const run = vi.fn();
  renderAt(
    "/",
    <WorkList
      label="待办"
      items={[item("b", 3, { label: "登记放款" }), item("a", 0.5, { label: "受理申请", run })]}
    />,
    {
      "/orders/b": <h1>对接单 b</h1>,
    },
  );
  const rows = within(await screen.findByRole("list", { name: "待办" })).getAllByRole("listitem");
  expect(rows.map((row) => within(row).getByRole("link").textContent)).toEqual(["企业 a", "企业 b"]);
  expect(rows[0]?.textContent).toContain("剩 4 小时");
  await userEvent.click(screen.getByRole("button", { name: "受理申请：企业 a" }));
  expect(run).toHaveBeenCalledOnce();
  await userEvent.click(screen.getByRole("button", { name: "登记放款：企业 b" }));
  expect(await screen.findByRole("heading", { name: "对接单 b" })).toBeTruthy();
});

it("shows ten, and the others when they are asked for", async () => {
  const many = Array.from({ length: 12 }, (_, index) => item(String(index), index));
  renderAt("/", <WorkList label="待办" items={many} />);
  const list = await screen.findByRole("list", { name: "待办" });
  expect(list.children).toHaveLength(10);
  await userEvent.click(screen.getByRole("button", { name: "查看其余 2 项" }));
  expect(list.children).toHaveLength(12);
});

it("says a trend in words, and draws none of one value", async () => {
  renderAt(
    "/",
    <Figures
      label="概况"
      figures={[
        {
          key: "a",
          label: "信用积分",
          value: 86,
          trend: { values: [80, 86], sentence: "从 80 分到 86 分。" },
          to: "/points",
        },
        { key: "b", label: "需求", value: 3, trend: { values: [3], sentence: "3 项。" } },
      ]}
    />,
  );
  expect(await screen.findByRole("img", { name: "从 80 分到 86 分。" })).toBeTruthy();
  expect(screen.getAllByRole("img")).toHaveLength(1);
  expect(screen.getByRole("link", { name: "信用积分" }).getAttribute("href")).toBe("/points");
});

it("draws the greatest on top, and what is level in the middle", () => {
  expect(trendPoints([1, 3, 2], 72, 24)).toEqual([
    [3, 21],
    [36, 3],
    [69, 12],
  ]);
  expect(trendPoints([5, 5], 72, 24).map(([, y]) => y)).toEqual([12, 12]);
});

it("has one button on the way, at the step that it is about", async () => {
  renderAt(
    "/",
    <GuidedPath
      label="融资进度"
      at="demand"
      steps={[
        {
          key: "profile",
          title: "档案",
          done: true,
          text: "已完整。",
          action: { label: "查看档案", to: "/profile" },
        },
        {
          key: "demand",
          title: "需求",
          done: false,
          text: "还没有需求。",
          missing: [{ label: "金额", to: "/demand#amount" }],
          action: { label: "发布需求", to: "/demand" },
        },
      ]}
    />,
  );
  const steps = within(await screen.findByRole("list", { name: "融资进度" })).getAllByRole("heading");
  expect(steps.map(({ textContent }) => textContent)).toEqual(["✓档案（已完成）", "2需求"]);
  expect(screen.getAllByRole("button").map(({ textContent }) => textContent)).toEqual(["发布需求"]);
  expect(screen.getByRole("link", { name: "金额" }).getAttribute("href")).toBe("/demand#amount");
});

it("says of an empty place what will stand there", async () => {
  renderAt("/", <Places label="尚未开放" places={[{ title: "活动", text: "发布活动。" }]} />);
  expect((await screen.findByRole("listitem")).textContent).toContain("活动 尚未开放发布活动。");
});

it("tells of a day what falls on it when it is pressed", async () => {
  const today = todayIn(now());
  const on = (key: string, day: string) => ({ key, day, what: "到期", title: `企业 ${key}`, to: `/${key}` });
  renderAt("/", <Coming items={[on("a", today), on("b", "2099-01-01")]} empty="没有" />);
  const day = (await screen.findAllByRole("button", { name: /，1 项$/ }))[0] as HTMLElement;
  expect(screen.getByText("两周以后还有 1 项。")).toBeTruthy();
  await userEvent.click(day);
  expect(day.getAttribute("aria-pressed")).toBe("true");
  expect(screen.queryByText("企业 b")).toBeNull();
  expect(screen.getByText("企业 a")).toBeTruthy();
});
