/** 融资: from the registration of a new enterprise to money in its account, with the operator and two banks. */
import { Bank } from "./pages/bank";
import { DemandPage, DemandWizard } from "./pages/demand";
import { EnterpriseOrder } from "./pages/enterpriseOrder";
import { LoginPage } from "./pages/login";
import { ProfilePage } from "./pages/profile";
import { RegistrationWizard } from "./pages/registration";
import { ReviewQueue } from "./pages/review";
import { dialog } from "./support/controls";
import { expect, test } from "./support/fixtures";
import { newcomer } from "./support/newcomer";

const FIRST = "渝州银行高新支行";
const SECOND = "嘉陵农村商业银行科技支行";

test("a new enterprise registers, publishes, chooses between two banks and gets its money", async ({
  as,
  isMobile,
}) => {
  test.skip(isMobile, "the whole journey is on the desktop; the phone has its own below");
  test.setTimeout(180_000);
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

  expect(await chosen.timeline.count()).toBeGreaterThanOrEqual(7);
  await expect(chosen.timeline.first()).toContainText("放款");
  await demand.open(id);
  await expect(enterprise.locator(".page-header .status-tag")).toHaveText(/已放款|部分放款|已达成/);
  await enterprise.goto("/enterprise/messages");
  await expect(
    enterprise
      .locator("main")
      .getByText(/授信|放款/)
      .first(),
  ).toBeVisible();
  await first.goto("/institution/messages");
  await expect(first.locator("main").getByText(/放款/).first()).toBeVisible();
  const unlucky = new Bank(second);
  await unlucky.open(other);
  await unlucky.state("未达成");
  await expect(second.getByText(who.name), "never opened to the other bank").toHaveCount(0);
});

test("on the phone, an enterprise compares three offers and opens one", async ({ as, isMobile }) => {
  test.skip(!isMobile, "the desktop has the whole journey above");
  const page = await as("qiye1");
  await page.goto("/enterprise/demands");
  const entry = page.locator("li.list-card").filter({ hasText: /3\s*家/ });
  await entry.getByRole("link").first().tap();
  const demand = new DemandPage(page);
  await expect(demand.offers.getByRole("listitem")).toHaveCount(3);
  await expect(demand.offers).toContainText("3.62%");
  await demand.openOffer(SECOND);
  await page.getByRole("button", { name: "确认对接" }).tap();
  const box = dialog(page, "确认对接");
  await expect(box.getByRole("checkbox", { name: /财务情况/ })).toBeChecked();
  await box.getByRole("button", { name: "确认对接并授权" }).tap();
  await expect(box.getByText(/请阅读全文并勾选同意/)).toBeVisible();
  await box.getByRole("button", { name: /^取\s?消$/ }).tap();
  await expect(box).toBeHidden();
  await page.getByRole("link", { name: "消息" }).last().tap();
  await expect(page.getByRole("heading", { level: 1, name: "消息" })).toBeVisible();
});
