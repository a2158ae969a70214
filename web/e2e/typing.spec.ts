/** What people type with a Chinese input method arrives as they mean it: composed through DevTools, as the method does. */
import type { Page } from "@playwright/test";
import { RegistrationWizard } from "./pages/registration";
import { expect, test } from "./support/fixtures";
import { newcomer } from "./support/newcomer";

/** Composes step by step in the focused field, and commits `text`. */
async function compose(page: Page, steps: string[], text: string) {
  const devtools = await page.context().newCDPSession(page);
  for (const step of steps)
    await devtools.send("Input.imeSetComposition", {
      text: step,
      selectionStart: step.length,
      selectionEnd: step.length,
    });
  await devtools.send("Input.insertText", { text });
  await devtools.detach();
}

test("letters composed in a credit code are not doubled", async ({ page }) => {
  const wizard = new RegistrationWizard(page);
  await wizard.open();
  await wizard.uscc.pressSequentially("91500107");
  await compose(page, ["m", "ma"], "ma");
  await wizard.uscc.pressSequentially("5UX00031");
  await expect(wizard.uscc).toHaveValue("91500107MA5UX00031");
  await expect(page.getByText("校验通过")).toBeVisible();
});

test("a pilot's code is asked about, and the mobile number may have a prefix", async ({ page }) => {
  const who = newcomer();
  const wizard = new RegistrationWizard(page);
  await wizard.open();
  await wizard.organization(who.name, "91350203M0001QKT19");
  await wizard.next();
  await expect(page.getByText("请核对后勾选")).toBeVisible();
  await page.getByRole("checkbox", { name: /第 18 位无误/ }).check();
  await wizard.next();
  await wizard.at("证照");
  await wizard.papers();
  await wizard.next();
  await wizard.at("联系人");
  await wizard.contact({ ...who, mobile: `+86 ${who.mobile.slice(0, 3)} ${who.mobile.slice(3)}` });
  await wizard.next();
  await wizard.at("账号密码");
});

test("a term is a whole number, in whatever width", async ({ as }) => {
  const page = await as("qiye1");
  await page.goto("/enterprise/demands/new");
  const term = page.getByLabel("融资期限");
  await term.pressSequentially("1.5");
  await expect(term).toHaveValue("1.5");
  await expect(page.getByText(/请输入整数/)).toBeVisible();
  await term.fill("");
  await compose(page, ["1", "12"], "１２");
  await expect(page.getByText(/请输入整数/)).toHaveCount(0);
  const amount = page.getByLabel("融资金额");
  await amount.click();
  await compose(page, [], "100。5");
  await expect(page.getByText("人民币壹佰万伍仟元整")).toBeVisible();
});
