/** Server field errors land on their fields; nothing the server said is lost. */
import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Form } from "antd";
import Input from "antd/es/input/Input";
import { useState } from "react";
import { expect, it } from "vitest";
import { Problem } from "@/api/problem";
import { renderAt } from "@/test/render";
import { applyProblem, type FormProblem, fieldPath } from "./applyProblem";
import { ProblemAlert } from "./ProblemAlert";

function Sample({ problem }: { problem: Problem }) {
  const [form] = Form.useForm();
  const [rest, setRest] = useState<FormProblem | null>(null);
  return (
    <Form form={form}>
      <Form.Item name="name" label="名称">
        <Input />
      </Form.Item>
      <Form.Item name={["fees", 0, "name"]} label="费用名称">
        <Input />
      </Form.Item>
      <button type="button" onClick={() => setRest(applyProblem(form, problem))}>
        提交
      </button>
      <ProblemAlert problem={rest} />
    </Form>
  );
}

const problem = new Problem({
  status: 422,
  code: "validation",
  detail: "请修改标出的内容",
  errors: [
    { field: "name", message: "名称已被注册" },
    { field: "fees[0].name", message: "请填写费用名称" },
    { field: "uscc", message: "代码已存在" },
  ],
});

it("splits field paths", () => {
  expect(fieldPath("fees[0].name")).toEqual(["fees", 0, "name"]);
  expect(fieldPath("fees.1.amount")).toEqual(["fees", 1, "amount"]);
  expect(fieldPath("name")).toEqual(["name"]);
});

it("puts errors on fields and the rest into the alert", async () => {
  renderAt("/", <Sample problem={problem} />);
  await userEvent.click(screen.getByRole("button", { name: "提交" }));
  expect(await screen.findByText("名称已被注册")).toBeTruthy();
  expect(await screen.findByText("请填写费用名称")).toBeTruthy();
  const alert = screen.getAllByRole("alert").find((node) => node.className === "problem-alert");
  expect(alert?.textContent).toContain("请修改标出的内容");
  expect(await screen.findByText("统一社会信用代码：代码已存在")).toBeTruthy();
  expect(alert?.textContent).not.toContain("名称已被注册");
});
