/** The password rules that the page can judge. */
import { expect, it } from "vitest";
import { passwordHints } from "./passwordRules";

const unmet = (password: string) =>
  passwordHints(password, { login: "zhoumin", organization: "星澜科技" })
    .filter((hint) => !hint.met)
    .map((hint) => hint.key);

it("knows good and bad passwords", () => {
  expect(unmet("green river 42")).toEqual([]);
  expect(unmet("short")).toEqual(["length"]);
  expect(unmet("ZhouMin-2026!")).toEqual(["context"]);
  expect(unmet("星澜科技星澜科技2026")).toEqual(["context"]);
  expect(unmet("1234567890")).toEqual(["repeat"]);
  expect(unmet("aaaaaaaaaaaa")).toEqual(["repeat"]);
});
