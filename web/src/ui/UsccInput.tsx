/** 统一社会信用代码, checked while typing with both check digits; says which part is wrong. */
import { Checkbox, Form } from "antd";
import type { Rule } from "antd/es/form";
import Input from "antd/es/input/Input";
import { plainRegistered } from "@/lib/typed";
import { checkUscc } from "@/lib/uscc";
import { useComposition } from "./useComposition";

type Props = { id?: string; value?: string; onChange?: (value: string) => void; "aria-required"?: boolean };

const DEVIATES =
  "第 18 位与校验规则不符。厦门、福州 2015 至 2016 年试点发放的代码可能如此，请对照营业执照确认";

/** Complete codes are judged at once; an incomplete one is only counted, so that typing is not nagged. */
function usccHint(value: string): { tone: "ok" | "err" | "neutral"; text: string } {
  const code = plainRegistered(value);
  if (code === "") return { tone: "neutral", text: "18 位，见营业执照右上角或正中" };
  const result = checkUscc(code);
  if (result.ok)
    return { tone: result.deviates ? "neutral" : "ok", text: result.deviates ? DEVIATES : "✓ 校验通过" };
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
        {...useComposition(value, (text) => onChange?.(plainRegistered(text)))}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        className="mono"
        placeholder="例如 91500107…"
      />
      <div className={`input-note input-note-${hint.tone}`} role="status">
        {said ? "" : hint.text}
      </div>
    </div>
  );
}

/** Asked of a code of the pilots, in the form that has it as `uscc`. */
export function UsccConfirmation() {
  const typed = Form.useWatch<string | undefined>("uscc") ?? "";
  const check = checkUscc(typed);
  if (!check.ok || !check.deviates) return null;
  return (
    <Form.Item
      name="uscc_confirmed"
      valuePropName="checked"
      rules={[{ validator: async (_rule, value) => value || Promise.reject(new Error("请核对后勾选")) }]}
    >
      <Checkbox>已对照营业执照逐位核对，第 18 位无误</Checkbox>
    </Form.Item>
  );
}

export const usccRule: Rule = {
  validateTrigger: "onSubmit",
  validator: async (_rule, value: string | undefined) => {
    const result = checkUscc(value ?? "");
    if (!result.ok) throw new Error(result.message);
  },
};
