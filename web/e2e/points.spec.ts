/** 信用积分: an enterprise reads where its points come from; the operator changes a rule from now on, and takes an entry back. */
import { decide, dialog } from "./support/controls";
import { expect, test } from "./support/fixtures";

test("a statement is read and filtered", async ({ as }) => {
  const page = await as("qiye1");
  await page.goto("/enterprise");
  const answer = await page.request.get("/api/points");
  const { balance }: { balance: number } = await answer.json();
  await page.goto("/enterprise/points");
  await expect(page.getByRole("heading", { level: 1, name: "平台信用积分与评级" })).toBeVisible();
  await expect(page.getByText(balance.toLocaleString("en-US"), { exact: true }).first()).toBeVisible();
  const entries = page.locator("tbody tr, li.list-card");
  await expect(entries.getByText("放款或投资款到账").first()).toBeVisible();
  // What was taken back is there with what takes it back.
  await page.goto("/enterprise/points?kind=correction");
  await expect(page.getByText(/旧号码，企业联系方式有效/)).toBeVisible();
  // The filter says the word too.
  await expect(entries.getByText("冲正", { exact: true }).first()).toBeVisible();

  const bank = await as("jigou1");
  await bank.goto("/institution/points");
  await bank.getByRole("button", { name: "服务评价" }).click();
  await expect(bank.getByText("时限达标率")).toBeVisible();
  await expect(bank.getByText(/综合得分/)).toBeVisible();
  const government = await as("zhengfu1");
  await government.goto("/government/assessment");
  await expect(government.getByText("渝州银行高新支行").filter({ visible: true }).first()).toBeVisible();
});

test("the operator changes a rule and corrects an entry", async ({ as, isMobile }) => {
  const operator = await as("yunying1");
  await operator.goto("/operator/points?side=institution");
  const event = isMobile ? "每天第一次登录" : "抢单或接单报价";
  const points = String(Math.floor(Math.random() * 500) + 10);
  await operator.getByRole("button", { name: `修改：${event}` }).click();
  const change = dialog(operator, /^修改规则/);
  await change.getByLabel("每次加分").fill(points);
  await change.getByRole("button", { name: "保存新版本" }).click();
  await expect(change.getByText("请填写修改原因")).toBeVisible();
  await change.getByLabel("修改原因").fill("按季度评估结果调整");
  await decide(change, "保存新版本");
  await expect(operator.getByText(`+${points}`).first()).toBeVisible();
  await operator.getByRole("button", { name: `历史：${event}` }).click();
  const history = dialog(operator, /历史版本$/);
  await expect(history.getByText("按季度评估结果调整").first()).toBeVisible();
  await expect(history.getByText("平台启用时")).toBeVisible();
  await history.getByRole("button", { name: /关闭|Close/ }).click();

  await operator.goto("/operator/points?tab=balances");
  await operator.getByRole("button", { name: "按流水重新核对" }).click();
  await expect(operator.getByText(/全部一致/)).toBeVisible();
  await operator.goto("/operator/points?tab=balances&of=enterprise&sort=-balance");
  await operator.locator("tbody tr, li.list-card").first().getByRole("link").first().click();
  await expect(operator).toHaveURL(/\/operator\/points\/[0-9a-f-]{36}/);
  await operator.getByRole("button", { name: "登记扣分认定" }).click();
  const finding = dialog(operator, /^登记扣分认定/);
  const reason = `平台核实情况属实 ${Math.floor(Math.random() * 1e6)}`;
  await finding.getByLabel(/认定情况/).fill(reason);
  await decide(finding, /^登\s?记$/);
  await expect(operator.getByText(reason)).toBeVisible();
  await operator
    .getByRole("button", { name: /^冲正：提供虚假材料/ })
    .first()
    .click();
  const back = dialog(operator, "冲正这条记录？");
  await back.getByLabel(/冲正原因/).fill("登记有误，予以冲正");
  await decide(back, /^冲\s?正$/);
  await expect(operator.getByText("已被冲正").first()).toBeVisible();
});
