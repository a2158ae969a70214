/** What is typed in 万元 arrives in fen, with the words below, and stays as typed. */
import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Form } from "antd";
import { expect, it, vi } from "vitest";
import { renderAt } from "@/test/render";
import { MoneyInput } from "./ScaledInput";

it("types 万元， gives fen, shows the words", async () => {
  const changed = vi.fn();
  renderAt(
    "/",
    <Form initialValues={{ amount: 300_000_000 }} onValuesChange={(_, values) => changed(values.amount)}>
      <Form.Item name="amount" label="融资金额">
        <MoneyInput />
      </Form.Item>
    </Form>,
  );
  const input = screen.getByLabelText("融资金额") as HTMLInputElement;
  expect(input.value).toBe("300");
  await userEvent.clear(input);
  await userEvent.type(input, "85.50");
  expect(input.value).toBe("85.50");
  expect(changed).toHaveBeenLastCalledWith(85_500_000);
  expect(screen.getByText("人民币捌拾伍万伍仟元整")).toBeTruthy();
  await userEvent.type(input, "x");
  expect(input.value).toBe("85.50x");
  expect(changed).toHaveBeenLastCalledWith(null);
  expect(screen.getByText(/请输入数字/)).toBeTruthy();
});
