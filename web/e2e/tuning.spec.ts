/** The operator changes weights of the matching, sees what they would have done, and puts them in force. */
import { choose } from "./support/controls";
import { expect, test } from "./support/fixtures";

test("weights are tried on the last thirty days before they count", async ({ as, isMobile }) => {
  test.skip(isMobile, "the settings are one for the whole platform: two runs at once would be a conflict");
  const page = await as("yunying1");
  await page.goto("/operator/matching");
  const save = page.getByRole("button", { name: "保存并启用" });
  // Another way to compute the network is tried by the orders of today.
  await choose(page, "计算方法", "混合扩散，固定 λ");
  await page.getByLabel("混合比例 λ").fill("0.35");
  await page.getByRole("button", { name: "查看影响" }).click();
  await expect(page.getByRole("status").filter({ hasText: /轮派单重算/ })).toBeVisible();
  await choose(page, "计算方法", "自动选优");
  await expect(save, "what was tried is not what would be saved").toBeHidden();
  // Another run may have saved before: a point goes from one part to the other, whatever they are.
  const price = page.getByLabel("价格", { exact: true });
  const loan = page.getByLabel("首贷支持", { exact: true });
  const less = Number(await loan.inputValue()) - 1;
  await price.fill(String(Number(await price.inputValue()) + 1));
  await expect(page.getByText("合计 101 / 100")).toBeVisible();
  await expect(page.getByRole("button", { name: "查看影响" })).toBeDisabled();
  await loan.fill(String(less));
  await page.getByRole("button", { name: "查看影响" }).click();
  await expect(page.getByRole("heading", { name: "对近 30 天派单的影响" })).toBeVisible();
  await expect(page.getByRole("status").filter({ hasText: /轮派单重算/ })).toBeVisible();
  await loan.fill(String(less - 1));
  await expect(save, "what was not tried is not saved").toBeHidden();
  await loan.fill(String(less));
  await page.getByLabel("修改原因").fill("按季度评估略提高价格权重");
  await save.click();
  await expect(page.getByText("已保存，从下一次匹配起生效")).toBeVisible();
  await expect(page.getByText(/按季度评估略提高价格权重/).first()).toBeVisible();
  await page.getByRole("button", { name: "派单份额" }).click();
  await expect(page.getByRole("heading", { name: "近 30 天派单份额" })).toBeVisible();
});

test("the network is computed anew, and methods are told by what they foretold", async ({ as }) => {
  const page = await as("yunying1");
  await page.goto("/operator/matching?tab=network");
  const card = page.getByRole("region", { name: "企业—机构" });
  await expect(card.getByText("采用").last()).toBeVisible();
  await page.getByRole("button", { name: "重新计算" }).click();
  await expect(page.getByRole("button", { name: "正在计算" })).toBeVisible();
  await expect(page.getByRole("button", { name: "重新计算" })).toBeVisible({ timeout: 30_000 });
});
