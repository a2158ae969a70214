/** Under the description of use: the purpose that it suggests. Bound to `use_kind`, which only a press of the button changes. */
import { useQuery } from "@tanstack/react-query";
import { Button, Form } from "antd";
import type { UseKind } from "@/api/types";
import { askable, purposeText, suggestionQuery, useRested } from "./suggestion";
import "./demands.css";

type Props = { value?: UseKind | null; onChange?: (value: UseKind) => void };

export function UseSuggestion({ value, onChange }: Props) {
  const text = Form.useWatch<string | null | undefined>("use_text");
  const asked = useRested(askable(text));
  const { data } = useQuery(suggestionQuery(asked));
  // What was found for an earlier text says nothing about this one.
  const found = purposeText(asked === askable(text) ? data : undefined, value);
  return (
    <div role="status" className="use-suggestion">
      {found && (
        <>
          <span>{found.text}</span>
          <Button size="small" onClick={() => onChange?.(found.kind)}>
            {found.action}
          </Button>
        </>
      )}
    </div>
  );
}
