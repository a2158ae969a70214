/** What is marked is what the server found, also behind characters of two units. */
import { expect, it } from "vitest";
import { partsOf } from "./markedParts";

const words = (text: string, hits: { from: number; to: number }[]) =>
  partsOf(text, hits).map(({ part, marked }) => (marked ? `[${part}]` : part));

it("marks hits by characters", () => {
  expect(words("我们金桥采购", [{ from: 2, to: 4 }])).toEqual(["我们", "[金桥]", "采购"]);
  expect(words("😀金桥", [{ from: 1, to: 3 }])).toEqual(["😀", "[金桥]"]);
  expect(
    words("金桥，电话1", [
      { from: 0, to: 2 },
      { from: 5, to: 6 },
    ]),
  ).toEqual(["[金桥]", "，电话", "[1]"]);
});

it("keeps a text without hits, and hits of a text that was longer within it", () => {
  expect(words("采购设备", [])).toEqual(["采购设备"]);
  expect(words("", [])).toEqual([]);
  expect(words("金桥", [{ from: 1, to: 9 }])).toEqual(["金", "[桥]"]);
});
