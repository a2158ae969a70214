import { expect, it } from "vitest";
import { initialsOf } from "./initials";

it.each([
  ["重庆渝新融资担保有限公司", "渝新"],
  ["中国建设银行重庆分行", "建设"],
  ["渝新（重庆）租赁有限公司", "渝新"],
  ["江北商行", "江北"],
  ["重庆", "重庆"],
])("%s is known by %s", (name, mark) => expect(initialsOf(name)).toBe(mark));
