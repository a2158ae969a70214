/** The login page and the account menu. */
import { expect, type Page } from "@playwright/test";

export class LoginPage {
  constructor(private readonly page: Page) {}

  async open() {
    await this.page.goto("/login");
    await expect(this.page.getByRole("heading", { level: 1, name: "登录" })).toBeVisible();
  }

  get login() {
    return this.page.getByLabel("登录名");
  }

  get password() {
    return this.page.getByLabel("密码", { exact: true });
  }

  get code() {
    return this.page.getByLabel("动态验证码");
  }

  async submit() {
    await this.page.getByRole("button", { name: /^登\s?录$/ }).click();
  }

  async logIn(login: string, password: string) {
    await this.open();
    await this.login.fill(login);
    await this.password.fill(password);
    await this.submit();
  }

  async logOut() {
    await this.page.getByRole("button", { name: /账号菜单/ }).click();
    await this.page.getByRole("button", { name: "退出登录" }).click();
  }
}
