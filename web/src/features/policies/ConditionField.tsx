/** The condition of an item as a control of a form: groups of rows, none of it typed as code. */

import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { NativeSelect } from "@/ui/NativeSelect";
import { Loaded } from "@/ui/States";
import { ConditionRow } from "./ConditionRow";
import {
  type Condition,
  type Field,
  type Group,
  groupOf,
  newGroup,
  newTest,
  type Part,
  rowsIn,
  toCondition,
} from "./condition";
import styles from "./policies.module.css";
import { policyFieldsQuery } from "./queries";

/** Groups within one another that are offered; the server takes more. */
const DEEPEST = 3;

const JOINS = [
  { value: "all", label: "同时符合以下各条" },
  { value: "any", label: "符合以下任意一条" },
] as const;

type Props = { id?: string; value?: Condition | null; onChange?: (value: Condition | null) => void };

export function ConditionField({ id, value, onChange }: Props) {
  const fields = useQuery(policyFieldsQuery);
  return (
    <div id={id} tabIndex={-1}>
      <Loaded query={fields} rows={4}>
        {(known) => (
          <GroupEditor
            group={groupOf(value)}
            fields={known}
            depth={1}
            first={1}
            onChange={(next) => onChange?.(toCondition(next))}
          />
        )}
      </Loaded>
    </div>
  );
}

type GroupProps = {
  group: Group;
  fields: readonly Field[];
  depth: number;
  /** Number of its first row. */
  first: number;
  /** Without evidence and words of its own: nobody is told of it. */
  bare?: boolean;
  onChange: (group: Group) => void;
};

/** Rows and groups within one another, with how they belong together. */
export function GroupEditor({ group, fields, depth, first, bare, onChange }: GroupProps) {
  const { parts } = group;
  const change = (next: Part[]) => onChange({ ...group, parts: next });
  const replace = (at: number, part: Part) => change(parts.map((one, place) => (place === at ? part : one)));
  const remove = (at: number) => change(parts.filter((_, place) => place !== at));
  const starts = parts.map((_, at) => first + parts.slice(0, at).reduce((sum, one) => sum + rowsIn(one), 0));
  return (
    <div className={styles.group}>
      {parts.length > 0 && (
        <NativeSelect
          aria-label={depth === 1 ? "各条条件的关系" : "组内各条的关系"}
          options={JOINS}
          value={group.join}
          onChange={(join) => join && onChange({ ...group, join })}
        />
      )}
      {parts.map((part, at) =>
        "test" in part ? (
          <ConditionRow
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no names of their own.
            key={at}
            number={starts[at] ?? first}
            part={part}
            fields={fields}
            bare={bare}
            onChange={(next) => replace(at, next)}
            onRemove={() => remove(at)}
          />
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: as above.
          <fieldset key={at} className={styles.row}>
            <legend>{part.not ? "条件组（不得符合）" : "条件组"}</legend>
            <GroupEditor
              group={part}
              fields={fields}
              bare={bare}
              depth={depth + 1}
              first={starts[at] ?? first}
              onChange={(next) => replace(at, next)}
            />
            <Button onClick={() => remove(at)}>删除这一组</Button>
          </fieldset>
        ),
      )}
      <div className={styles.buttons}>
        <Button type="dashed" onClick={() => change([...parts, newTest()])}>
          添加条件
        </Button>
        {depth < DEEPEST && (
          <Button type="dashed" onClick={() => change([...parts, newGroup()])}>
            添加条件组
          </Button>
        )}
      </div>
    </div>
  );
}
