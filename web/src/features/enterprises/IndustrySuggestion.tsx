/** Under the industry: the one that the main business suggests. Bound to `industry_section`; only a press of the button changes it. */
import { Form } from "antd";
import { SuggestIn } from "@/api/limits.gen";
import { useSuggestion } from "@/api/suggestion";
import type { Schema } from "@/api/types";
import { SuggestionHint } from "@/ui/SuggestionHint";
import { industryText } from "./industry";
import type { ProfileValues } from "./profileValues";

type Props = {
  value?: Schema<"IndustrySection"> | null;
  onChange?: (value: Schema<"IndustrySection">) => void;
};

export function IndustrySuggestion({ value, onChange }: Props) {
  const form = Form.useFormInstance<ProfileValues>();
  const business = Form.useWatch("main_business", form);
  const division = Form.useWatch("industry_division", form);
  const found = industryText(useSuggestion(business, SuggestIn.text.min), { section: value, division });
  const take = () => {
    if (!found) return;
    form.setFieldValue("industry_division", found.division);
    // A class of four digits belongs to its division.
    const code: string | null | undefined = form.getFieldValue("industry_class");
    if (code && !(found.division && code.startsWith(found.division)))
      form.setFieldValue("industry_class", null);
    onChange?.(found.section);
  };
  return <SuggestionHint found={found} onTake={take} />;
}
