/** Short texts one after the other: what was typed is taken at Enter, at a comma, and on leaving; nothing is lost. */
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { expect, it, vi } from "vitest";
import { TagsInput } from "./TagsInput";

function Sample({ told, max }: { told: (tags: string[]) => void; max?: number }) {
  const [tags, setTags] = useState<string[]>([]);
  const change = (next: string[]) => {
    setTags(next);
    told(next);
  };
  return (
    <form onSubmit={() => told(["sent"])}>
      <label htmlFor="tags">标签</label>
      <TagsInput id="tags" max={max} value={tags} onChange={change} />
    </form>
  );
}

const field = () => screen.getByLabelText<HTMLInputElement>("标签");

it("takes a text at Enter without sending the form, at commas, and on leaving", async () => {
  const told = vi.fn();
  render(<Sample told={told} />);
  await userEvent.type(field(), "营业执照{Enter}");
  expect(told).toHaveBeenLastCalledWith(["营业执照"]);
  await userEvent.type(field(), "近三年报表，合同、");
  expect(told).toHaveBeenLastCalledWith(["营业执照", "近三年报表", "合同"]);
  await userEvent.type(field(), "合同 ");
  await userEvent.tab();
  expect(told).toHaveBeenLastCalledWith(["营业执照", "近三年报表", "合同"]);
  expect(told).not.toHaveBeenCalledWith(["sent"]);
});

it("takes one back by its button or by the key, and keeps what is too much in the field", async () => {
  const told = vi.fn();
  render(<Sample told={told} max={2} />);
  await userEvent.type(field(), "甲{Enter}乙{Enter}丙{Enter}");
  expect(told).toHaveBeenLastCalledWith(["甲", "乙"]);
  expect(field().value).toBe("丙");
  await userEvent.click(screen.getByRole("button", { name: "删除“甲”" }));
  expect(told).toHaveBeenLastCalledWith(["乙"]);
  await userEvent.type(field(), "{Enter}");
  expect(told).toHaveBeenLastCalledWith(["乙", "丙"]);
  await userEvent.type(field(), "{Backspace}");
  expect(told).toHaveBeenLastCalledWith(["乙"]);
});
