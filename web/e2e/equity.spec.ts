/** 股权融资: from a demand for a round to the money in the account, with the operator and a fund. */
import { Bank } from "./pages/bank";
import { DemandWizard } from "./pages/demand";
import { EnterpriseOrder } from "./pages/enterpriseOrder";
import { ReviewQueue } from "./pages/review";
import { act, choose, dateIn, decide, dialog } from "./support/controls";
import { expect, test } from "./support/fixtures";

test("an enterprise sells a share to a fund, which pays in two tranches", async ({ as, isMobile }) => {
  test.skip(isMobile, "the steps are those of the financing journey; its phone part is there");
  test.setTimeout(120_000);
  const enterprise = await as("qiye2");
  const operator = await as("yunying1");
  const fund = await as("jijin7");
  const wan = (700 + Math.floor(Math.random() * 9_000) / 100 + 0.01).toFixed(2);

  const id = await new DemandWizard(enterprise).publishEquity(wan);
  await operator.goto(`/operator/demands/${id}`);
  await new ReviewQueue(operator).publishDemand("工业软件平台研发，扩充交付团队");

  await fund.goto("/institution/market?kind=equity");
  await fund.locator("tbody tr").filter({ hasText: wan }).getByRole("link").first().click();
  await fund.getByLabel("投前估值").fill("4000");
  await expect(fund.getByText("对应持股比例")).toContainText("%");
  await fund.getByRole("button", { name: "提交报价" }).click();
  await expect(fund).toHaveURL(/\/institution\/orders\/[0-9a-f-]{36}$/);
  const path = new URL(fund.url()).pathname;

  await enterprise.goto(path.replace("institution", "enterprise"));
  const own = new EnterpriseOrder(enterprise);
  await own.confirm("缙云创业投资基金（演示）");
  const order = new Bank(fund);
  await order.open(path);
  await order.logContact();
  await act(fund, "进入投资决策");
  await decide(dialog(fund, "进入投资决策？"), "进入投资决策");
  await order.state("投资决策");
  await act(fund, "提交投资条款书");
  const sheet = dialog(fund, "提交投资条款书");
  await sheet.getByLabel("条款有效期至").fill(dateIn(30));
  await decide(sheet, "提交并发给企业");
  await order.state("已出条款");

  await enterprise.reload();
  await act(enterprise, "接受投资条款");
  await decide(dialog(enterprise, "接受投资条款"), "接受投资条款");
  await own.state("签约中");
  await order.open(path);
  for (const last of [false, true]) {
    await act(fund, "登记到账");
    const box = dialog(fund, "登记到账");
    await box.getByLabel("到账日期").fill(dateIn(0));
    await box.getByLabel("到账金额").fill(last ? "200" : "500");
    await box.getByLabel("银行回单号").fill(last ? "TZ-0002" : "TZ-0001");
    if (last) await box.getByRole("checkbox", { name: /最后一笔/ }).check();
    await decide(box, "登记到账");
  }
  await order.state("已到账");
  await enterprise.reload();
  await act(enterprise, "确认到账");
  await decide(dialog(enterprise, "确认到账"), /确认到账/);
  await own.state("已完成");
  await expect(own.timeline.first()).toContainText("到账");

  // Both may now rate each other, and neither sees the other's marks first.
  await enterprise.getByRole("button", { name: "评价机构" }).click();
  const rating = dialog(enterprise, "评价金融机构");
  for (const aspect of ["响应速度", "专业能力", "收费透明", "整体评价"])
    await rating.getByRole("radiogroup", { name: aspect }).getByText("5 很满意").click();
  await decide(rating, "提交评价");
  await expect(enterprise.getByText("我方评价（对方暂不可见）")).toBeVisible();
  await fund.reload();
  await expect(fund.getByRole("heading", { name: "企业评价" })).toHaveCount(0);
});

test("what is typed for one kind of financing is not sent with the other", async ({ as }) => {
  const page = await as("qiye2");
  await page.goto("/enterprise/demands/new");
  await page.getByLabel("融资期限").fill("12");
  await page.getByRole("radio", { name: "股权融资" }).check();
  await expect(page.getByLabel("融资期限")).toHaveCount(0);
  await choose(page, "融资轮次", "A 轮");
  await page.getByRole("radio", { name: "债权融资" }).check();
  await expect(page.getByLabel("融资期限")).toHaveValue("12");
});
