/** The operator's desk: the queue and the decisions behind it. After each the next item opens, if there is one. */
import { expect, type Page } from "@playwright/test";
import { act, choose, decide, dialog } from "../support/controls";

/** The button that approves: what it says alone, and where another item waits. */
export const approving = (label: string) => new RegExp(`^(${label}|通过并下一件)$`);

export class ReviewQueue {
  constructor(private readonly page: Page) {}

  /** Opens what this organisation has handed in. */
  async open(organization: string, kind: "organization" | "demand" | "certification" | "product") {
    await this.page.goto(`/operator?kind=${kind}`);
    const queue = this.page.getByRole("list", { name: "审核事项" });
    await queue.getByRole("listitem").filter({ hasText: organization }).getByRole("link").first().click();
    // The start of the desk names the first item of the queue, too: nothing may be pressed before it is gone.
    await this.page.waitForURL(/\/operator\/queue\/(organizations|demands|certifications|products)\//);
    await expect(this.page.locator(".page-header")).toContainText(organization);
  }

  async approveOrganization() {
    await act(this.page, approving("审核通过"));
    await decide(dialog(this.page, "审核通过？"), "通过并开通账号");
    await expect(this.page.getByRole("status").filter({ hasText: /通过|开通/ })).toBeVisible();
  }

  async grantCertification() {
    await act(this.page, approving("通过认证"));
    await decide(dialog(this.page, "通过认证？"), "通过认证");
    await expect(this.page.getByRole("status").filter({ hasText: "已通过认证" })).toBeVisible();
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
    await act(this.page, approving("通过并发布"));
    const box = dialog(this.page, "通过并发布？");
    await expect(box.getByText(publicText)).toBeVisible();
    await decide(box, "通过并发布");
  }
}
