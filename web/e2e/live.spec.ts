/** 实时更新: what one side does, the other side's open page shows, without a reload. */
import { Bank } from "./pages/bank";
import { DemandWizard } from "./pages/demand";
import { EnterpriseOrder } from "./pages/enterpriseOrder";
import { ReviewQueue } from "./pages/review";
import { expect, test } from "./support/fixtures";

test("a second browser sees the new state without reload", async ({ as, isMobile }) => {
  test.skip(isMobile, "the same code serves the phone");
  test.setTimeout(120_000);
  const enterprise = await as("qiye1");
  const operator = await as("yunying1");
  const bank = await as("jigou1");
  const wan = (300 + Math.floor(Math.random() * 9_000) / 100 + 0.01).toFixed(2);
  const id = await new DemandWizard(enterprise).publish({
    wan,
    months: 12,
    use: "购置激光切割设备，扩大产能",
  });
  await operator.goto(`/operator/demands/${id}`);
  await new ReviewQueue(operator).publishDemand("购置激光切割设备，扩大产能");
  // The page of the enterprise stays open and follows.
  await expect(enterprise.locator(".page-header .status-tag")).toHaveText("公开抢单中");
  const unread = enterprise.locator(".shell-tools .badge");
  const before = Number(await unread.textContent());
  await new Bank(bank).grab(wan, "3.66");
  await expect(enterprise.getByLabel("机构报价对比")).toContainText("3.66%");
  await expect(async () => expect(Number(await unread.textContent())).toBeGreaterThan(before)).toPass();
  await enterprise.getByLabel("机构报价对比").getByRole("link").first().click();
  const order = new EnterpriseOrder(enterprise);
  await order.confirm("渝州银行高新支行");
  await new Bank(bank).state("对接中");
  await expect(bank.getByText("重庆云岭智能装备有限公司").first()).toBeVisible();
});

test.describe("behind a gateway that fails", () => {
  test.use({ expectedErrors: [/status of 502 .*\/api\/live/] });

  test("after a failing gateway the page opens the stream again and shows what it missed", async ({
    as,
    isMobile,
  }) => {
    test.skip(isMobile, "the same code serves the phone");
    const page = await as("qiye1");
    let [tries, failing] = [0, true];
    await page.route("**/api/live", async (route) => {
      tries += 1;
      if (failing) await route.fulfill({ status: 502, body: "Bad Gateway" });
      else await route.continue();
    });
    await page.goto("/enterprise/demands");
    await expect.poll(() => tries, { timeout: 15_000 }).toBeGreaterThan(1);
    const again = page.waitForResponse((response) => response.url().includes("/api/enterprise/demands"));
    failing = false;
    expect((await again).ok()).toBe(true);
  });
});
