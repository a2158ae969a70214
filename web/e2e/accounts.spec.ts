/** 账号管理: an account is disabled, enabled and given a new password by a link; a firm is suspended and resumed. */
import { LoginPage } from "./pages/login";
import { RegistrationWizard } from "./pages/registration";
import { checkAxe, checkPage } from "./support/axe";
import { act, decide, dialog } from "./support/controls";
import { expect, test } from "./support/fixtures";
import { newcomer } from "./support/newcomer";

const OWN = "Shanshui-Changjuan-27";
const WHY = "本人遗忘密码，已核实身份";

test.use({ expectedErrors: [/status of 40[134]/] });

test("an operator disables an account, enables it, and lets the person choose a new password", async ({
  as,
}) => {
  const who = newcomer();
  const firm = await as();
  await new RegistrationWizard(firm).register(who);
  const login = new LoginPage(firm);
  await login.logIn(who.login, who.password);
  await expect(firm).toHaveURL(/\/registration$/);

  const operator = await as("yunying1");
  await operator.goto(`/operator/accounts?q=${who.login}`);
  await operator.getByRole("link", { name: who.contact }).click();
  await expect(operator.getByRole("heading", { level: 1, name: who.contact })).toBeVisible();
  await act(operator, "停用账号");
  const disable = dialog(operator, "停用该账号？");
  await disable.getByLabel("理由").fill("人员离岗，按规定停用");
  await checkAxe(operator, "the dialog that disables");
  await decide(disable, "停用账号");
  await expect(operator.getByText("已停用").first()).toBeVisible();
  await firm.goto("/registration");
  await expect(firm).toHaveURL(/\/login/);

  await act(operator, "启用账号");
  const enable = dialog(operator, "启用该账号？");
  await enable.getByLabel("理由").fill("人员返岗，恢复使用");
  await decide(enable, "启用账号");
  await act(operator, "申请重置密码");
  const reset = dialog(operator, "申请重置密码？");
  await reset.getByLabel("身份核实方式").selectOption({ label: "本人到场，已核对证件原件" });
  await reset.getByLabel("理由").fill(WHY);
  await checkAxe(operator, "the dialog that asks for a reset");
  await decide(reset, "提交申请");
  await expect(operator.getByText(/申请重置密码，须由另一位运营人员复核/)).toBeVisible();
  // Another operator looks for themselves, and agrees.
  const second = await as("yunying2");
  await second.goto(new URL(operator.url()).pathname);
  await act(second, "复核同意");
  await dialog(second, "复核同意？").getByRole("button", { name: "复核同意" }).click();
  const shown = dialog(second, "请将链接转交本人");
  const url = (await shown.getByText(/^https?:/).textContent()) ?? "";
  await decide(shown, "我已转交");
  await operator.reload();
  await expect(operator.getByText("密码重置链接已生成", { exact: false })).toBeVisible();
  await checkPage(operator, "an account with an open link");

  const { pathname, hash } = new URL(url);
  await firm.goto(pathname + hash);
  await expect(firm.getByRole("heading", { name: "设置新密码" })).toBeVisible();
  await checkPage(firm, "the page of a link");
  await firm.getByLabel("新密码", { exact: true }).fill(OWN);
  await firm.getByLabel("再次输入新密码").fill(OWN);
  await firm.getByRole("button", { name: "设置新密码" }).click();
  await expect(firm.getByRole("heading", { name: "密码已设置" })).toBeVisible();
  await login.logIn(who.login, OWN);
  await expect(firm).toHaveURL(/\/registration$/);
  const again = await as();
  await again.goto(pathname + hash);
  await expect(again.getByRole("heading", { name: "链接无法使用" })).toBeVisible();

  // The same firm, once it is approved, is suspended and resumed.
  await operator.getByRole("link", { name: who.name }).click();
  await act(operator, "审核通过");
  await decide(dialog(operator, "审核通过？"), "通过并开通账号");
  await act(operator, "暂停使用");
  const suspend = dialog(operator, /^暂停.*的使用？$/);
  await suspend.getByLabel("暂停的原因").fill("涉嫌提供虚假材料");
  await checkAxe(operator, "the dialog that suspends");
  await decide(suspend, "暂停使用");
  await expect(operator.getByText("涉嫌提供虚假材料").first()).toBeVisible();
  await login.logIn(who.login, OWN);
  await expect(firm.getByRole("alert")).toContainText("涉嫌提供虚假材料");
  await act(operator, "恢复使用");
  const resume = dialog(operator, /^恢复.*的使用？$/);
  await resume.getByLabel("恢复的原因").fill("材料已核实无误");
  await decide(resume, "恢复使用");
  await login.submit();
  await expect(firm).toHaveURL(/\/enterprise/);
});
