/** 金融产品: compared, applied for directly, paid; and from the institution's wizard onto the shelf. */

import { Bank } from "./pages/bank";
import { EnterpriseOrder } from "./pages/enterpriseOrder";
import { approving, ReviewQueue } from "./pages/review";
import { PASSWORD } from "./support/accounts";
import { act, choose, decide, dialog } from "./support/controls";
import { expect, test } from "./support/fixtures";

// Both journeys are refused once, on purpose.
test.use({ expectedErrors: [/status of 422/] });

/** Each screen size applies for a product of its own. */
const DESKTOP = {
  product: "嘉陵首贷成长贷",
  bank: "jigou2",
  rate: "3.53%",
  total: "1,242,360.00 元",
} as const;
const PHONE = {
  product: "渝州首贷成长贷",
  bank: "jigou1",
  rate: "3.45%",
  total: "1,241,400.00 元",
} as const;

test("an enterprise compares products, applies for one, and gets its money", async ({ as, isMobile }) => {
  test.setTimeout(120_000);
  const { product, bank: lender, rate, total } = isMobile ? PHONE : DESKTOP;
  const page = await as("qiye1");
  await page.goto("/products");
  await page.getByRole("searchbox").fill("首贷成长贷");
  await page.getByRole("button", { name: "搜索" }).click();
  await expect(page.getByText(/^共 \d 个产品$/)).toBeVisible();
  await page.getByRole("checkbox", { name: new RegExp(product) }).check();
  await page.getByRole("checkbox", { name: /两江首贷成长贷/ }).check();
  await page.getByRole("link", { name: "开始对比" }).click();
  const table = page.getByRole("region", { name: "产品对比表" });
  await expect(table.getByRole("columnheader")).toHaveCount(3);
  await expect(table.getByRole("row", { name: /^年利率/ })).toContainText(rate);
  await table.getByRole("link", { name: product, exact: true }).click();
  await page.getByLabel("金额（万元）").fill("120");
  await page.getByRole("combobox", { name: "还款方式" }).selectOption("到期一次还本付息");
  await expect(page.getByText(total).first()).toBeVisible();

  await page.getByRole("link", { name: "立即申请" }).click();
  await page.getByLabel("融资金额").fill("1200");
  await page.getByLabel("融资期限").fill("12");
  const next = (step: string) => async () => {
    await page.getByRole("button", { name: "下一步" }).click();
    await expect(page.getByRole("heading", { level: 2, name: step })).toBeVisible();
  };
  await next("用途与还款")();
  await choose(page, "资金用途", "流动资金周转");
  await page.getByRole("textbox", { name: "用途说明" }).fill("备货采购电机与减速器");
  await page.getByRole("textbox", { name: "还款来源" }).fill("主营业务销售回款");
  for (const step of ["担保与费率", "说明与标签", "授权并提交"]) await next(step)();
  await page.getByRole("checkbox", { name: /我已阅读并同意/ }).check();
  await page.getByLabel("登录密码").fill(PASSWORD);
  await page.getByRole("button", { name: "提交申请" }).click();
  // More than the product gives: the first step opens with the reason.
  await expect(page.getByText(/该产品的额度为/).first()).toBeVisible();
  await page.getByLabel("融资金额").fill("120");
  for (const step of ["用途与还款", "担保与费率", "说明与标签", "授权并提交"]) await next(step)();
  await page.getByRole("button", { name: "提交申请" }).click();
  await expect(page).toHaveURL(/\/enterprise\/orders\/[0-9a-f-]{36}$/);
  const order = new EnterpriseOrder(page);
  await order.state("待机构受理");
  const path = new URL(page.url()).pathname.replace("enterprise", "institution");

  const banker = await as(lender);
  const bank = new Bank(banker);
  await bank.open(path);
  await bank.state("待机构受理");
  await expect(banker.getByText(`${product}（第 1 版）`)).toBeVisible();
  await act(banker, "受理申请");
  await decide(dialog(banker, "受理这项申请？"), /^受\s?理$/);
  await bank.state("对接中");
  await bank.logContact();
  await bank.startReview();
  await bank.approve();
  await page.reload();
  await order.accept();
  await bank.open(path);
  await bank.recordPayment();
  await page.reload();
  await order.confirmPayment();
});

test("a bank writes a product, the operator approves it, everybody sees it", async ({ as, isMobile }) => {
  test.skip(isMobile, "long forms are written on the desktop");
  test.setTimeout(120_000);
  const page = await as("jigou1");
  const name = `启航贷${Math.floor(Math.random() * 1e6)}`;
  await page.goto("/institution/products");
  await page.getByRole("button", { name: "发布产品" }).first().click();
  const next = async (step: string) => {
    await page.getByRole("button", { name: "下一步" }).click();
    await expect(page.getByRole("heading", { level: 2, name: step })).toBeVisible();
  };
  await page.getByLabel("产品名称").fill(name);
  await page.getByLabel("一句话介绍").fill("面向初创科技企业的信用贷款");
  await page.getByLabel("详细介绍").fill("成立满一年的科技企业均可申请，线上审批。");
  await choose(page, "产品类型", "科技信用贷");
  await choose(page, "贷款渠道", "银行");
  await next("额度与价格");
  await page.getByLabel("最低额度").fill("10");
  await page.getByLabel("最高额度").fill("300");
  await page.getByLabel("最短期限").fill("3");
  await page.getByLabel("最长期限").fill("24");
  await choose(page, "利率方式", "固定利率");
  await page.getByLabel(/最低年利率/).fill("3.45");
  await page.getByLabel(/最高年利率/).fill("4.5");
  await page.getByRole("checkbox", { name: "信用", exact: true }).check();
  await page.getByRole("checkbox", { name: "先息后本" }).check();
  await next("申请条件");
  await next("办理与时限");
  await page.getByRole("textbox", { name: /申请材料/ }).fill("营业执照");
  await page.keyboard.press("Enter");
  await page.getByLabel("审批时限").fill("30");
  await page.getByLabel("放款时限").fill("3");
  await page.getByLabel("咨询联系人").fill("王经理");
  await page.getByLabel("咨询电话").fill("023-60000001");
  await next("核对提交");
  await page.getByRole("button", { name: "提交审核" }).click();
  await expect(page.getByText("平台规定最长 10 个工作日").first()).toBeVisible();
  await page.getByLabel("审批时限").fill("5");
  await next("核对提交");
  await page.getByRole("button", { name: "提交审核" }).click();
  await expect(page).toHaveURL(/\/institution\/products\/[0-9a-f-]{36}$/);

  const operator = await as("yunying1");
  await new ReviewQueue(operator).open(name, "product");
  await act(operator, approving("通过并上架"));
  await decide(dialog(operator, "通过并上架？"), "通过并上架");
  const visitor = await as();
  await visitor.goto(`/products?q=${encodeURIComponent(name)}`);
  await visitor.getByRole("link", { name, exact: true }).click();
  await expect(visitor.getByRole("heading", { level: 1, name })).toBeVisible();
  await visitor.getByRole("link", { name: "登录后申请" }).click();
  await expect(visitor).toHaveURL(/\/login\?next=/);
});

test("on the phone, anybody filters the shelf and compares", async ({ as, isMobile }) => {
  test.skip(!isMobile, "the desktop has the whole journey above");
  const page = await as();
  await page.goto("/products");
  await page.getByRole("button", { name: "筛选" }).tap();
  const sheet = page.getByRole("dialog", { name: "筛选" });
  const view = sheet.getByRole("button", { name: /^查看 \d+ 个产品$/ });
  const all = (await view.textContent()) ?? "";
  await sheet.getByRole("combobox", { name: "产品类型" }).selectOption("税贷");
  // How many are left is known before the list is looked at.
  await expect(view).not.toHaveText(all);
  const told = (await view.textContent())?.match(/\d+/)?.[0];
  await view.tap();
  await expect(page.getByText(`共 ${told} 个产品`)).toBeVisible();
  await expect(page.getByRole("button", { name: "筛选（已选 1 项）" })).toBeFocused();
  const boxes = page.getByRole("checkbox", { name: /加入对比/ });
  await boxes.nth(0).check();
  await boxes.nth(1).check();
  await page.getByRole("link", { name: "开始对比" }).tap();
  await expect(page.getByRole("region", { name: "产品对比表" })).toBeVisible();
});
