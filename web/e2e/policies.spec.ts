/** 政策事项: written in steps, refused with all that is missing, checked by somebody else, published, read by everybody. */
import { decide, dialog } from "./support/controls";
import { expect, test } from "./support/fixtures";

// The first submission is refused, on purpose.
test.use({ expectedErrors: [/status of 422/] });

test("an item is written, checked by another person and published", async ({ as, isMobile }) => {
  test.setTimeout(120_000);
  const title = isMobile ? "检测补贴（手机编写）" : "检验检测服务抵扣";
  const page = await as("zhengfu1");
  await page.goto("/government/policies/new");
  await page.getByLabel("事项名称").fill(title);
  await page.getByLabel("文号").fill("渝高新财〔2026〕88号");
  await page.getByLabel("政策级别").selectOption("区级");
  await page.getByLabel("事项类别").selectOption("权益类");
  await page.getByLabel("办理方式").selectOption("申报");
  await page.getByLabel("惠及对象").fill("购买检验检测服务的小微企业");
  await page.getByLabel("扶持内容").fill("按服务费用的三成抵扣");
  const next = async (step: string) => {
    await page.getByRole("button", { name: "保存，下一步" }).click();
    await expect(page.getByRole("heading", { level: 2, name: step })).toBeVisible();
  };
  await next("申报条件");
  await page.getByRole("button", { name: "添加条件", exact: true }).click();
  const row = page.getByRole("group", { name: "第 1 条" });
  await row.getByLabel("指标").selectOption("从业人数");
  await row.getByLabel("比较方式").selectOption("不高于");
  await next("兑现标准");
  await page.getByLabel("开始日期").fill("2026-11-01");
  await next("申报表单");
  // By keyboard alone: a block is added, named, copied and moved.
  await page.getByRole("button", { name: "金额", exact: true }).focus();
  await page.keyboard.press("Enter");
  await expect(page.locator("input:focus")).toHaveValue("金额");
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type("服务费用");
  await expect(page.getByLabel(/^编码/)).toHaveValue("fwfy");
  await page.getByRole("button", { name: "复制“服务费用”" }).focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Alt+ArrowUp");
  await expect(page.getByRole("button", { name: /^1 服务费用（副本）/ })).toBeFocused();
  await next("材料与办理");
  await page.getByRole("button", { name: "添加环节" }).click();
  await page.getByLabel("环节名称").fill("受理");
  await page.getByLabel("办理时限").fill("3");
  await page.getByRole("button", { name: "添加联系人" }).click();
  await page.getByLabel("联系人或科室").fill("企业服务科");
  await page.getByLabel("电话").fill("023-68000088");
  await next("核对提交");
  // The value was left out: the step of the condition opens, and says which line it is.
  await page.getByRole("button", { name: "提交核校" }).click();
  await expect(page.getByText(/^第 1 条：/)).toBeVisible();
  await row.getByLabel("取值").fill("300");
  for (const step of ["兑现标准", "申报表单", "材料与办理", "核对提交"]) await next(step);
  await expect(page.getByText("从业人数不高于 300 人")).toBeVisible();
  await page.getByRole("button", { name: "提交核校" }).click();
  await expect(page).toHaveURL(/\/government\/policies\/[0-9a-f-]{36}$/);
  const path = new URL(page.url()).pathname;
  await expect(page.getByText("轮到核校人员")).toBeVisible();

  const checker = await as("zhengfu3");
  await checker.goto("/government/policies?view=checks");
  await checker.getByRole("link", { name: title }).first().click();
  await expect(checker.getByRole("heading", { level: 1, name: title })).toBeVisible();
  await checker.getByRole("button", { name: "核校通过" }).click();
  await decide(dialog(checker, "核校通过？"), "通过");
  await expect(checker.getByText("核校已通过")).toBeVisible();

  await page.goto(path);
  await page.getByRole("button", { name: "立即发布" }).click();
  await decide(dialog(page, "立即发布？"), "发布");
  await expect(page.getByText("事项已发布")).toBeVisible();

  const visitor = await as();
  await visitor.goto("/policies");
  await visitor.getByRole("searchbox").fill(title);
  await visitor.getByRole("button", { name: "搜索" }).click();
  await visitor.getByRole("link", { name: title, exact: true }).click();
  await expect(visitor.getByText("从业人数不高于 300 人")).toBeVisible();
});
