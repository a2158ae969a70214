/** What each key asks for, and when it is somebody else's. */
import { describe, expect, it } from "vitest";
import { commandOf, hindrance } from "./keys";

const press = (key: string, more: object = {}) => ({
  key,
  keyCode: 0,
  isComposing: false,
  repeat: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  defaultPrevented: false,
  ...more,
});
const FREE = { typing: false, asking: false, off: false };
const pressed = (key: string, more?: object, place = FREE) => commandOf(press(key, more), place);

describe("a key", () => {
  it("asks for one thing, in capitals and wide too", () => {
    expect(["j", "k", "a", "t", "r", "c", "?"].map((key) => pressed(key))).toEqual([
      "next",
      "previous",
      "approve",
      "return",
      "refuse",
      "claim",
      "help",
    ]);
    expect(pressed("A")).toBe("approve");
    expect(pressed("？")).toBe("help");
    expect(pressed("x")).toBeNull();
    expect(pressed("Enter")).toBeNull();
  });

  it("belongs to fields, dialogs, input methods and the browser first", () => {
    expect(pressed("a", {}, { ...FREE, typing: true })).toBeNull();
    expect(pressed("a", {}, { ...FREE, asking: true })).toBeNull();
    expect(pressed("a", {}, { ...FREE, off: true })).toBeNull();
    expect(pressed("a", { isComposing: true })).toBeNull();
    expect(pressed("a", { keyCode: 229 })).toBeNull();
    for (const held of ["ctrlKey", "metaKey", "altKey", "defaultPrevented"])
      expect(pressed("r", { [held]: true })).toBeNull();
  });

  it("that is held down walks through the queue, and decides nothing", () => {
    expect(pressed("j", { repeat: true })).toBe("next");
    expect(pressed("k", { repeat: true })).toBe("previous");
    for (const key of ["a", "t", "r", "?"]) expect(pressed(key, { repeat: true })).toBeNull();
  });
});

it("says why a decision cannot be made", () => {
  expect(hindrance("approve", null, false)).toContain("请先打开一件");
  expect(hindrance("approve", null, true)).toContain("不在待审核中");
  expect(hindrance("return", { approve: {}, refuse: {} }, true)).toContain("不能退回补正");
  expect(hindrance("approve", { approve: { why: "请先填写对外展示文字" } }, true)).toBe(
    "请先填写对外展示文字",
  );
  expect(hindrance("refuse", { approve: {}, refuse: { why: null } }, true)).toBeNull();
});
