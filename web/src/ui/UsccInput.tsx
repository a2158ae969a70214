/** 统一社会信用代码, checked while typing with both check digits; says which part is wrong. */
import { Form } from "antd";
import type { Rule } from "antd/es/form";
import Input from "antd/es/input/Input";
import { checkUscc, normalizeUscc } from "@/lib/uscc";

type Props = { id?: string; value?: string; onChange?: (value: string) => void; "aria-required"?: boolean };

/** Complete codes are judged at once; an incomplete one is only counted, so that typing is not nagged. */
function usccHint(value: string): { tone: "ok" | "err" | "neutral"; text: string } {
  const code = normalizeUscc(value);
  if (code === "") return { tone: "neutral", text: "18 位，见营业执照右上角或正中" };
  const result = checkUscc(code);
  if (result.ok) return { tone: "ok", text: "✓ 校验通过" };
  if (result.problem === "length" && code.length < 18)
    return { tone: "neutral", text: `已输入 ${code.length} / 18 位` };
  return { tone: "err", text: result.message };
}

export function UsccInput({ id, value = "", onChange, ...aria }: Props) {
  const hint = usccHint(value);
  // After a submit the form shows the same message itself.
  const { status } = Form.Item.useStatus();
  const said = status === "error" && hint.tone === "err";
  return (
    <div>
      <Input
        {...aria}
        id={id}
        value={value}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        className="mono"
        placeholder="例如 91500107…"
        onChange={(event) => onChange?.(normalizeUscc(event.target.value))}
      />
      <div className={`input-note input-note-${hint.tone}`} role="status">
        {said ? "" : hint.text}
      </div>
    </div>
  );
}

export const usccRule: Rule = {
  validateTrigger: "onSubmit",
  validator: async (_rule, value: string | undefined) => {
    const result = checkUscc(value ?? "");
    if (!result.ok) throw new Error(result.message);
  },
};
