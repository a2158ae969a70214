import { expect, it } from "vitest";
import { doneSteps, toContent } from "./draft";

it("ticks only steps that the server would find whole", () => {
  const empty = toContent({});
  expect(doneSteps(empty, 0)).toEqual([]);
  expect(doneSteps(empty, 4), "what may stay empty was passed").toEqual(["conditions", "form"]);
  const base = toContent({
    title: "数字化改造补助",
    document_no: "渝高新财〔2026〕30号",
    level: "district",
    class: "subsidy",
    mode: "application",
    object: "区内制造业企业",
    benefit: "按投入的 20% 补助",
    opens_on: "2026-12-01",
  });
  expect(doneSteps(base, 2), "a subsidy says how much").toEqual(["base", "conditions"]);
  const titled = { ...base, class: "title" as const };
  expect(doneSteps(titled, 2)).toEqual(["base", "conditions", "standard"]);
  expect(doneSteps({ ...titled, later_windows: [{ opens_on: null, closes_on: null }] }, 2)).not.toContain(
    "standard",
  );
  const second = { opens_on: "2027-03-01", closes_on: null };
  const first = { ...titled, closes_on: "2027-01-31" };
  expect(doneSteps({ ...first, later_windows: [second] }, 2), "one after the other").toContain("standard");
  expect(doneSteps({ ...first, closes_on: "2027-03-01", later_windows: [second] }, 2)).not.toContain(
    "standard",
  );
  expect(doneSteps({ ...titled, closes_on: "2026-11-30" }, 2), "ends before it begins").not.toContain(
    "standard",
  );
  expect(doneSteps({ ...base, class: null }, 2)).not.toContain("standard");
  const rows = {
    ...titled,
    steps: [{ name: "受理", days: 3 }],
    contacts: [{ name: "财政金融科", phone: "023-12345678", place: "" }],
  };
  expect(doneSteps(rows, 0)).toContain("process");
  expect(doneSteps({ ...rows, steps: [{ name: "受理", days: null }] }, 0)).not.toContain("process");
  expect(doneSteps({ ...base, mode: "automatic" }, 4), "asks for conditions").not.toContain("conditions");
});
