/** A loan after its payment, as either side sees it, and the bank's list of them. */
import { expect, type Page } from "@playwright/test";
import { act, decide, dialog } from "../support/controls";

export class Loan {
  constructor(private readonly page: Page) {}

  /** From the page of its order; returns the number of the voucher. */
  async openFromOrder(): Promise<string> {
    await this.page
      .getByRole("link", { name: /^借据 / })
      .first()
      .click();
    const title = this.page.getByRole("heading", { level: 1, name: /^借据 / });
    await expect(title).toBeVisible();
    return (await title.textContent())?.replace("借据 ", "") ?? "";
  }

  /** As the plan says, with the amounts that the form begins with. */
  async recordRepayment(serial: string) {
    await act(this.page, "登记还款");
    const box = dialog(this.page, "登记还款");
    await expect(box.getByText(/^第 1 期，应还日/)).toBeVisible();
    await expect(box.getByLabel("利息")).not.toHaveValue("");
    await box.getByLabel("流水号").fill(serial);
    await decide(box, "登记还款");
    await expect(this.repayments).toContainText(serial);
  }

  /** A line of the plan. */
  line(month: number) {
    return this.page
      .locator("tbody tr, li.list-card")
      .filter({ hasText: `第 ${month} 期` })
      .first();
  }

  get repayments() {
    return this.page.getByRole("region", { name: "还款记录" }).first();
  }
}

export class LoanBook {
  constructor(private readonly page: Page) {}

  get sheet() {
    return dialog(this.page, "导入还款");
  }

  /** Lines below the heading that the form begins with; the dialog stays open. */
  async importSheet(rows: string[], outcome: RegExp) {
    await this.page.goto("/institution/loans");
    await this.page.getByRole("button", { name: "导入还款" }).click();
    await this.send(rows, /^导\s?入$/, outcome);
  }

  async importAgain(rows: string[], outcome: RegExp) {
    await this.send(rows, "再次导入", outcome);
    await decide(this.sheet, "返回列表");
  }

  private async send(rows: string[], button: string | RegExp, outcome: RegExp) {
    const field = this.sheet.getByLabel("还款记录");
    const [heading] = (await field.inputValue()).split("\n");
    await field.fill([heading, ...rows].join("\n"));
    await this.sheet.getByRole("button", { name: button }).click();
    await expect(this.sheet.getByText(outcome)).toBeVisible();
    // While the list behind it is read again, the buttons take no press.
    await expect(this.sheet.getByRole("button", { name: /导\s?入$/ })).not.toHaveClass(/loading/, {
      timeout: 30_000,
    });
  }
}
