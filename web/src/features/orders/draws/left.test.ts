import { expect, it } from "vitest";
import { leftToDraw } from "./left";

const draw = (amount: number, state: Parameters<typeof leftToDraw>[2][number]["state"]) => ({
  amount,
  state,
});

it.each([
  { what: "before the first is opened", draws: [], drawn: 40, left: 60 },
  { what: "one runs", draws: [draw(40, "running")], drawn: 40, left: 60 },
  {
    what: "one waits for the enterprise",
    draws: [draw(40, "settled"), draw(25, "recorded")],
    drawn: 65,
    left: 35,
  },
  {
    what: "what was taken back counts for nothing",
    draws: [draw(40, "running"), draw(25, "rejected"), draw(30, "withdrawn")],
    drawn: 40,
    left: 60,
  },
  { what: "all is drawn", draws: [draw(40, "running"), draw(60, "running")], drawn: 100, left: 0 },
])("$what: $left left", ({ draws, drawn, left }) => {
  expect(leftToDraw(100, 40, draws)).toEqual({ granted: 100, drawn, left });
});
