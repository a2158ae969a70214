/** Getting in and out: by keyboard alone, with a wrong password, and with a one-time code. */
import { LoginPage } from "./pages/login";
import { currentCode, PASSWORD } from "./support/accounts";
import { expect, test } from "./support/fixtures";

test("an enterprise logs in by keyboard alone, and the focus can always be seen", async ({ page }) => {
  await new LoginPage(page).open();
  const focused = page.locator(":focus");
  const tabTo = async (name: string) => {
    for (let press = 0; press < 20; press++) {
      await page.keyboard.press("Tab");
      const mark = await focused.evaluate((element) => {
        const marks = [element, element.parentElement].filter((one) => one !== null);
        return marks.some((one) => {
          const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one);
          return (outlineStyle !== "none" && Number.parseFloat(outlineWidth) > 0) || boxShadow !== "none";
        });
      });
      expect(
        mark,
        `focus is visible on ${await focused.evaluate((one) => one.outerHTML.slice(0, 120))}`,
      ).toBe(true);
      if ((await focused.getAttribute("id"))?.endsWith(name)) return;
    }
    throw new Error(`Tab does not reach ${name}`);
  };
  await tabTo("login");
  await page.keyboard.type("qiye2");
  await tabTo("password");
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/enterprise$/);
  // Not the login's, which stays until the page is loaded.
  await expect(page.getByRole("heading", { level: 1, name: "工作台" })).toBeVisible();
  // The first stop of the page leads past the menu.
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "跳到主要内容" })).toBeFocused();
});

test.describe("wrong password", () => {
  test.use({ expectedErrors: [/status of 401/] });

  test("says so, keeps the login name, and lets the right password in", async ({ page }) => {
    const login = new LoginPage(page);
    await login.logIn("qiye2", "Not-The-Password-1");
    await expect(page.getByRole("alert")).toContainText(/登录名或密码/);
    await expect(page).toHaveURL(/\/login$/);
    await expect(login.login).toHaveValue("qiye2");
    await login.password.fill(PASSWORD);
    await login.submit();
    await expect(page).toHaveURL(/\/enterprise$/);
  });
});

test.describe("operator", () => {
  test.use({ expectedErrors: [/status of 401/] });

  test("is asked for the one-time code, and a logout closes the way back", async ({ page, request }) => {
    const login = new LoginPage(page);
    await login.logIn("yunying2", PASSWORD);
    await expect(login.code).toBeFocused();
    await login.code.fill("000000");
    await login.submit();
    await expect(page.getByRole("alert")).toContainText(/验证码/);
    await expect(login.code).toHaveValue("");
    await login.code.fill((await currentCode(request, "yunying2")) ?? "");
    await login.submit();
    await expect(page).toHaveURL(/\/operator$/);
    await expect(page.getByRole("heading", { level: 1, name: "审核工作台" })).toBeVisible();
    await login.logOut();
    await expect(page).toHaveURL(/\/$/);
    await page.goto("/operator");
    await expect(page).toHaveURL(/\/login\?next=%2Foperator$/);
  });
});
