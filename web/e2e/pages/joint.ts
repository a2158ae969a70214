/** A joint credit, as each side works on it. */

import { expect, type Page } from "@playwright/test";
import { PASSWORD } from "../support/accounts";
import { act, choose, decide, dialog } from "../support/controls";

export class JointCredit {
  constructor(private readonly page: Page) {}

  async open(path: string) {
    await this.page.goto(path);
    await expect(this.page.getByRole("heading", { level: 1, name: /联合授信/ })).toBeVisible();
  }

  async state(text: string) {
    await expect(this.page.locator(".page-header .status-tag").getByText(text)).toBeVisible();
  }

  /** On the page of the own confirmed order; returns the id of the joint credit. */
  async propose(share: string, institution: string): Promise<string> {
    const { page } = this;
    await page.getByRole("button", { name: "发起联合授信" }).click();
    const box = dialog(page, "发起联合授信");
    await box.getByLabel("牵头份额").fill(share);
    await choose(box, "还款方式", "等额本息");
    await choose(box, "担保方式", "信用");
    const invited = box.getByRole("combobox", { name: "邀请的机构" });
    await invited.fill(institution);
    await page.locator(".ant-select-item-option").getByText(institution).click();
    await box.getByText("牵头份额").click();
    await decide(box, "提交企业同意");
    await expect(page).toHaveURL(/\/institution\/joint-credits\/[0-9a-f-]{36}$/);
    await this.state("待企业同意邀请");
    return page.url().split("/").at(-1) ?? "";
  }

  async press(button: string, title: string | RegExp, ok: string | RegExp) {
    await act(this.page, button);
    await decide(dialog(this.page, title), ok);
  }

  async commit(wan: string, rate: string) {
    await act(this.page, "认购份额");
    const box = dialog(this.page, "认购份额");
    await box.getByLabel("认购金额").fill(wan);
    await box.getByLabel("年利率").fill(rate);
    await decide(box, "登记份额");
  }

  async openData(member: string) {
    await act(this.page, "确认成员并开放信息");
    const box = dialog(this.page, "确认成员并开放信息");
    await expect(box.getByText(member)).toBeVisible();
    await box.getByRole("checkbox", { name: /我已阅读并同意/ }).check();
    await box.getByLabel("登录密码").fill(PASSWORD);
    await decide(box, "确认成员并授权");
  }

  async recordPayment(voucher: string, day: string) {
    await act(this.page, "登记放款");
    const box = dialog(this.page, "登记放款");
    await box.getByLabel("放款日期").fill(day);
    await box.getByLabel("借款合同编号").fill(voucher.replace("LH", "HT"));
    await box.getByLabel("合同签订日期").fill(day);
    await box.getByLabel("借据或凭证号").fill(voucher);
    await decide(box, "登记放款");
  }

  member(name: string) {
    return this.page.getByRole("region", { name });
  }
}
