/** While an input method composes, what it has put into the field stays as it is. */
import { fireEvent, screen } from "@testing-library/react";
import { Form } from "antd";
import { expect, it, vi } from "vitest";
import { renderAt } from "@/test/render";
import { WholeInput } from "./ScaledInput";
import { UsccInput } from "./UsccInput";

/** As the browser does: each step replaces the one before. */
function compose(input: HTMLInputElement, steps: string[]) {
  const before = input.value;
  fireEvent.compositionStart(input);
  for (const step of steps) {
    fireEvent.change(input, { target: { value: before + step } });
    expect(input.value).toBe(before + step);
  }
  fireEvent.compositionEnd(input);
}

function field(content: React.ReactNode, label: string) {
  const changed = vi.fn();
  renderAt(
    "/",
    <Form onValuesChange={(_, values) => changed(values.field)}>
      <Form.Item name="field" label={label}>
        {content}
      </Form.Item>
    </Form>,
  );
  return { input: screen.getByLabelText(label) as HTMLInputElement, changed };
}

it("tells a credit code once, in capitals, at the end", () => {
  const { input, changed } = field(<UsccInput />, "统一社会信用代码");
  fireEvent.change(input, { target: { value: "91500107" } });
  compose(input, ["m", "ma"]);
  expect(input.value).toBe("91500107MA");
  fireEvent.change(input, { target: { value: `${input.value}5UX00031` } });
  expect(changed.mock.calls.flat()).toEqual(["91500107", "91500107MA", "91500107MA5UX00031"]);
});

it("reads a whole number in full width, and keeps what is none with a message", () => {
  const { input, changed } = field(<WholeInput unit="个月" />, "融资期限");
  compose(input, ["１", "１２"]);
  expect(changed).toHaveBeenLastCalledWith(12);
  fireEvent.change(input, { target: { value: "1.5" } });
  expect([input.value, changed.mock.lastCall]).toEqual(["1.5", [null]]);
  expect(screen.getByText("请输入整数，最多 3 位")).toBeTruthy();
});
