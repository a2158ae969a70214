/** Under the description of use: the purpose that it suggests. Bound to `use_kind`, which only a press of the button changes. */
import { Form } from "antd";
import { useSuggestion } from "@/api/suggestion";
import type { Schema } from "@/api/types";
import { SuggestionHint } from "@/ui/SuggestionHint";
import { FEWEST, purposeText } from "./suggestion";

type Props = { value?: Schema<"UseKind"> | null; onChange?: (value: Schema<"UseKind">) => void };

export function UseSuggestion({ value, onChange }: Props) {
  const text = Form.useWatch<string | null | undefined>("use_text");
  const found = purposeText(useSuggestion(text, FEWEST), value);
  return <SuggestionHint found={found} onTake={() => found && onChange?.(found.kind)} />;
}
