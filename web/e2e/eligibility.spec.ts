/** 政策匹配: a visitor finds out on a few figures which policies suit, and how much one pays; a firm on its profile. */
import { paths } from "@/app/paths";
import { expect, test } from "./support/fixtures";

test("a visitor answers a question, sees what suits, and reckons one item", async ({ page }) => {
  await page.goto(paths.home);
  await page.getByRole("link", { name: "测一测能领哪些政策" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "政策匹配" })).toBeVisible();
  const result = page.getByRole("region", { name: "匹配结果" });
  await expect(result.getByRole("heading", { name: "还不能判断" })).toBeVisible();
  await page.getByRole("button", { name: "高新技术企业", exact: true }).click();
  const eligible = result.getByRole("region", { name: "符合", exact: true });
  const item = eligible.getByRole("article").filter({ hasText: "国家高新技术企业认定奖励" });
  await expect(item.getByText("20.00 万元")).toBeVisible();
  await item.getByText("金额是怎么算的").click();
  await expect(item.getByText("额度20")).toBeVisible();

  // An item of which the amount depends on what only the applicant knows.
  await page.goto(`${paths.policies}?q=${encodeURIComponent("技术改造")}`);
  await page.getByRole("link", { name: "制造业企业技术改造补助" }).click();
  const calculator = page.getByRole("region", { name: "测一测能否申请、能领多少" });
  await calculator.getByLabel("所属行业").selectOption("制造业");
  await calculator.getByLabel("资产负债率").fill("75");
  await expect(calculator.getByText("现为 75%，高出 5 个百分点")).toBeVisible();
  await calculator.getByLabel("资产负债率").fill("60");
  await calculator.getByLabel("上年度营业收入").fill("很多");
  await expect(calculator.getByText("请填写数字，单位为万元")).toBeVisible();
  await calculator.getByLabel("上年度营业收入").fill("2000");
  await calculator.getByLabel("设备投资额").fill("3000");
  await expect(calculator.getByText("200.00 万元")).toBeVisible();
  await expect(calculator.getByText("预计可得")).toBeVisible();
  // Nothing of it was kept.
  await page.reload();
  await expect(calculator.getByLabel("设备投资额")).toHaveValue("");
});

test("a firm is matched on its profile, mends a value and prints the report", async ({ as }) => {
  const page = await as("qiye1");
  await page.goto(paths.enterprise.home);
  const card = page.getByRole("region", { name: "适合贵企业的政策" });
  await expect(card.getByRole("listitem")).toHaveCount(3);
  await card.getByRole("link", { name: "全部政策" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "适合贵企业的政策" })).toBeVisible();
  const printed = await page.evaluate(async () => {
    let seen = { folded: -1, heads: 0 };
    window.print = () => {
      const sheet = document.querySelector(".printed");
      const folded = sheet?.querySelectorAll("details:not([open])").length ?? -1;
      seen = { folded, heads: sheet?.querySelectorAll(".paper-only h1").length ?? 0 };
    };
    [...document.querySelectorAll("button")].find((one) => one.textContent === "打印报告")?.click();
    return seen;
  });
  expect(printed).toEqual({ folded: 0, heads: 1 });
  await page.getByRole("link", { name: "更正从业人数" }).click();
  await expect(page).toHaveURL(/profile\?edit=1&step=business/);

  await page.goto(`${paths.policies}?q=${encodeURIComponent("技术改造")}`);
  await page.getByRole("link", { name: "制造业企业技术改造补助" }).click();
  const calculator = page.getByRole("region", { name: "测一测能否申请、能领多少" });
  await expect(calculator.getByText("所属行业为制造业")).toBeVisible();
  await calculator.getByLabel("设备投资额").fill("1000");
  await expect(calculator.getByText("100.00 万元")).toBeVisible();
});
