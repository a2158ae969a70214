/** The action bar offers what the server allows and explains the rest. */
import { expect, it, vi } from "vitest";
import { splitActions } from "@/ui/splitActions";
import { ENTERPRISE_ACTIONS, INSTITUTION_ACTIONS, SOON_INSTITUTION } from "./orderActions";

it("parts what can be done now from what cannot, with the reasons", () => {
  const { allowed, blocked } = splitActions(
    INSTITUTION_ACTIONS,
    [
      { action: "contact", allowed: false, why: "首次联系只登记一次" },
      { action: "refuse", allowed: true, why: null },
      { action: "start_review", allowed: true, why: null },
    ],
    () => {},
  );
  expect(allowed.map((action) => action.key)).toEqual(["start_review", "refuse"]);
  expect(allowed[0]).toMatchObject({ label: "进入授信审批", primary: true });
  expect(allowed[1]).toMatchObject({ danger: true });
  expect(blocked).toEqual([{ key: "contact", label: "登记首次联系", why: "首次联系只登记一次" }]);
});

it("never leaves a blocked action without a reason", () => {
  const { blocked } = splitActions(
    ENTERPRISE_ACTIONS,
    [{ action: "accept", allowed: false, why: null }],
    () => {},
  );
  expect(blocked[0]?.why).toBe("当前状态下不能进行此操作");
});

it("leaves the other side's actions out, and opens the right one", () => {
  const open = vi.fn();
  const { allowed } = splitActions(
    ENTERPRISE_ACTIONS,
    [
      { action: "approve", allowed: true, why: null },
      { action: "confirm", allowed: true, why: null },
    ],
    open,
  );
  expect(allowed).toHaveLength(1);
  allowed[0]?.onClick();
  expect(open).toHaveBeenCalledWith("confirm");
});

it("gives reasons for what comes next, and does not speak of what never applies in the state", () => {
  const all = Object.keys(INSTITUTION_ACTIONS).map((action) => ({ action, allowed: false, why: "还不行" }));
  const { blocked } = splitActions(INSTITUTION_ACTIONS, all, () => {}, SOON_INSTITUTION.due_diligence);
  expect(blocked.map(({ key }) => key)).toEqual(["start_review", "request_materials", "approve"]);
});
