/** 融资: from the registration of a new enterprise to its first repayments, with the operator and two banks. */
import { Bank } from "./pages/bank";
import { DemandPage, DemandWizard } from "./pages/demand";
import { EnterpriseOrder } from "./pages/enterpriseOrder";
import { Loan, LoanBook } from "./pages/loan";
import { LoginPage } from "./pages/login";
import { ProfilePage } from "./pages/profile";
import { RegistrationWizard } from "./pages/registration";
import { ReviewQueue } from "./pages/review";
import { dateIn, dialog } from "./support/controls";
import { expect, test } from "./support/fixtures";
import { newcomer } from "./support/newcomer";

const FIRST = "渝州银行高新支行";
const SECOND = "嘉陵农村商业银行科技支行";

test("a new enterprise registers, publishes, chooses between two banks and gets its money, and repays", async ({
  as,
  isMobile,
}) => {
  test.skip(isMobile, "the whole journey is on the desktop; the phone has its own below");
  test.setTimeout(240_000);
  const who = newcomer();
  const enterprise = await as();
  const operator = await as("yunying1");
  const first = await as("jigou1");
  const second = await as("jigou2");
  const queue = new ReviewQueue(operator);

  await new RegistrationWizard(enterprise).register(who);
  await queue.open(who.name, "organization");
  await queue.approveOrganization();
  await new LoginPage(enterprise).logIn(who.login, who.password);
  await expect(enterprise).toHaveURL(/\/enterprise$/);

  await new ProfilePage(enterprise).fill();
  const wan = (200 + Math.floor(Math.random() * 9_000) / 100 + 0.01).toFixed(2);
  const wizard = new DemandWizard(enterprise);
  const id = await wizard.publish({ wan, months: 12, use: "用于公司各方面的资金需要" });
  await queue.open(who.name, "demand");
  await queue.returnWith([{ field: "用途说明", message: "请写明资金的具体用途" }]);
  await wizard.correct(id, "请写明资金的具体用途", `购置五轴加工中心，由${who.name}使用`);
  await queue.open(who.name, "demand");
  await queue.publishDemand("购置五轴加工中心，提高关键零件的自制比例");

  const order = await new Bank(first).grab(wan, "3.65");
  await expect(first.getByText(who.name), "masked until the enterprise confirms").toHaveCount(0);
  const other = await new Bank(second).grab(wan, "3.95", "100");

  const demand = new DemandPage(enterprise);
  await demand.open(id);
  await expect(demand.offers.getByRole("link")).toHaveText([FIRST, SECOND]);
  await expect(demand.offers).toContainText("3.65%");
  await expect(demand.offers).toContainText("3.95%");
  await demand.openOffer(FIRST);
  const chosen = new EnterpriseOrder(enterprise, who.password);
  await chosen.confirm(FIRST);

  const bank = new Bank(first);
  await bank.open(order);
  await expect(first.getByText(who.name).first()).toBeVisible();
  await bank.logContact();
  await bank.startReview();
  await bank.approve();
  await enterprise.reload();
  await chosen.accept();
  await bank.open(order);
  await bank.recordPayment();
  await enterprise.reload();
  await chosen.confirmPayment();

  await bank.open(order);
  const lent = new Loan(first);
  const voucher = await lent.openFromOrder();
  const [own, imported] = [`LS${voucher}01`, `LS${voucher}02`];
  await lent.recordRepayment(own);
  await expect(lent.line(1)).toContainText("已还");
  const rows = (day: string) => [
    `${voucher},${dateIn(0)},0,1.00,,${imported}`,
    `${voucher},${day},0,2.00,,LS${voucher}03`,
  ];
  const book = new LoanBook(first);
  await book.importSheet(rows("不详"), /已登记 1 笔，有误 1 行/);
  await expect(book.sheet.getByText("第 3 行：还款日期“不详”无法识别")).toBeVisible();
  await book.importAgain(rows(dateIn(0)), /已登记 1 笔，跳过此前已登记的 1 笔/);

  await chosen.timeline.first().waitFor();
  expect(await chosen.timeline.count()).toBeGreaterThanOrEqual(7);
  await expect(chosen.timeline.first()).toContainText("放款");
  const owed = new Loan(enterprise);
  expect(await owed.openFromOrder()).toBe(voucher);
  await expect(owed.line(1)).toContainText("已还");
  for (const serial of [own, imported]) await expect(owed.repayments).toContainText(serial);
  await demand.open(id);
  await expect(enterprise.locator(".page-header .status-tag")).toHaveText(/已放款|部分放款|已达成/);
  await enterprise.goto("/enterprise/messages");
  await expect(
    enterprise
      .locator("main")
      .getByText(/授信|放款/)
      .first(),
  ).toBeVisible();
  await expect(enterprise.locator("main").getByText("还款已登记").first()).toBeVisible();
  await first.goto("/institution/messages");
  await expect(first.locator("main").getByText(/放款/).first()).toBeVisible();
  const unlucky = new Bank(second);
  await unlucky.open(other);
  await unlucky.state("未达成");
  await expect(second.getByText(who.name), "never opened to the other bank").toHaveCount(0);
});

test("on the phone, an enterprise compares three offers and chooses one", async ({ as, isMobile }) => {
  test.skip(!isMobile, "the desktop has the whole journey above");
  const page = await as("qiye1");
  await page.goto("/enterprise/demands");
  const entry = page.locator("li.list-card").filter({ hasText: /3\s*家/ });
  await entry.getByRole("link").first().tap();
  const demand = new DemandPage(page);
  await expect(demand.offers.getByRole("listitem")).toHaveCount(3);
  await expect(demand.offers).toContainText("3.62%");
  await page.getByRole("group", { name: "综合年化成本一览" }).getByRole("button", { name: SECOND }).tap();
  await page.getByRole("button", { name: `选择：${SECOND}`, exact: true }).tap();
  const box = dialog(page, "确认对接");
  await expect(box.getByRole("checkbox", { name: /财务情况/ })).toBeChecked();
  await box.getByRole("button", { name: "确认对接并授权" }).tap();
  await expect(box.getByText(/请阅读全文并勾选同意/)).toBeVisible();
  await box.getByRole("button", { name: /^取\s?消$/ }).tap();
  await expect(box).toBeHidden();
  await page.getByRole("link", { name: "消息" }).last().tap();
  await expect(page.getByRole("heading", { level: 1, name: "消息" })).toBeVisible();
});

test("on the phone, four taps lead from the message to the choice among three offers", async ({
  as,
  isMobile,
}) => {
  test.skip(!isMobile, "the desktop has the cards side by side");
  const page = await as("qiye1");
  const { items } = await (await page.request.get("/api/enterprise/demands?size=100")).json();
  const { no } = items.find((row: { live_orders: number }) => row.live_orders === 3);
  await page.goto("/enterprise/messages?size=100");
  await page
    .getByRole("link", { name: new RegExp(`^收到新的报价.*${no}`) })
    .first()
    .tap();
  await expect(page.getByLabel("机构报价对比").getByRole("listitem")).toHaveCount(3);
  await page.getByRole("button", { name: /^选择：/ }).tap();
  const box = dialog(page, "确认对接");
  await box.getByRole("checkbox", { name: /我已阅读并同意/ }).tap();
  // The third tap leads to the password, the fourth would send it.
  await expect(box.getByLabel("登录密码")).toBeFocused();
  await expect(box.getByRole("button", { name: "确认对接并授权" })).toBeInViewport();
  await box.getByRole("button", { name: /^取\s?消$/ }).tap();
});
