/** A term in whole months; the value is a number or null. */
import type { ComponentProps } from "react";
import { WholeInput } from "./WholeInput";

export function MonthsInput(props: Omit<ComponentProps<typeof WholeInput>, "unit">) {
  return <WholeInput placeholder="例如 12" {...props} unit="个月" />;
}
