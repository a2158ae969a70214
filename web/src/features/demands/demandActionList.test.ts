/** Actions on a demand: allowed ones as buttons in a fixed order, the others with their reason. */
import { expect, it, vi } from "vitest";
import { splitActions } from "@/ui/splitActions";
import { demandLooks } from "./demandActionList";

it("keeps the order, the looks and the reasons", () => {
  const open = vi.fn();
  const { allowed, blocked } = splitActions(
    demandLooks("open"),
    [
      { action: "edit", allowed: true, why: null },
      { action: "submit", allowed: true, why: null },
      { action: "withdraw", allowed: true, why: null },
      { action: "complete", allowed: false, why: "接受至少一家机构的授信后，才能停止接受其他报价" },
    ],
    open,
  );
  expect(allowed.map((action) => action.label)).toEqual(["核对并提交", "修改", "撤回需求"]);
  expect(allowed[0]?.primary).toBe(true);
  expect(blocked).toEqual([
    { key: "complete", label: "停止接收其他报价", why: "接受至少一家机构的授信后，才能停止接受其他报价" },
  ]);
  allowed[2]?.onClick();
  expect(open).toHaveBeenCalledWith("withdraw");
});

it("asks otherwise for a direct application that came to nothing", () => {
  expect(demandLooks("closed_unmatched").submit).toEqual({ label: "重新提交为公开需求", primary: true });
});
