/** A state is words first. */
import { render, screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { DEMAND_STATE } from "@/labels/finance";
import { StatusTag } from "./StatusTag";

it("shows words and a tone", () => {
  render(<StatusTag label={DEMAND_STATE.returned} />);
  const tag = screen.getByText("退回补正");
  expect(tag.className).toContain("tone-warn");
  expect(tag.querySelector("[aria-hidden]")).toBeTruthy();
});

it("takes free words", () => {
  render(<StatusTag tone="ok">本机</StatusTag>);
  expect(screen.getByText("本机").className).toContain("tone-ok");
});
