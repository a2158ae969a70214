/** How a rate is set: fixed, or by one of the two LPRs with points added. */
import type { Schema } from "@/api/types";
import { LPR_TENOR } from "@/labels/loans";
import { NativeSelect } from "./NativeSelect";
import { PointsInput } from "./ScaledInput";

type Link = Schema<"LprLink">;

type Props = { id?: string; value?: Link | null; onChange?: (value: Link | null) => void };

const CHOICES = [
  { value: "fixed", label: "固定利率" },
  { value: "one_year", label: `${LPR_TENOR.one_year}加减点` },
  { value: "five_years", label: `${LPR_TENOR.five_years}加减点` },
] as const;

export function LprInput({ id, value, onChange }: Props) {
  return (
    <>
      <NativeSelect
        id={id}
        options={CHOICES}
        value={value?.tenor ?? "fixed"}
        onChange={(tenor) =>
          onChange?.(!tenor || tenor === "fixed" ? null : { tenor, spread: value?.spread ?? 0 })
        }
      />
      {value && (
        <PointsInput
          aria-label="加减点，减点填负数"
          value={value.spread}
          onChange={(spread) => onChange?.({ ...value, spread: spread ?? 0 })}
        />
      )}
    </>
  );
}

/** The rate by the LPR that holds, 0.001 %; null where there is none. */
export function lprRate(link: Link, quote: Schema<"LprQuote"> | undefined): number | null {
  return quote ? quote[link.tenor] + link.spread * 10 : null;
}
