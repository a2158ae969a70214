/** Only what the account may do is offered. */
import { expect, it } from "vitest";
import type { Schema } from "@/api/types";
import { paths } from "@/app/paths";
import { centre as enterprise } from "@/centres/enterprise/centre";
import { centre as government } from "@/centres/government/centre";
import { centre as institution } from "@/centres/institution/centre";
import { actionsOf, ownGroups } from "./hits";

const me = (permissions: string[], access: Schema<"Access"> = "handle") =>
  ({ permissions, access }) as Schema<"Me">;

const labels = (of: ReturnType<typeof actionsOf>) => of.map(({ label }) => label);

it("offers actions by the permissions of the pages that they lead to", () => {
  expect(labels(actionsOf(enterprise, me(["demands.own"])))).toEqual(["发布融资需求"]);
  expect(labels(actionsOf(institution, me(["orders.institution"])))).toEqual([
    "查看对接单看板",
    "查看工作量",
  ]);
  // A supervisor sees the list, but opens nothing.
  expect(labels(actionsOf(government, me(["complaints.oversee"])))).toEqual([]);
  expect(labels(actionsOf(government, me(["complaints.oversee", "complaints.own"])))).toEqual([
    "登记异常情况",
  ]);
});

it("lets who may only read look, not write", () => {
  const all = ["orders.institution", "products.own", "complaints.own"];
  expect(labels(actionsOf(institution, me(all, "read")))).toEqual(["查看对接单看板", "查看工作量"]);
});

it("finds pages by their names and other words for actions", () => {
  const account = me(["demands.own", "orders.enterprise"]);
  const found = (term: string) => ownGroups(enterprise, account, term).map(({ hits }) => hits[0]?.to);
  expect(found("贷款")).toEqual([paths.enterprise.newDemand]);
  expect(found("对接")).toEqual([paths.enterprise.orders]);
  expect(found("信用积分")).toEqual([]);
  expect(ownGroups(enterprise, me([]), "").map(({ heading }) => heading)).toEqual(["页面"]);
});
