/** The registration wizard, its outcome, and the applicant's status page. */
import { expect, type Page } from "@playwright/test";
import { attach } from "../support/controls";
import type { Newcomer } from "../support/newcomer";

export class RegistrationWizard {
  constructor(private readonly page: Page) {}

  async open(choice: string | RegExp = /我是企业/, title = "企业注册") {
    await this.page.goto("/register");
    await this.page.getByRole("link", { name: choice }).click();
    await expect(this.page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  }

  get uscc() {
    return this.page.getByLabel("统一社会信用代码");
  }

  async organization(name: string, uscc: string) {
    await this.page.getByLabel("单位名称").fill(name);
    await this.uscc.fill(uscc);
    await this.page.getByLabel("法定代表人").fill("李建国");
    await this.page.getByLabel("注册地址").fill("重庆高新区科技大道 9 号");
  }

  async papers() {
    await attach(this.page, "营业执照.pdf");
  }

  async next() {
    await this.page.getByRole("button", { name: "下一步" }).click();
  }

  async at(step: string) {
    await expect(this.page.getByRole("heading", { level: 2, name: step })).toBeVisible();
  }

  async contact(who: Newcomer) {
    await this.page.getByLabel("联系人姓名").fill(who.contact);
    await this.page.getByLabel("手机号码").fill(who.mobile);
  }

  async credentials(who: Newcomer) {
    await this.page.getByLabel("登录名").fill(who.login);
    await this.page.getByLabel("密码", { exact: true }).fill(who.password);
    await this.page.getByLabel("再次输入密码").fill(who.password);
  }

  async agreeAndSubmit(who: Newcomer) {
    for (const box of await this.page.getByRole("checkbox", { name: /我已阅读并同意/ }).all())
      await box.check();
    await this.page.getByRole("button", { name: "提交注册" }).click();
    await expect(this.page.getByRole("heading", { level: 1, name: "注册申请已提交" })).toBeVisible();
    await expect(this.page.getByText(`${who.name}的注册申请已收到`)).toBeVisible();
  }

  /** All five steps. */
  async register(who: Newcomer, agency = false) {
    await (agency ? this.open(/我是中介机构/, "中介机构入驻") : this.open());
    await this.organization(who.name, who.uscc);
    await this.next();
    await this.at("证照");
    await this.papers();
    await this.next();
    await this.at("联系人");
    await this.contact(who);
    await this.next();
    await this.at("账号密码");
    await this.credentials(who);
    await this.next();
    await this.at("服务协议");
    await this.agreeAndSubmit(who);
  }
}
