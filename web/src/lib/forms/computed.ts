/** What a computed block says while it has nothing to be computed from. Pure. */
import { fieldOf } from "./kinds";
import type { Block, Form, Values } from "./model";
import { namesIn } from "./sheet";
import { calledText } from "./words";

/** Nothing where its value is to be shown: a sum over tables that have no rows yet is no figure, whatever it comes to. */
export function waitingText(form: Form, { id, input }: Block, submitted: Values): string | null {
  if (input === "heading" || !("computed" in input)) return null;
  const named = new Set(namesIn(input.computed.formula).map((name) => name.split("__")[0]));
  const parts = form.blocks.filter((block) => named.has(block.id) && fieldOf(block));
  const lacking = parts.filter((block) => !(block.id in submitted));
  if (id in submitted && (lacking.length === 0 || lacking.length < parts.length)) return null;
  return lacking.length > 0
    ? `填写${lacking.map((block) => `“${calledText(block)}”`).join("、")}后自动计算`
    : "填写完整后自动计算";
}
