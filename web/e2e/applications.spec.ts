/** 政策申请: a firm applies with what the platform knows of it, corrects what it is asked to, two people pass it, and a list pays. */
import type { Page } from "@playwright/test";
import { paths } from "@/app/paths";
import type { Login } from "./support/accounts";
import { checkPage } from "./support/axe";
import { act, choose, dateIn, decide, dialog } from "./support/controls";
import { expect, test } from "./support/fixtures";

type Case = {
  title: string;
  first: Login;
  second: Login;
  finance: Login;
  /** Where it stands once both have passed it. */
  passed: string;
  fill: (page: Page) => Promise<void>;
  figure: [string, string];
};

/** An item that names on the portal who is to get it; and, on the phone, one that pays without. */
const ON_PORTAL: Case = {
  title: "制造业企业技术改造补助",
  first: "zhengfu1b",
  second: "zhengfu1c",
  finance: "zhengfu1d",
  passed: "公示中",
  figure: ["设备投资额", "260"],
  fill: async (page) => {
    await page.getByLabel("项目名称").fill("末端执行器产线改造");
    await choose(page, "改造类别", "数字化改造");
    // It appears with the choice, and goes with another.
    await expect(page.getByLabel("拟建设的系统和功能")).toBeVisible();
    await choose(page, "改造类别", "设备更新");
    await expect(page.getByLabel("拟建设的系统和功能")).toBeHidden();
    await page.getByLabel("开工日期").fill(dateIn(-200));
    await page.getByRole("button", { name: "添加一行：设备购置发票" }).click();
    const cell = (column: string) => page.getByLabel(`设备购置发票第 1 行 ${column}`);
    await cell("发票号码").fill("50001234567890");
    await cell("设备名称").fill("五轴加工中心");
    await cell("开票日期").fill(dateIn(-100));
    await cell("金额").fill("260");
    await expect(
      page
        .getByRole("group", { name: /发票金额合计/ })
        .or(page.getByText("260.00 万元"))
        .first(),
    ).toBeVisible();
  },
};

const WITHOUT: Case = {
  title: "企业扩岗用工补助",
  first: "zhengfu4b",
  second: "zhengfu4c",
  finance: "zhengfu4c",
  passed: "待拨付",
  figure: ["当年新增参保人数", "12"],
  fill: async (page) => {
    await choose(page, "主要招聘渠道", "招聘会");
    await page.getByRole("button", { name: "添加一行：新增岗位" }).click();
    const cell = (column: string) => page.getByLabel(`新增岗位第 1 行 ${column}`);
    await cell("岗位").fill("装配调试");
    await cell("人数").fill("12");
    await cell("最早参保日期").fill(dateIn(-100));
  },
};

test("a firm applies, corrects, two people pass it, and a list pays", async ({ as, isMobile }) => {
  test.setTimeout(120_000);
  const item = isMobile ? WITHOUT : ON_PORTAL;
  const firm = await as("qiye1");
  await firm.goto(`${paths.policies}?q=${encodeURIComponent(item.title)}`);
  await firm.getByRole("link", { name: item.title, exact: true }).click();
  await firm.getByRole("link", { name: "申请", exact: true }).click();
  await firm.getByRole("button", { name: "开始填写" }).click();
  await checkPage(firm, "an application that begins");
  const next = async (step: string) => {
    await firm.getByRole("button", { name: "保存，下一步" }).click();
    await expect(firm.getByRole("heading", { level: 2, name: step })).toBeVisible();
  };
  await next("填写表单");
  await expect(firm.getByLabel("从业人数")).toHaveValue("86");
  await item.fill(firm);
  await firm.getByRole("checkbox", { name: "我已阅读并同意" }).check();
  await checkPage(firm, "the form of an application");
  await next("测算数据");
  await firm.getByLabel(item.figure[0]).fill(item.figure[1]);
  await next("申报材料");
  await next("收款账户");
  await firm.getByLabel("户名").fill("重庆云岭智能装备有限公司");
  await firm.getByLabel("开户银行").fill("渝州银行");
  await firm.getByRole("textbox", { name: "账号" }).fill("62220210 01112345");
  await next("核对提交");
  await checkPage(firm, "an application before it is handed in");
  await firm.getByRole("button", { name: "提交申请" }).click();
  await expect(firm.getByText(/已提交，申请编号 ZC-/)).toBeVisible();
  await checkPage(firm, "an application that was handed in");
  const id = new URL(firm.url()).pathname.split("/").at(-1) ?? "";

  const first = await as(item.first);
  const opened = async (page: Page) => {
    await page.goto(paths.government.application(id));
    await expect(page.getByRole("heading", { level: 1, name: "重庆云岭智能装备有限公司" })).toBeVisible();
  };
  const decision = async (
    page: Page,
    button: RegExp,
    title: string,
    ok: string,
    fill?: () => Promise<void>,
  ) => {
    await act(page, button);
    const box = dialog(page, title);
    await fill?.();
    // Taking it up decides nothing yet.
    if (ok !== "受理") await box.getByLabel("审核意见").fill("材料与企业档案一致，请按此办理。");
    await decide(box, ok);
  };
  await opened(first);
  await checkPage(first, "an application under review");
  await decision(first, /^受理/, "受理这件申请？", "受理");
  await opened(first);
  await decision(first, /^退回补正/, "退回补正", "退回补正", async () => {
    const box = dialog(first, "退回补正");
    await choose(box, "第 1 项的位置", "收款账户");
    await box.getByLabel("如何补正").fill("开户银行请填写到支行");
  });

  await firm.goto(paths.enterprise.home);
  await firm.getByRole("link", { name: new RegExp(`“${item.title}”申请需要补正`) }).click();
  await act(firm, "修改补正");
  await expect(firm.getByText("开户银行请填写到支行").first()).toBeVisible();
  await firm.goto(`${paths.enterprise.editApplication(id)}?step=payee`);
  await firm.getByLabel("开户银行").fill("渝州银行高新支行（演示）");
  await next("核对提交");
  await firm.getByRole("button", { name: "提交补正" }).click();
  await expect(firm.getByText(/已提交，申请编号/)).toBeVisible();

  await opened(first);
  await decision(first, /^(初审通过|通过并下一件)/, "初审通过？", "初审通过");
  // Who passed it first cannot pass it again.
  await opened(first);
  await expect(first.getByRole("button", { name: /^(复审通过|通过并下一件)/ })).toBeDisabled();
  const second = await as(item.second);
  await opened(second);
  await decision(second, /^(复审通过|通过并下一件)/, "复审通过？", "复审通过");
  await firm.goto(paths.enterprise.application(id));
  await expect(firm.getByText(item.passed).first()).toBeVisible();

  const finance = await as(item.finance);
  await finance.goto(paths.government.payments);
  await checkPage(finance, "lists of payments");
  await finance.getByRole("button", { name: "生成拨付批次" }).click();
  await decide(dialog(finance, "生成拨付批次？"), "生成");
  await expect(finance).toHaveURL(/payments\/[0-9a-f-]{36}$/);
  await checkPage(finance, "a list of payments");
  await finance
    .getByRole("button", { name: /^登记拨付：/ })
    .first()
    .click();
  const box = dialog(finance, "登记拨付");
  await box.getByLabel("凭证号").fill("记字 2026-1188");
  await decide(box, "登记");
  await expect(finance.getByText("记字 2026-1188")).toBeVisible();
});

// What the demo holds stands there once: each screen takes its own.
test("a firm that is named confirms, and somebody objects to what is public", async ({ as, isMobile }) => {
  if (isMobile) {
    const bank = await as("jigou1");
    await bank.goto(paths.publicity);
    await bank
      .getByRole("button", { name: /提出异议/ })
      .first()
      .click();
    await bank.getByLabel(/^异议的内容和依据/).fill("该企业的同一设备疑在往年申领过补助，请核实。");
    await bank.getByRole("button", { name: "提交异议" }).click();
    await expect(bank.getByText(/异议已提交/)).toBeVisible();
    return;
  }
  const firm = await as("qiye1");
  await firm.goto(paths.enterprise.automatic);
  await firm.getByRole("button", { name: /^确认/ }).first().click();
  const box = dialog(firm, "确认享受");
  await box.getByLabel("户名").fill("重庆云岭智能装备有限公司");
  await box.getByLabel("开户银行").fill("渝州银行高新支行（演示）");
  await box.getByRole("textbox", { name: "账号" }).fill("6222021001112345");
  await box.getByRole("checkbox").check();
  await decide(box, "确认");
  await expect(firm.getByText(/已确认/).first()).toBeVisible();
});
