/** When a block is shown: always, or while rows of conditions on other blocks hold. */
import { Checkbox } from "antd";
import { type FieldOf, fieldOf } from "@/lib/forms/kinds";
import type { Block } from "@/lib/forms/model";
import { GroupEditor } from "../ConditionField";
import { type Condition, groupOf, newTest, toCondition } from "../condition";

type Props = {
  block: Block;
  blocks: readonly Block[];
  onChange: (condition: Condition | null) => void;
};

export function ShowWhen({ block, blocks, onChange }: Props) {
  const others = blocks
    .filter((other) => other.id !== block.id)
    .map(fieldOf)
    .filter((field): field is FieldOf => field !== null);
  const group = groupOf(block.show_when as Condition | null | undefined);
  const shown = group.parts.length > 0;
  return (
    <>
      <Checkbox
        checked={shown}
        disabled={!shown && others.length === 0}
        onChange={(event) =>
          onChange(event.target.checked ? toCondition({ ...group, parts: [newTest()] }) : null)
        }
      >
        仅在其他内容符合条件时显示
      </Checkbox>
      {shown && (
        <GroupEditor
          group={group}
          fields={others}
          depth={1}
          first={1}
          bare
          onChange={(next) => onChange(toCondition(next))}
        />
      )}
      {shown && <p className="card-note">没有填写的内容视为不符合；隐藏的内容不必填写，也不提交。</p>}
    </>
  );
}
