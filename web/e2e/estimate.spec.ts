/** A visitor finds out what it might borrow, without an account and within six presses. */
import { paths } from "@/app/paths";
import { expect, test } from "./support/fixtures";

test("from the home page to an amount in six presses", async ({ page }) => {
  await page.goto(paths.home);
  const presses = ["测一测能贷多少", "100 万元", "12 个月", "5 年", "3000 万元", "20 万元"];
  const [first = "", ...answers] = presses;
  await page.getByRole("link", { name: first, exact: true }).click();
  for (const answer of answers) await page.getByRole("button", { name: answer, exact: true }).click();
  const result = page.getByRole("region", { name: "测算结果" });
  await expect(result.getByRole("heading", { name: "参考额度" })).toBeVisible();
  await expect(result.getByText("非承诺").first()).toBeVisible();
  // Going on to a product and back, the answers are still there.
  await result.getByRole("link").first().click();
  await expect(page.getByRole("heading", { name: "还款计算器" })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole("button", { name: "3000 万元", exact: true })).toHaveAttribute(
    "aria-pressed",
    "true",
  );
});
