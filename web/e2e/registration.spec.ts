/** Registration with a mistyped code, and the way back from the operator with everything that is wrong at once. */
import { LoginPage } from "./pages/login";
import { RegistrationWizard } from "./pages/registration";
import { ReviewQueue } from "./pages/review";
import { expect, test } from "./support/fixtures";
import { broken, newcomer } from "./support/newcomer";

test("a wrong code is explained while typing and refused; corrected it goes on", async ({ page }) => {
  const who = newcomer();
  const wizard = new RegistrationWizard(page);
  await wizard.open();
  await page.getByLabel("单位名称").fill(who.name);
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
  await wizard.at("联系人");
  await expect(explained).toHaveCount(0);
  // Nothing typed is lost on the way back.
  await page.getByRole("button", { name: "上一步" }).click();
  await expect(page.getByLabel("单位名称")).toHaveValue(who.name);
});

test("the operator returns with two defects, the applicant corrects both", async ({ as }) => {
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
  ]);
  await expect(operator.getByText("退回补正").first()).toBeVisible();

  await applicant.reload();
  const notice = applicant.locator(".notice.tone-warn");
  await expect(notice).toContainText("单位名称：请填写营业执照上的全称");
  await expect(notice).toContainText("联系人：请填写经办人真实姓名");
  const corrected = who.name.replace("有限公司", "（重庆）有限公司");
  await applicant.getByLabel("单位名称").fill(corrected);
  await applicant.getByLabel("联系人姓名").fill(who.contact);
  await applicant.getByRole("button", { name: "重新提交" }).click();
  await expect(applicant.getByText("第 2 次")).toBeVisible();
  await expect(applicant.getByText(corrected).first()).toBeVisible();

  await queue.open(corrected, "organization");
  await queue.approveOrganization();
  await applicant.reload();
  await expect(applicant.getByRole("link", { name: "进入工作台" })).toBeVisible();
});
