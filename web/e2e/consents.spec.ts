/** 撤回授权: the enterprise narrows and revokes a consent, and the bank's open page closes by itself. */

import { paths } from "@/app/paths";
import { PASSWORD } from "./support/accounts";
import { act, decide, dialog } from "./support/controls";
import { expect, test } from "./support/fixtures";

type Consent = {
  id: string;
  order_no: string;
  order_id: string;
  institution_name: string;
  may_renew: boolean;
};

test("the bank's page closes when the consent is revoked", async ({ as, isMobile }) => {
  test.skip(isMobile, "there is one such consent");
  test.setTimeout(120_000);
  const enterprise = await as("qiye1");
  const bank = await as("jigou2");
  const answer = await enterprise.request.get("/api/enterprise/consents?holding=true&size=100");
  const consents: Consent[] = (await answer.json()).items;
  const consent = consents.find(
    (one) => one.may_renew && one.institution_name === "嘉陵农村商业银行科技支行",
  );
  if (!consent) throw new Error(`no consent that can be renewed: ${JSON.stringify(consents)}`);
  await bank.goto(paths.institution.order(consent.order_id));
  const card = bank.locator(".card").filter({ hasText: "企业资料" });
  const finance = bank.getByRole("tab", { name: "财务与附件" });
  await expect(card.getByText("统一社会信用代码")).toBeVisible();
  await bank.getByRole("button", { name: "查看完整号码" }).click();
  const ask = dialog(bank, "查看完整手机号码");
  await ask.getByLabel("查看理由").fill("约定尽调时间");
  await decide(ask, /^查\s?看$/);
  await expect(bank.locator("a[href^='tel:']")).toBeVisible();

  await enterprise.goto(paths.enterprise.consent(consent.id));
  await enterprise.getByRole("tab", { name: "访问记录" }).click();
  await expect(enterprise.getByText("查看完整手机号码")).toBeVisible();
  await act(enterprise, "缩小范围");
  const fewer = dialog(enterprise, "缩小授权范围");
  await fewer.getByRole("checkbox", { name: /财务情况/ }).uncheck();
  await decide(fewer, "缩小范围");
  // The bank's page follows by itself: the figures are closed, the rest is still there.
  await finance.click();
  await expect(bank.getByText("企业没有开放这部分资料").first()).toBeVisible();
  await expect(bank.getByRole("heading", { name: "存量融资与近三年财务" })).toBeHidden();
  await bank.getByRole("tab", { name: "企业资料" }).click();
  await expect(card.getByText("统一社会信用代码")).toBeVisible();

  await act(enterprise, "撤回授权");
  const revoke = dialog(enterprise, "撤回授权？");
  await revoke.getByLabel("撤回原因").fill("暂不合作");
  await decide(revoke, "撤回授权");
  await expect(enterprise.locator(".page-header .status-tag")).toHaveText("已撤回");
  await expect(bank.getByText("企业的授权已经到期或撤回")).toBeVisible();
  await expect(bank.locator("a[href^='tel:']")).toHaveCount(0);
  await expect(bank.getByText("重庆云岭智能装备有限公司")).toHaveCount(0);

  // Signed again, the page opens again.
  await act(enterprise, "再次授权");
  const again = dialog(enterprise, "再次授权");
  await again.getByRole("checkbox", { name: /我已阅读并同意/ }).check();
  await again.getByLabel("登录密码").fill(PASSWORD);
  await decide(again, "签署授权");
  await expect(enterprise.locator(".page-header .status-tag")).toHaveText("有效");
  await expect(card.getByText("统一社会信用代码")).toBeVisible();
});
