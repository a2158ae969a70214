/** Where all has ended, it is said once; a few reasons are told one by one. */
import { render, screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { FoldedActionBar } from "./FoldedActionBar";

const blocked = (whys: string[]) => whys.map((why, at) => ({ key: String(at), label: `操作${at}`, why }));

it("says one reason of many once", () => {
  render(<FoldedActionBar allowed={[]} blocked={blocked(Array(13).fill("对接已结束"))} />);
  expect(screen.getByText("其他操作暂不能进行：对接已结束")).toBeTruthy();
  expect(screen.queryByText(/暂不能进行的操作/)).toBeNull();
});

it("tells different reasons one by one", () => {
  render(<FoldedActionBar allowed={[]} blocked={blocked(["甲", "乙", "乙", "乙"])} />);
  expect(screen.getAllByRole("listitem")).toHaveLength(4);
});
