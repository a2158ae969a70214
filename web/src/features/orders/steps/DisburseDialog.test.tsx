import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import type { Schema } from "@/api/types";
import { renderAt, serve } from "@/test/render";
import { DisburseDialog } from "./DisburseDialog";

const TERMS = {
  amount: 200_000_000,
  rate: 3_650,
  term_months: 12,
  repayment: "equal_installment",
  guarantee: "credit",
  fees: [],
};

const order = {
  id: "o",
  version: 7,
  decision: TERMS,
  disbursement: {
    ...TERMS,
    paid_on: "2026-11-20",
    contract_on: "2026-11-18",
    contract_no: "HT-1",
    voucher_no: "JJ-1",
    attachments: [],
    files: [],
    guarantor_id: null,
    guarantor: null,
    first_loan: false,
    more_follows: false,
    differs_because: null,
  },
  demand: { first_loan: false },
} as unknown as Schema<"InstitutionOrderView">;

it("takes a correction only once something is corrected", async () => {
  serve({
    "GET /institution/guarantors": { body: [] },
    "GET /files/rules": { body: { megabytes: 20, most: 10, storage: { used_bytes: 0, allowed_bytes: 1 } } },
  });
  renderAt("/", <DisburseDialog order={order} correcting onDone={() => {}} onClose={() => {}} />);
  const save = await screen.findByRole("button", { name: "保存更正" });
  const off = () => (save as HTMLButtonElement).disabled;
  await waitFor(() => expect(off()).toBe(true));
  expect(screen.getByText(/请先修改有误的数据/)).toBeTruthy();
  const number = screen.getByLabelText("借据或凭证号");
  await userEvent.type(number, "9");
  await waitFor(() => expect(off()).toBe(false));
  await userEvent.type(number, "{Backspace}");
  await waitFor(() => expect(off()).toBe(true));
});
