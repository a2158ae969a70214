/** The institution's side: the market, the offer, and the steps of an order. */
import { expect, type Page } from "@playwright/test";
import { act, choose, dateIn, decide, dialog } from "../support/controls";

export class Bank {
  constructor(private readonly page: Page) {}

  /** Finds the demand by its amount on the market, and offers; returns the path of the order. */
  async grab(wan: string, rate: string, amount = wan): Promise<string> {
    const { page } = this;
    await page.goto("/institution/market");
    const entry = page.locator("tbody tr, li.list-card").filter({ hasText: wan });
    await entry.getByRole("link").first().click();
    await page.getByLabel("金额", { exact: true }).fill(amount);
    await page.getByLabel("年利率", { exact: true }).fill(rate);
    await choose(page, "还款方式", "等额本息");
    await choose(page, "担保方式", "信用");
    await page.getByRole("button", { name: "提交报价" }).click();
    await expect(page).toHaveURL(/\/institution\/orders\/[0-9a-f-]{36}$/);
    await this.state("待企业确认");
    return new URL(page.url()).pathname;
  }

  async open(order: string) {
    await this.page.goto(order);
    await expect(this.page.locator(".page-header").first()).toBeVisible();
  }

  async state(text: string) {
    await expect(this.page.locator(".page-header .status-tag").getByText(text)).toBeVisible();
  }

  async logContact() {
    await act(this.page, "登记首次联系");
    const box = dialog(this.page, "登记首次联系");
    await choose(box, "联系方式", "电话");
    await box.getByLabel("沟通情况").fill("已与企业负责人通话，约定上门尽调。");
    await decide(box, /^登\s?记$/);
    await this.state("尽职调查");
  }

  async startReview() {
    await act(this.page, "进入授信审批");
    await decide(dialog(this.page, /进入授信审批[?？]/), "进入授信审批");
    await this.state("授信审批");
  }

  async approve() {
    await act(this.page, "批准授信");
    const box = dialog(this.page, "批准授信");
    await choose(box, "还款方式", "等额本息");
    await choose(box, "担保方式", "信用");
    await box.getByLabel(/有效期/).fill(dateIn(30));
    await decide(box, "批准并发给企业");
    await this.state("已授信");
  }

  async recordPayment() {
    await act(this.page, "登记放款");
    const box = dialog(this.page, "登记放款");
    await box.getByLabel("放款日期").fill(dateIn(0));
    await box.getByLabel("借款合同编号").fill("HT2026110001");
    await box.getByLabel("合同签订日期").fill(dateIn(0));
    await box.getByLabel("借据或凭证号").fill(`FK${Date.now()}`);
    await decide(box, "登记放款");
    await this.state("已放款");
  }
}
