/** A parameter is changed where it stands, with the keyboard alone, and keeps to its range. */
import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import type { Schema } from "@/api/types";
import { renderAt, serve } from "@/test/render";
import { ParameterTable } from "./ParameterTable";

const CHOOSE: Schema<"ParameterView"> = {
  key: "choose_days",
  text: "企业答复报价的时限",
  help: "从机构报价之时起计算。",
  unit: "个工作日",
  value: 3,
  default: 3,
  min: 1,
  max: 10,
  updated_at: null,
};

it("opens, refuses what is out of range, saves with Enter, and gives the focus back", async () => {
  const calls = serve({
    "GET /operator/parameters": { body: [CHOOSE] },
    "PUT /operator/parameters/choose_days": { body: [{ ...CHOOSE, value: 5 }] },
  });
  renderAt("/operator/parameters", <ParameterTable />);
  const change = () => screen.getByRole("button", { name: "修改：企业答复报价的时限" });
  await screen.findByText("企业答复报价的时限");
  change().focus();
  await userEvent.keyboard("{Enter}");
  const field = screen.getByRole("textbox", { name: "企业答复报价的时限（个工作日）" });
  await userEvent.clear(field);
  await userEvent.type(field, "11{Enter}");
  expect(field.getAttribute("aria-invalid")).toBe("true");
  await userEvent.keyboard("{Escape}");
  expect(document.activeElement).toBe(change());
  expect(calls.some(({ method }) => method === "PUT")).toBe(false);
  await userEvent.keyboard("{Enter}");
  const again = screen.getByRole("textbox", { name: "企业答复报价的时限（个工作日）" });
  await userEvent.clear(again);
  await userEvent.type(again, "5{Enter}");
  await waitFor(() => expect(document.activeElement).toBe(change()));
  expect(calls.find(({ method }) => method === "PUT")?.body).toEqual({ value: 5 });
  expect(screen.getAllByText("已调整").length).toBeGreaterThan(1);
});
