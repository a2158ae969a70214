/** 放款异议: the enterprise disputes a payment, the bank's page says so, the operator answers, the enterprise confirms the answer. */
import { paths } from "@/app/paths";
import { act, choose, decide, dialog } from "./support/controls";
import { expect, test } from "./support/fixtures";

test("a dispute is answered and settled", async ({ as, isMobile }) => {
  // There is one such order, and one dispute on it at a time.
  test.skip(isMobile, "the same code serves the phone");
  test.setTimeout(120_000);
  const enterprise = await as("qiye2");
  const bank = await as("jigou1");
  const operator = await as("yunying1");
  const orders = await enterprise.request.get("/api/enterprise/orders?state=disbursed");
  const order: { id: string; no: string } = (await orders.json()).items[0];
  await bank.goto(paths.institution.order(order.id));
  await expect(bank.getByText("企业对登记的放款数据有异议")).toBeHidden();

  await enterprise.goto(paths.enterprise.order(order.id));
  await enterprise.getByRole("link", { name: "对放款有异议" }).click();
  await expect(enterprise.getByRole("radio", { name: "放款异议" })).toBeChecked();
  await choose(enterprise, "有异议的数据", "期限");
  await enterprise.getByLabel("正确的数据").fill("期限 18 个月");
  await enterprise.getByLabel("标题").fill("登记的期限与合同不一致");
  await enterprise.getByLabel("具体情况").fill("合同约定期限 18 个月，机构登记为 12 个月，请核对。");
  await enterprise.getByRole("button", { name: /^提\s?交$/ }).click();
  await expect(enterprise.getByRole("heading", { level: 1, name: "登记的期限与合同不一致" })).toBeVisible();
  const id = new URL(enterprise.url()).pathname.split("/").at(-1) ?? "";
  // The bank's open page follows by itself.
  await expect(bank.getByText("企业对登记的放款数据有异议")).toBeVisible();
  await expect(bank.getByRole("button", { name: "更正放款记录" })).toBeEnabled();

  await operator.goto(paths.operator.complaint(id));
  await act(operator, "指定经办人");
  await choose(dialog(operator, "指定经办人"), "经办人", /吴敏/);
  await decide(dialog(operator, "指定经办人"), /^指\s?定$/);
  await act(operator, /^答\s?复$/);
  const answer = dialog(operator, /^答\s?复$/);
  await answer.getByRole("radio", { name: "不属实", exact: true }).check();
  await answer.getByLabel("答复内容").fill("经核对合同原件，约定期限为 12 个月，与登记一致。");
  await decide(answer, "提交答复");

  await expect(enterprise.locator(".page-header .status-tag")).toHaveText("已答复·待确认");
  await act(enterprise, "确认答复");
  await decide(dialog(enterprise, "确认答复？"), "确认答复");
  await expect(enterprise.locator(".page-header .status-tag")).toHaveText("已办结");
  await expect(bank.getByText("企业对登记的放款数据有异议")).toBeHidden();
});
