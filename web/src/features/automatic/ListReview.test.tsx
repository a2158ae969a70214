import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeAll, expect, it } from "vitest";
import type { Schema } from "@/api/types";
import { renderAt, serve } from "@/test/render";
import { ListReview } from "./ListReview";

const LIST = {
  id: "l1",
  version: 1,
  state: "checking",
  firms: 2,
  more: false,
  unlisted: 0,
  own: false,
  counts: [{ state: "eligible", count: 2 }],
} as unknown as Schema<"AutomaticListView">;

const firm = (id: string, enterprise: string) => ({
  enterprise_id: id,
  enterprise,
  state: "eligible",
  reason: null,
  amount: 100_000,
  application_id: null,
});

// What is shown later is loaded before, so that no wait depends on how busy the machine is.
beforeAll(async () => {
  await Promise.all([import("@/ui/ConfirmBox"), import("@/ui/LeaveDialog")]);
});

it("leaving asks while firms are marked that the check has not struck yet", async () => {
  const user = userEvent.setup();
  const items = [firm("e1", "甲公司"), firm("e2", "乙公司")];
  const calls = serve({
    "GET /government/automatic/l1/entries": { body: { items, total: 2, page: 1, size: 20 } },
    "POST /government/automatic/l1/check": { body: { ...LIST, state: "notified", version: 2 } },
  });
  const { router } = renderAt("/list", <ListReview list={LIST} application={(id) => `/a/${id}`} />, {
    "/elsewhere": <p>另一页</p>,
  });
  await user.click(await screen.findByRole("button", { name: /甲公司/ }));
  await user.type(await screen.findByLabelText(/^剔除的原因/), "正在接受检查");
  await user.click(screen.getByRole("button", { name: "剔除" }));
  expect(await screen.findByText(/已标记剔除 1 家/)).toBeTruthy();
  void router.navigate("/elsewhere");
  await screen.findByText("离开本页？");
  await user.click(screen.getByRole("button", { name: "留在本页" }));
  expect(router.state.location.pathname).toBe("/list");
  // What was marked goes with the check.
  await user.click(screen.getByRole("button", { name: "核对无误，通知企业" }));
  await user.type(await screen.findByLabelText(/^核对意见/), "名单与条件一致。");
  await user.click(screen.getByRole("button", { name: "通知企业" }));
  await screen.findByText("已通知企业确认");
  const sent = calls.find(({ method }) => method === "POST");
  expect(sent?.body).toEqual({
    opinion: "名单与条件一致。",
    struck: [{ enterprise_id: "e1", reason: "正在接受检查" }],
  });
});
