/** 派单: a bank takes what the platform offers it first, the firm compares; and a refusal leads to repair and a further round. */
import { act, choose } from "./support/controls";
import { expect, test } from "./support/fixtures";

test("a dispatched demand is taken, and the firm sees to whom it went", async ({ as, isMobile }) => {
  test.skip(isMobile, "the same code serves the phone");
  const bank = await as("yinhang3");
  await bank.goto("/institution/market");
  // Of what is due at one moment, any may come first: this firm's is known by its amount.
  await bank
    .getByRole("region", { name: /^平台派单/ })
    .getByRole("link", { name: "180.00 万元" })
    .click();
  await act(bank, "接单报价");
  await bank.getByLabel("年利率", { exact: true }).fill("3.55");
  await choose(bank, "还款方式", "先息后本");
  await choose(bank, "担保方式", "信用");
  await bank.getByRole("button", { name: "提交报价" }).click();
  await expect(bank.locator(".page-header .status-tag")).toContainText("待企业确认");

  const firm = await as("qiye2");
  const offers = await firm.request.get("/api/enterprise/orders?state=grabbed&size=100");
  const order = (await offers.json()).items.find(
    (row: { offer: { rate: number } | null }) => row.offer?.rate === 3_550,
  );
  await firm.goto(`/enterprise/demands/${order.demand_id}`);
  await expect(firm.getByLabel("机构报价对比")).toContainText("3.55%");
  await firm.getByRole("tab", { name: "平台推送" }).click();
  const pushed = firm
    .getByRole("heading", { name: /^(第 \d+ 轮|追加推送)/ })
    .first()
    .locator("..");
  await expect(pushed.getByText("两江商业银行石桥铺支行")).toBeVisible();
  await expect(pushed.getByText("平台派单·待接单").first()).toBeVisible();
});

test("a refusal shows how to repair, and one click asks others", async ({ as, isMobile }) => {
  test.skip(isMobile, "the same code serves the phone");
  const firm = await as("chuangxin7");
  const orders = await (await firm.request.get("/api/enterprise/orders?state=refused&size=1")).json();
  await firm.goto(`/enterprise/orders/${orders.items[0].id}`);
  await expect(firm.getByText("原因与修复建议")).toBeVisible();
  await expect(firm.getByText("引入担保公司或保证保险")).toBeVisible();
  await firm.getByRole("button", { name: "再次匹配其他机构" }).click();
  await expect(firm.getByText(/已推送给 \d+ 家新的机构/)).toBeVisible();
  await firm.goto(`/enterprise/demands/${orders.items[0].demand_id}`);
  await firm.getByRole("tab", { name: "平台推送" }).click();
  await expect(firm.getByRole("heading", { name: /^追加推送/ })).toBeVisible();
});
