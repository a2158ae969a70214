/** The operator's queue and the decisions behind it. */
import { expect, type Page } from "@playwright/test";
import { act, choose, decide, dialog } from "../support/controls";

export class ReviewQueue {
  constructor(private readonly page: Page) {}

  /** Opens what this organisation has handed in. */
  async open(organization: string, kind: "organization" | "demand" | "certification" | "product") {
    await this.page.goto(`/operator?kind=${kind}`);
    const entry = this.page.locator("tbody tr, li.list-card").filter({ hasText: organization });
    await entry.getByRole("link").first().click();
    // The queue has buttons with the same words, so nothing may be pressed before its page is gone.
    await this.page.waitForURL(/\/operator\/(organizations|demands|certifications|products)\//);
    await expect(this.page.getByText(organization).first()).toBeVisible();
  }

  async approveOrganization() {
    await act(this.page, "审核通过");
    await decide(dialog(this.page, "审核通过？"), "通过并开通账号");
    await expect(this.page.getByRole("status").filter({ hasText: /通过|开通/ })).toBeVisible();
  }

  async grantCertification() {
    await act(this.page, "通过认证");
    await decide(dialog(this.page, "通过认证？"), "通过认证");
    await expect(this.page.getByText("已通过").first()).toBeVisible();
  }

  async returnWith(defects: { field: string; message: string }[]) {
    await act(this.page, "退回补正");
    const box = dialog(this.page, "退回补正");
    for (const [index, { field, message }] of defects.entries()) {
      if (index > 0) await box.getByRole("button", { name: "再加一条" }).click();
      await choose(box, `第 ${index + 1} 条：涉及内容`, field);
      await box.getByLabel("需要怎样修改").nth(index).fill(message);
    }
    await decide(box, "退回并通知");
  }

  async publishDemand(publicText: string) {
    await this.page.getByLabel("对外展示文字（机构看到的内容）").fill(publicText);
    await act(this.page, "通过并发布");
    const box = dialog(this.page, "通过并发布？");
    await expect(box.getByText(publicText)).toBeVisible();
    await decide(box, "通过并发布");
  }
}
