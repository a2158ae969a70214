/** An order as the enterprise sees it. */
import { expect, type Page } from "@playwright/test";
import { PASSWORD } from "../support/accounts";
import { act, decide, dialog } from "../support/controls";

export class EnterpriseOrder {
  constructor(
    private readonly page: Page,
    private readonly password: string = PASSWORD,
  ) {}

  async state(text: string) {
    await expect(this.page.locator(".page-header .status-tag").getByText(text)).toBeVisible();
  }

  async confirm(institution: string) {
    await act(this.page, "确认对接");
    const box = dialog(this.page, "确认对接");
    await expect(box.getByText(institution).first()).toBeVisible();
    await expect(box.getByRole("checkbox", { name: /企业身份/ })).toBeDisabled();
    await box.getByRole("checkbox", { name: /我已阅读并同意/ }).check();
    await box.getByLabel("登录密码").fill(this.password);
    await decide(box, "确认对接并授权");
    await this.state("对接中");
  }

  async accept() {
    await act(this.page, "接受授信");
    const box = dialog(this.page, "接受授信");
    await expect(box.getByText("利息与费用合计")).toBeVisible();
    await box.getByRole("checkbox", { name: /已阅读并确认/ }).check();
    await box.getByRole("radio", { name: /不再接收其他报价/ }).check();
    await decide(box, "接受授信");
    await this.state("签约中");
  }

  async confirmPayment() {
    await act(this.page, "确认放款");
    await decide(dialog(this.page, "确认放款"), /确认放款/);
    await this.state("已完成");
  }

  get timeline() {
    return this.page.locator(".timeline-item");
  }
}
