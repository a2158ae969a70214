/** The head says how far it has come, whose turn it is and how long, in words that need no colour. */
import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { renderAt } from "@/test/render";
import { NowPage, YOUR_TURN } from "./NowPage";

const STEPS = ["报价", "选择", "签约"];
const due = { at: "2026-12-01T10:00:00Z", days_left: 1.3 };

it("says what has to be done now", async () => {
  renderAt(
    "/",
    <NowPage
      title="对接单"
      status="待企业确认"
      now={{
        next: "请选择。",
        track: { steps: STEPS, at: 1 },
        turn: YOUR_TURN,
        due,
        figures: [{ label: "金额", value: "300 万元", note: "需求 500 万元" }],
      }}
    >
      <p>内容</p>
    </NowPage>,
  );
  const now = await screen.findByRole("group", { name: "现在要做什么" });
  expect(now.textContent).toContain("轮到您剩 1 个工作日 2 小时");
  expect(now.textContent).toContain("请选择。");
  const steps = screen.getAllByRole("listitem");
  expect(steps.map((step) => step.getAttribute("aria-current"))).toEqual([null, "step", null]);
  expect(within(steps[0] as HTMLElement).getByText("（已完成）")).toBeTruthy();
  expect(screen.getByText("第 2 步，共 3 步：选择")).toBeTruthy();
  expect(screen.getByText("需求 500 万元")).toBeTruthy();
});

it("says where it ended, and when all is done", async () => {
  const { rerender } = renderAt(
    "/",
    <NowPage title="甲" now={{ track: { steps: STEPS, at: 1, stopped: true } }}>
      {null}
    </NowPage>,
  );
  expect(await screen.findByText("止于第 2 步：选择")).toBeTruthy();
  expect(screen.getByText("（到此结束）")).toBeTruthy();
  rerender(<div />);
  renderAt(
    "/",
    <NowPage title="乙" now={{ track: { steps: STEPS, at: 3 } }}>
      {null}
    </NowPage>,
  );
  expect(await screen.findByText("3 步全部完成")).toBeTruthy();
});

it("is a plain heading while nothing is known", async () => {
  renderAt(
    "/",
    <NowPage title="对接单">
      <p>正在加载</p>
    </NowPage>,
  );
  expect(await screen.findByRole("heading", { level: 1, name: "对接单" })).toBeTruthy();
  expect(screen.queryByRole("group")).toBeNull();
});
