import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, it, vi } from "vitest";
import { renderAt } from "@/test/render";
import { FileLinks } from "../FileLinks";
import { FilePreview } from "./FilePreview";

const reader = vi.hoisted(() => ({ open: vi.fn(), close: vi.fn() }));

vi.mock("./pdf", () => ({
  MOST_PAGES: 20,
  openPdf: reader.open,
  troubleOf: (error: Error) => (error.name === "PasswordException" ? "locked" : "broken"),
}));

const file = (id: string, name: string) => ({ id, name, size: 2048, kind: "pdf" }) as never;

function show(...names: string[]) {
  const answer = vi.fn(async () => new Response(new ArrayBuffer(8)));
  vi.stubGlobal("fetch", answer);
  const href = (id: string) => `/files/${id}`;
  const view = renderAt(
    "/",
    <FileLinks
      files={names.map((name) => file(name, name))}
      href={href}
      extra={(one) => <FilePreview file={one} href={href(one.id)} />}
    />,
  );
  return { ...view, answer };
}

afterEach(() => {
  vi.clearAllMocks();
  vi.unstubAllGlobals();
});

const open = (name: string) => userEvent.click(screen.getByRole("button", { name: `查看：${name}` }));

it("asks for a file only when it is to be seen, and once", async () => {
  reader.open.mockResolvedValue({ pages: 3, paint: async () => {}, close: reader.close });
  const { answer, unmount } = show("执照.pdf");
  expect(answer).not.toHaveBeenCalled();
  await open("执照.pdf");
  await screen.findByText("1 / 3 页");
  await userEvent.click(screen.getByRole("button", { name: "下一页" }));
  await userEvent.keyboard("{PageDown}{PageDown}+");
  expect(screen.getByText("3 / 3 页")).toBeTruthy();
  expect(screen.getByText("125%")).toBeTruthy();
  expect(answer).toHaveBeenCalledTimes(1);
  unmount();
  expect(reader.close).toHaveBeenCalledTimes(1);
});

it("shows twenty pages of a long file, and says so", async () => {
  reader.open.mockResolvedValue({ pages: 64, paint: async () => {}, close: reader.close });
  show("年报.pdf");
  await open("年报.pdf");
  expect(await screen.findByText("共 64 页，这里显示前 20 页，其余请下载后查看。")).toBeTruthy();
});

it.each([
  ["PasswordException", "文件设有密码，不能在这里查看。"],
  ["InvalidPDFException", "文件打不开，可能已经损坏。"],
])("says politely of a file (%s): %s", async (name, words) => {
  reader.open.mockRejectedValue(Object.assign(new Error(), { name }));
  show("执照.pdf");
  await open("执照.pdf");
  expect((await screen.findByRole("alert")).textContent).toBe(`${words}下载文件`);
});

it("offers nothing for what browsers only save", () => {
  show("报表.xlsx");
  expect(screen.queryByRole("button")).toBeNull();
});

it("offers the download of a picture that cannot be shown", async () => {
  show("执照.png");
  await open("执照.png");
  const picture = await screen.findByRole("img", { name: "执照.png" });
  picture.dispatchEvent(new Event("error"));
  await waitFor(() => expect(screen.getByRole("alert").textContent).toContain("图片打不开"));
});
