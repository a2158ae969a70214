import { expect, it } from "vitest";
import type { Schema } from "@/api/types";
import { agencyPath } from "./agencyPath";

const me = (certified: boolean, permissions: Schema<"Me">["permissions"] = ["organizations.card"]) =>
  ({ organization: { certified }, permissions }) as Schema<"Me">;

it("leads to the certificate while there is none, and promises nothing after it", () => {
  const before = agencyPath(me(false));
  expect(before.at).toBe("certified");
  expect(before.steps[1]?.action?.label).toBe("填写名片并申请认证");
  const after = agencyPath(me(true));
  expect(after.at).toBe("services");
  expect(after.steps.at(-1)).toMatchObject({ done: false });
  expect(after.steps.at(-1)?.action).toBeUndefined();
});

it("offers no way to those who may not go it", () => {
  expect(agencyPath(me(false, [])).steps[1]?.action).toBeUndefined();
});
