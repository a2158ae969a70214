/** The enterprise's profile. */
import { expect, type Page } from "@playwright/test";
import { attach, choose } from "../support/controls";

export class ProfilePage {
  constructor(private readonly page: Page) {}

  /** Everything that the completeness counts. */
  async fill() {
    const { page } = this;
    await page.goto("/enterprise/profile");
    await page.getByRole("button", { name: "编辑档案" }).click();
    await choose(page, "企业类型", "有限责任公司");
    await page.getByLabel("成立日期").fill("2018-06-12");
    await page.getByLabel("注册资本").fill("1000");
    await page.getByLabel("实缴资本").fill("600");
    await choose(page, "所在区县", "高新区");
    await page.getByLabel("经营地址").fill("重庆高新区科技大道 66 号");
    await this.next("法人与联系人");
    await page.getByLabel("法定代表人", { exact: true }).fill("沈明远");
    await page.getByLabel("法定代表人身份证号").fill("11010519491231002X");
    await page.getByRole("checkbox", { name: /法定代表人个人信息单独同意书/ }).check();
    await this.next("业务与行业");
    await page.getByLabel("主营业务").fill("精密减速器的研发与制造");
    await choose(page, "行业门类", "制造业");
    await choose(page, "行业大类", "通用设备制造业");
    await page.getByLabel("从业人数").fill("64");
    await page.getByLabel("研发人数").fill("22");
    await this.next("财务与融资");
    await page.getByLabel("上年营业收入").fill("3200");
    await choose(page, "纳税信用等级", /^A/);
    await page.getByRole("button", { name: "添加年度" }).click();
    await page.getByLabel("营业收入", { exact: true }).fill("3260");
    // The newest year says it from now on.
    await expect(page.getByLabel("上年营业收入")).toHaveValue("3260");
    await page.getByLabel("净利润").fill("-45");
    await page.getByLabel("资产总额").fill("5200");
    await this.next("资质与创新");
    await this.next("风险与附件");
    await attach(page, "营业执照.pdf");
    await page.getByRole("button", { name: "保存并完成" }).click();
    await expect(page.getByText("企业档案已保存")).toBeVisible();
    await page.getByRole("tab", { name: "财务与融资" }).click();
    await expect(page.getByText("-45.00")).toBeVisible();
    await page.getByRole("tab", { name: "风险与附件" }).click();
    await expect(page.getByRole("link", { name: "营业执照.pdf" })).toBeVisible();
  }

  /** Each step is saved before the next opens, at its heading. */
  private async next(title: string) {
    await this.page.getByRole("button", { name: "保存，下一步" }).click();
    await expect(this.page.getByRole("heading", { name: title, exact: true })).toBeFocused();
  }
}
