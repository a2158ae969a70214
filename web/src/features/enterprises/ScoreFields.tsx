/** The figures that only the innovation score asks for. */
import { Form } from "antd";
import Input from "antd/es/input/Input";
import type { Schema } from "@/api/types";
import { INNOVATION } from "@/labels/score";
import { MoneyInput } from "@/ui/ScaledInput";
import { DIGITS } from "@/ui/textRules";

export function ScoreFields() {
  const fields = Object.entries(INNOVATION) as [
    keyof Schema<"Innovation">,
    (typeof INNOVATION)[keyof Schema<"Innovation">],
  ][];
  return (
    <div id="profile_innovation">
      <p className="card-note">填写最近一个完整年度的数据，用于计算创新能力评分；没有的填 0。</p>
      <div className="form-grid pairs">
        {fields.map(([name, { text, unit }]) => (
          <Form.Item
            key={name}
            name={["innovation", name]}
            label={text}
            rules={unit === "money" ? undefined : [DIGITS]}
          >
            {unit === "money" ? (
              <MoneyInput />
            ) : (
              <Input inputMode="numeric" maxLength={7} suffix={<span className="unit">{unit}</span>} />
            )}
          </Form.Item>
        ))}
      </div>
    </div>
  );
}
