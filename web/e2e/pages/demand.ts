/** The wizard for a demand, and the enterprise's page about it. */
import { expect, type Page } from "@playwright/test";
import { attach, choose } from "../support/controls";

export type Wanted = { wan: string; months: number; use: string };

export class DemandWizard {
  constructor(private readonly page: Page) {}

  private async next(step: string) {
    await this.page.getByRole("button", { name: "下一步" }).click();
    await expect(this.page.getByRole("heading", { level: 2, name: step })).toBeVisible();
  }

  /** All steps; returns the id of the demand. */
  async publish({ wan, months, use }: Wanted): Promise<string> {
    const { page } = this;
    await page.goto("/enterprise/demands");
    await page.getByRole("button", { name: "发布融资需求" }).first().click();
    await page.getByLabel("融资金额").fill(wan);
    await page.getByLabel("融资期限").fill(String(months));
    await page.getByRole("checkbox", { name: /由多家机构/ }).check();
    await this.next("用途与还款");
    await choose(page, "资金用途", "购置设备");
    await page.getByLabel("用途说明").fill(use);
    await page.getByRole("checkbox", { name: "等额本息" }).check();
    await page.getByLabel("还款来源").fill("主营业务销售回款");
    await this.next("担保与费率");
    await page.getByRole("checkbox", { name: "信用" }).check();
    await page.getByLabel(/最高年利率/).fill("4.8");
    await this.next("说明与标签");
    await page.getByRole("radio", { name: /^否/ }).check();
    await attach(page, "销售合同.pdf");
    await this.next("核对提交");
    await expect(page.getByText(use).last()).toBeVisible();
    await this.submit();
    return page.url().split("/").at(-1) ?? "";
  }

  /** A round of equity financing; returns the id of the demand. */
  async publishEquity(wan: string): Promise<string> {
    const { page } = this;
    await page.goto("/enterprise/demands/new");
    await page.getByRole("radio", { name: "股权融资" }).check();
    await page.getByLabel("融资金额").fill(wan);
    await choose(page, "融资轮次", "A 轮");
    await page.getByLabel("出让比例", { exact: true }).fill("15");
    await this.next("项目与团队");
    await choose(page, "资金用途", "研发投入");
    await page.getByLabel("用途说明").fill("工业软件平台研发，扩充交付团队");
    await page.getByLabel("项目亮点").fill("核心算法自主研发，已在三家头部客户上线。");
    await page.getByLabel("核心团队").fill("创始团队来自行业龙头，平均从业十年。");
    await this.next("标签与附件");
    await this.next("核对提交");
    await this.submit();
    return page.url().split("/").at(-1) ?? "";
  }

  private async submit() {
    const { page } = this;
    await page.getByRole("checkbox", { name: /我已阅读并同意/ }).check();
    await page.getByRole("button", { name: "提交审核" }).click();
    await expect(page).toHaveURL(/\/enterprise\/demands\/[0-9a-f-]{36}$/);
    await expect(page.getByText("待审核").first()).toBeVisible();
  }

  /** Corrects what the operator has returned. */
  async correct(id: string, defect: string, use: string) {
    const { page } = this;
    await page.goto(`/enterprise/demands/${id}/edit`);
    await expect(page.getByText(defect).first()).toBeVisible();
    await this.next("用途与还款");
    await page.getByLabel("用途说明").fill(use);
    for (const step of ["担保与费率", "说明与标签", "核对提交"]) await this.next(step);
    await this.submit();
  }
}

export class DemandPage {
  constructor(private readonly page: Page) {}

  async open(id: string) {
    await this.page.goto(`/enterprise/demands/${id}`);
    await expect(this.page.getByRole("heading", { level: 1, name: /^融资需求/ })).toBeVisible();
  }

  /** The offers side by side (cards on phones). */
  get offers() {
    return this.page.getByLabel("机构报价对比");
  }

  async openOffer(institution: string) {
    await this.offers.getByRole("link", { name: institution }).click();
    await expect(this.page.getByRole("heading", { level: 1, name: institution })).toBeVisible();
  }
}
