/** Steps: checked before going on, nothing lost when going back, server errors open the right step. */
import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Form } from "antd";
import Input from "antd/es/input/Input";
import { useState } from "react";
import { expect, it, vi } from "vitest";
import { Problem } from "@/api/problem";
import { renderAt } from "@/test/render";
import { StepForm } from "./StepForm";

type Values = { name: string; mobile: string };

type Kept = Pick<Parameters<typeof StepForm>[0], "place" | "onStep" | "progress" | "saveError">;

function Sample({ onSubmit, ...kept }: { onSubmit: (values: Values) => Problem | null } & Kept) {
  const [form] = Form.useForm<Values>();
  const [error, setError] = useState<Problem | null>(null);
  return (
    <StepForm<Values>
      form={form}
      submitText="提交"
      submitting={false}
      error={error}
      {...kept}
      onSubmit={(values) => setError(onSubmit(values))}
      steps={[
        {
          key: "a",
          title: "单位",
          fields: ["name"],
          content: (
            <Form.Item name="name" label="名称" rules={[{ required: true, message: "请填写名称" }]}>
              <Input />
            </Form.Item>
          ),
        },
        {
          key: "b",
          title: "联系",
          fields: ["mobile"],
          content: (
            <Form.Item name="mobile" label="手机" rules={[{ required: true, message: "请填写手机" }]}>
              <Input />
            </Form.Item>
          ),
        },
      ]}
    />
  );
}

const heading = () => screen.getByRole("heading", { level: 2 }).textContent;

it("walks through the steps and submits everything", async () => {
  const submit = vi.fn(() => null);
  renderAt("/", <Sample onSubmit={submit} />);
  await userEvent.click(screen.getByRole("button", { name: "下一步" }));
  expect(await screen.findByText("请填写名称")).toBeTruthy();
  expect(heading()).toBe("单位");
  await userEvent.type(screen.getByLabelText("名称"), "星澜科技");
  await userEvent.click(screen.getByRole("button", { name: "下一步" }));
  await waitFor(() => expect(heading()).toBe("联系"));
  expect(document.activeElement?.textContent, "the step begins at its heading").toBe("联系");
  await userEvent.type(screen.getByLabelText("手机"), "13800001234");
  await userEvent.click(screen.getByRole("button", { name: "上一步" }));
  expect((screen.getByLabelText("名称") as HTMLInputElement).value).toBe("星澜科技");
  await userEvent.click(screen.getByRole("button", { name: "下一步" }));
  await waitFor(() => expect(heading()).toBe("联系"));
  expect(submit, "reaching the last step submits nothing").not.toHaveBeenCalled();
  await userEvent.click(screen.getByRole("button", { name: "提交" }));
  await waitFor(() => expect(submit).toHaveBeenCalledWith({ name: "星澜科技", mobile: "13800001234" }));
});

it("opens the step of the field the server refused", async () => {
  const refuse = () =>
    new Problem({ status: 422, detail: "请修改", errors: [{ field: "name", message: "名称已被注册" }] });
  renderAt("/", <Sample onSubmit={refuse} />);
  await userEvent.type(screen.getByLabelText("名称"), "星澜科技");
  await userEvent.click(screen.getByRole("button", { name: "下一步" }));
  await waitFor(() => expect(heading()).toBe("联系"));
  await userEvent.type(screen.getByLabelText("手机"), "1");
  await userEvent.click(screen.getByRole("button", { name: "提交" }));
  await waitFor(() => expect(heading()).toBe("单位"));
  expect(await screen.findByText("名称已被注册")).toBeTruthy();
});

/** The page keeps the step, as it does in its address. */
function Placed({ onStep }: { onStep: (at: number) => Promise<boolean> }) {
  const [at, go] = useState(0);
  return <Sample onSubmit={() => null} place={{ at, go }} onStep={onStep} progress={<p>完整度</p>} />;
}

it("keeps a step before the next opens, and stays where it could not", async () => {
  const keep = vi.fn(async (_at: number) => false);
  renderAt("/", <Placed onStep={keep} />);
  const next = () => userEvent.click(screen.getByRole("button", { name: "保存，下一步" }));
  await next();
  expect(await screen.findByText("请填写名称")).toBeTruthy();
  expect(keep, "nothing wrong is kept").not.toHaveBeenCalled();
  await userEvent.type(screen.getByLabelText("名称"), "星澜科技");
  await next();
  await waitFor(() => expect(keep).toHaveBeenCalledWith(0));
  expect(heading()).toBe("单位");
  keep.mockResolvedValue(true);
  await next();
  await waitFor(() => expect(heading()).toBe("联系"));
});

it("opens any step that is gone to, with what was typed in the others", async () => {
  renderAt("/", <Placed onStep={async () => true} />);
  await userEvent.type(screen.getByLabelText("名称"), "星澜");
  await userEvent.click(screen.getByRole("button", { name: "联系" }));
  await waitFor(() => expect(document.activeElement?.textContent).toBe("联系"));
  await userEvent.click(screen.getByRole("button", { name: /^单位/ }));
  expect(heading()).toBe("单位");
  expect((screen.getByLabelText("名称") as HTMLInputElement).value).toBe("星澜");
});

const refusedDraft = new Problem({
  status: 422,
  detail: "填写有误",
  errors: [{ field: "windows[0].opens_on", message: "须晚于上一批次的截止日期" }],
});

type Windows = { windows: { opens_on: string }[] };

/** Rows of a list, saved as a draft while one types. */
function Rows({ saveError, onStep }: Pick<Kept, "saveError" | "onStep">) {
  const [form] = Form.useForm<Windows>();
  return (
    <StepForm<Windows>
      form={form}
      submitText="提交"
      submitting={false}
      error={null}
      saveError={saveError}
      onStep={onStep}
      initialValues={{ windows: [{ opens_on: "2026-01-01" }] }}
      onSubmit={() => {}}
      steps={[
        {
          key: "a",
          title: "时间",
          fields: ["windows"],
          content: (
            <Form.List name="windows">
              {(rows) =>
                rows.map(({ key, name }) => (
                  <Form.Item key={key} name={[name, "opens_on"]} label="开始日期">
                    <Input />
                  </Form.Item>
                ))
              }
            </Form.List>
          ),
        },
        { key: "b", title: "核对", fields: [], content: null },
      ]}
    />
  );
}

/** Saved beside the typing: refused, then kept. */
function Typed() {
  const [wrong, setWrong] = useState<Problem | null>(null);
  return (
    <>
      <button type="button" onClick={() => setWrong(wrong ? null : refusedDraft)}>
        保存
      </button>
      <Rows saveError={wrong} />
    </>
  );
}

/** Refused when the step is to be left. */
function Left() {
  const [wrong, setWrong] = useState<Problem | null>(null);
  const keep = async () => {
    setWrong(refusedDraft);
    return false;
  };
  return <Rows saveError={wrong} onStep={keep} />;
}

it("marks what is wrong with a draft at its field, in rows too, and takes the mark away", async () => {
  renderAt("/", <Typed />);
  await userEvent.click(screen.getByRole("button", { name: "保存" }));
  const said = await screen.findByText("须晚于上一批次的截止日期");
  expect(said.closest(".ant-form-item"), "at the field").not.toBeNull();
  expect(
    screen.queryAllByRole("alert").some((one) => one.textContent?.includes("填写有误")),
    "not twice",
  ).toBe(false);
  expect(document.activeElement, "typing is not disturbed").not.toBe(screen.getByLabelText("开始日期"));
  await userEvent.click(screen.getByRole("button", { name: "保存" }));
  await waitFor(() => expect(screen.queryByText("须晚于上一批次的截止日期")).toBeNull());
});

it("leads to what is wrong with the draft when the step is to be left", async () => {
  renderAt("/", <Left />);
  await userEvent.click(screen.getByRole("button", { name: "保存，下一步" }));
  await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText("开始日期")));
});
