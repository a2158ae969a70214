import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import { renderAt, serve } from "@/test/render";
import { UploadField } from "./UploadField";

const RULES = { megabytes: 20, most: 10, storage: { used_bytes: 0, allowed_bytes: 1024 * 1024 * 1024 } };

it.each([
  { most: undefined, told: 10 },
  { most: 5, told: 5 },
])("a form that takes $most files says so, and takes no more", async ({ most, told }) => {
  serve({ "GET /files/rules": { body: RULES } });
  const value = Array.from({ length: told }, (_, index) => `file-${index}`);
  const { container } = renderAt("/", <UploadField label="附件" most={most} value={value} />);
  await screen.findByText(new RegExp(`最多 ${told} 个`));
  const input = container.querySelector("input[type=file]") as HTMLInputElement;
  await userEvent.upload(input, new File(["%PDF"], "合同.pdf", { type: "application/pdf" }));
  expect(await screen.findByText(`最多 ${told} 个附件，请先移除不需要的附件`)).toBeTruthy();
});
