/** 移交: the primary account opens a sub-account in a new branch, its owner sets a password, and takes over an order whose decision is open. */
import { checkPage } from "./support/axe";
import { act, choose, decide, dialog } from "./support/controls";
import { expect, test } from "./support/fixtures";

const OWN = "Shanshui-Changjuan-27";

test("an order is handed over while its decision is open", async ({ as, isMobile }) => {
  test.skip(isMobile, "the demo data have one order of this bank whose decision is open");
  const number = Math.floor(Math.random() * 1e6);
  const [branch, name, login] = [`科创支行${number}`, `易明${number}`, `yiming${number}`];
  const primary = await as("jigou2");
  await primary.goto("/institution/team?tab=units");
  await primary.getByRole("button", { name: /^新增下级：嘉陵农村商业银行/ }).click();
  const unit = dialog(primary, /下新增$/);
  await unit.getByLabel("名称").fill(branch);
  await decide(unit, /^保\s?存$/);
  await expect(primary.getByText(branch)).toBeVisible();

  await primary.getByRole("button", { name: "账号", exact: true }).click();
  await primary.getByRole("button", { name: "新建子账号" }).click();
  const add = dialog(primary, "新建子账号");
  await add.getByLabel("登录名").fill(login);
  // Esc asks before it throws away what was typed, each time.
  for (const _ of [1, 2]) {
    await primary.keyboard.press("Escape");
    await primary.getByRole("button", { name: "继续填写" }).click();
    await expect(dialog(primary, "放弃填写的内容？")).toBeHidden();
    await expect(add.getByLabel("登录名")).toBeFocused();
  }
  await add.getByLabel("姓名").fill(name);
  await add.getByLabel("手机号码").fill("13812345678");
  await choose(add, "所在分支机构或部门", new RegExp(`${branch}$`));
  await add.getByRole("button", { name: /^新\s?建$/ }).click();
  const shown = dialog(primary, "请转告本人");
  const once = await shown.locator("dd").last().textContent();
  await decide(shown, "我已记下");
  await expect(primary.getByText("待设置密码").first()).toBeVisible();

  const officer = await as();
  await officer.goto("/login?next=/institution/orders");
  await officer.getByLabel("登录名").fill(login);
  await officer.getByLabel("密码").fill(once ?? "");
  await officer.getByRole("button", { name: "登录", exact: true }).click();
  await expect(officer.getByRole("heading", { name: "设置您的密码" })).toBeVisible();
  await officer.goto("/institution/orders");
  await expect(officer.getByRole("heading", { name: "设置您的密码" })).toBeVisible();
  await checkPage(officer, "/password");
  await officer.getByLabel("一次性密码").fill(once ?? "");
  await officer.getByLabel("新密码", { exact: true }).fill(OWN);
  await officer.getByLabel("再次输入新密码").fill(OWN);
  await officer.getByRole("button", { name: "修改密码" }).click();
  // What the role and the law ask for comes before the work.
  await checkPage(officer, "/agreements");
  for (const title of ["金融机构用户服务与保密协议", "个人信息处理规则"]) {
    await officer.getByRole("checkbox", { name: new RegExp(`同意《${title}》`) }).check();
    await officer.getByRole("button", { name: "同意并继续" }).click();
  }
  await expect(officer.getByRole("heading", { name: "工作台" })).toBeVisible();
  await officer.goto("/institution/orders");
  await expect(officer.getByText("还没有对接单")).toBeVisible();

  const answer = await primary.request.get("/api/institution/orders?state=credit_review");
  const { items }: { items: { id: string; no: string }[] } = await answer.json();
  const order = items[0] ?? { id: "", no: "" };
  await primary.goto(`/institution/orders/${order.id}`);
  await act(primary, /^移\s?交$/);
  const hand = dialog(primary, "移交对接单");
  await choose(hand, "新的经办人", new RegExp(`^${name}`));
  await hand.getByLabel("交接说明").fill("企业在贵支行附近，资料已齐");
  await decide(hand, /^移\s?交$/);
  await expect(primary.getByText(`移交给${name}：企业在贵支行附近，资料已齐`)).toBeVisible();

  // The new officer's open page follows by itself.
  await officer.getByRole("link", { name: order.no }).click();
  await expect(officer.getByText(`移交给${name}：企业在贵支行附近，资料已齐`)).toBeVisible();
  await expect(officer.getByRole("button", { name: "批准授信" })).toBeVisible();
  const firm = await as("qiye1");
  await firm.goto(`/enterprise/orders/${order.id}`);
  await expect(firm.getByText("更换经办人").first()).toBeVisible();
  await expect(firm.getByText(`${name} 13812345678`)).toBeVisible();
  await expect(firm.getByText("企业在贵支行附近")).toBeHidden();
});
