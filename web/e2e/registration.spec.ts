/** Registration with a mistyped code, and the way back from the operator with everything that is wrong at once. */
import { LoginPage } from "./pages/login";
import { RegistrationWizard } from "./pages/registration";
import { ReviewQueue } from "./pages/review";
import { act, attach, decide, dialog } from "./support/controls";
import { expect, test } from "./support/fixtures";
import { broken, newcomer } from "./support/newcomer";
import { pdfOf } from "./support/pdf";

test("a wrong code is explained while typing and refused; corrected it goes on", async ({ page }) => {
  const who = newcomer();
  const wizard = new RegistrationWizard(page);
  await wizard.open();
  await wizard.organization(who.name, "");
  await wizard.uscc.pressSequentially(who.uscc.slice(0, 10));
  await expect(page.getByText("已输入 10 / 18 位")).toBeVisible();
  await wizard.uscc.fill(broken(who.uscc));
  const explained = page.getByText(/第 18 位（校验码）与前 17 位不符/);
  await expect(explained.first()).toBeVisible();
  await wizard.next();
  await wizard.at("单位信息");
  await expect(wizard.uscc).toHaveAttribute("aria-invalid", "true");
  await wizard.uscc.fill(who.uscc.toLowerCase());
  await expect(wizard.uscc).toHaveValue(who.uscc);
  await expect(page.getByText("校验通过")).toBeVisible();
  await wizard.next();
  await wizard.at("证照");
  await expect(explained).toHaveCount(0);
  // Without its licence nobody goes on.
  await wizard.next();
  await expect(page.getByText("请上传营业执照")).toBeVisible();
  // Nothing typed is lost on the way back.
  await page.getByRole("button", { name: "上一步" }).click();
  await expect(page.getByLabel("单位名称")).toHaveValue(who.name);
});

test("the operator returns with three defects, the applicant corrects them", async ({ as }) => {
  const who = newcomer();
  const applicant = await as();
  await new RegistrationWizard(applicant).register({ ...who, contact: "小沈" });
  await new LoginPage(applicant).logIn(who.login, who.password);
  await expect(applicant).toHaveURL(/\/registration$/);
  await expect(applicant.getByText("待审核").first()).toBeVisible();

  const operator = await as("yunying1");
  const queue = new ReviewQueue(operator);
  await queue.open(who.name, "organization");
  await queue.returnWith([
    { field: "单位名称", message: "请填写营业执照上的全称" },
    { field: "联系人", message: "请填写经办人真实姓名" },
    { field: "营业执照", message: "照片模糊，请重新上传" },
  ]);
  await expect(operator.getByRole("status").filter({ hasText: "已退回补正" })).toBeVisible();

  await applicant.reload();
  const notice = applicant.locator(".notice.tone-warn");
  await expect(notice).toContainText("单位名称：请填写营业执照上的全称");
  await expect(notice).toContainText("联系人：请填写经办人真实姓名");
  await expect(applicant.getByText("审核意见：照片模糊，请重新上传")).toBeVisible();
  const corrected = who.name.replace("有限公司", "（重庆）有限公司");
  await applicant.getByLabel("单位名称").fill(corrected);
  await applicant.getByLabel("联系人姓名").fill(who.contact);
  await attach(applicant, "营业执照（清晰）.pdf", pdfOf(2));
  await applicant.getByRole("button", { name: "重新提交" }).click();
  await expect(applicant.getByText("第 2 次")).toBeVisible();
  await expect(applicant.getByText(corrected).first()).toBeVisible();

  await queue.open(corrected, "organization");
  await expect(operator.getByRole("link", { name: "营业执照（清晰）.pdf" })).toBeVisible();
  // It is looked at beside the fields, and turned by keyboard.
  await operator.getByRole("button", { name: "查看：营业执照（清晰）.pdf" }).click();
  await expect(operator.getByText("1 / 2 页")).toBeVisible();
  await expect(operator.getByText(corrected).first()).toBeVisible();
  await operator.getByRole("region", { name: /营业执照（清晰）/ }).press("PageDown");
  const sheet = operator.getByRole("img", { name: "营业执照（清晰）.pdf第 2 页" });
  await expect(sheet).toBeVisible();
  await expect.poll(() => sheet.evaluate((one: HTMLCanvasElement) => one.height)).toBeGreaterThan(300);
  await queue.approveOrganization();
  await applicant.reload();
  await expect(applicant.getByRole("link", { name: "进入工作台" })).toBeVisible();
});

test("an agency registers, writes its card and is certified", async ({ as }) => {
  const who = newcomer();
  const agency = await as();
  await new RegistrationWizard(agency).register(who, true);
  const operator = await as("yunying1");
  const queue = new ReviewQueue(operator);
  await queue.open(who.name, "organization");
  await queue.approveOrganization();

  await new LoginPage(agency).logIn(who.login, who.password);
  await expect(agency).toHaveURL(/\/agency$/);
  await agency.goto("/agency/card?edit=1");
  await agency.getByLabel("单位介绍").fill("为科技企业提供审计和融资顾问服务");
  await agency.getByLabel("服务范围").fill("财务审计、融资顾问");
  await agency.getByLabel("服务电话").fill("023-61234567");
  await agency.getByLabel("地址", { exact: true }).fill("重庆高新区科技大道 9 号");
  await agency.getByLabel("业务许可证编号").fill("渝财会 0123");
  await attach(agency, "执业许可证.pdf");
  await agency.getByRole("button", { name: /^保\s?存$/ }).click();
  await expect(agency.getByText("名片已保存")).toBeVisible();
  await act(agency, "申请认证");
  await decide(dialog(agency, "申请认证？"), "提交申请");
  await expect(agency.getByText("审核中").first()).toBeVisible();

  await queue.open(who.name, "certification");
  await expect(operator.getByRole("link", { name: "执业许可证.pdf" })).toBeVisible();
  await queue.grantCertification();
  await agency.reload();
  await agency.getByRole("link", { name: "查看公开名片" }).click();
  await expect(agency.getByRole("heading", { level: 1, name: who.name })).toBeVisible();
  await expect(agency.getByText("财务审计、融资顾问")).toBeVisible();
});
