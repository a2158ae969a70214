/** The code is judged while typing, and the message says which digit is wrong. */
import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Form } from "antd";
import { expect, it } from "vitest";
import { renderAt } from "@/test/render";
import { UsccInput } from "./UsccInput";

async function type(text: string) {
  renderAt(
    "/",
    <Form>
      <Form.Item name="uscc" label="统一社会信用代码">
        <UsccInput />
      </Form.Item>
    </Form>,
  );
  const input = screen.getByLabelText("统一社会信用代码");
  await userEvent.type(input, text);
  return input as HTMLInputElement;
}

it("counts while incomplete and confirms a good code in capitals", async () => {
  const input = await type("91500107ma5ux0003");
  expect(screen.getByText("已输入 17 / 18 位")).toBeTruthy();
  await userEvent.type(input, "1");
  expect(input.value).toBe("91500107MA5UX00031");
  expect(screen.getByText("✓ 校验通过")).toBeTruthy();
});

it("names the wrong check digit", async () => {
  await type("91500107MA5UX00032");
  expect(screen.getByText(/^第 18 位/)).toBeTruthy();
});

it("names the wrong organisation digit and forbidden letters at once", async () => {
  const input = await type("91500107MA5UX00041");
  expect(screen.getByText(/^第 17 位/)).toBeTruthy();
  await userEvent.clear(input);
  await userEvent.type(input, "915O");
  expect(screen.getByText(/第 4 位“O”有误/)).toBeTruthy();
});
