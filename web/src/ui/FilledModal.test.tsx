/** Esc asks before it throws away what was typed, and closes at once where nothing was. */
import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Form } from "antd";
import Input from "antd/es/input/Input";
import { expect, it, vi } from "vitest";
import { renderAt } from "@/test/render";
import { FormDialog } from "./FormDialog";

function open() {
  const onClose = vi.fn();
  renderAt(
    "/",
    <FormDialog title="导入" okText="导入" write={async () => null} onDone={() => {}} onClose={onClose}>
      <Form.Item name="csv" label="内容">
        <Input />
      </Form.Item>
    </FormDialog>,
  );
  return onClose;
}

it("closes an untouched dialog", async () => {
  const onClose = open();
  await userEvent.click(await screen.findByLabelText("内容"));
  await userEvent.keyboard("{Escape}");
  expect(onClose).toHaveBeenCalledOnce();
});

async function typed() {
  const onClose = open();
  await userEvent.type(await screen.findByLabelText("内容"), "JK1");
  await userEvent.keyboard("{Escape}");
  expect(onClose).not.toHaveBeenCalled();
  return onClose;
}

it("asks where something was typed, and goes on with it", async () => {
  const onClose = await typed();
  await userEvent.click(await screen.findByRole("button", { name: "继续填写" }));
  expect(onClose).not.toHaveBeenCalled();
  expect(screen.getByLabelText("内容")).toHaveProperty("value", "JK1");
});

it("closes when told to give it up", async () => {
  const onClose = await typed();
  await userEvent.click(await screen.findByRole("button", { name: /放\s?弃/ }));
  expect(onClose).toHaveBeenCalledOnce();
});
