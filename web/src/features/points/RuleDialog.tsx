/** A change of a rule: a new version that applies from now or from a later day; what was entered before stays. */
import { useQueryClient } from "@tanstack/react-query";
import { Button, Form, Select } from "antd";
import Input from "antd/es/input/Input";
import TextArea from "antd/es/input/TextArea";
import { api, unwrap } from "@/api/client";
import { RuleIn } from "@/api/limits.gen";
import type { Schema } from "@/api/types";
import { options } from "@/labels/label";
import { CAP_PERIOD, CAP_UNIT, MEASURE, POINT_EVENT, POINT_SIDE } from "@/labels/points";
import { REFUSAL_CODE } from "@/labels/refusals";
import { todayIn } from "@/lib/dates";
import { now } from "@/lib/now";
import { FormDialog } from "@/ui/FormDialog";
import { WholeInput } from "@/ui/ScaledInput";
import { useToast } from "@/ui/Toast";
import { atLeast, between } from "@/ui/textRules";
import styles from "./points.module.css";
import { rulesQuery } from "./queries";

type Values = {
  /** Without its sign. */
  points: number;
  caps: Schema<"Cap">[];
  within?: number | null;
  refusal_codes: (keyof typeof REFUSAL_CODE)[];
  valid_from?: string;
  note: string;
};

const MOST_CAPS = 3;

export function RuleDialog({ rule, onClose }: { rule: Schema<"RuleView">; onClose: () => void }) {
  const toast = useToast();
  const queryClient = useQueryClient();
  const newest = rule.versions[0];
  return (
    <FormDialog
      wide
      title={`修改规则：${POINT_EVENT[rule.event]}（${POINT_SIDE[rule.side]}）`}
      initialValues={{
        points: Math.abs(newest?.terms.points ?? 0),
        caps: newest?.terms.caps ?? [],
        within: newest?.terms.within,
        refusal_codes: newest?.terms.refusal_codes ?? [],
        note: "",
      }}
      okText="保存新版本"
      write={({ points, caps, within, refusal_codes, valid_from, note }: Values, headers) =>
        unwrap(
          api.POST("/operator/points/rules", {
            headers,
            body: {
              event: rule.event,
              side: rule.side,
              number: newest?.number ?? 0,
              terms: {
                points: rule.gives ? points : 0 - points,
                caps: caps ?? [],
                within: rule.measure ? within : null,
                refusal_codes: refusal_codes ?? [],
              },
              valid_from: valid_from || null,
              note: note.trim(),
            },
          }),
        )
      }
      onDone={(rules) => {
        queryClient.setQueryData(rulesQuery.queryKey, rules);
        toast("已保存，只对生效之后发生的事项计分");
        onClose();
      }}
      onClose={onClose}
    >
      <Form.Item
        name="points"
        label={rule.gives ? "每次加分" : "每次扣分"}
        extra="填 0 表示不计分。"
        rules={[{ required: true, message: "请填写分值" }, between(0, 1000)]}
      >
        <WholeInput unit="分" digits={4} />
      </Form.Item>
      {rule.measure && (
        <Form.Item
          name="within"
          label={`在多少${MEASURE[rule.measure]}之内`}
          rules={[{ required: true, message: "请填写时间" }, between(1, 90)]}
        >
          <WholeInput unit={MEASURE[rule.measure]} digits={2} />
        </Form.Item>
      )}
      {rule.event === "credit_refused" && (
        <Form.Item name="refusal_codes" label="仅限这些原因（选填）" extra="不选表示所有原因都计分。">
          <Select mode="multiple" allowClear options={options(REFUSAL_CODE)} />
        </Form.Item>
      )}
      <Form.List name="caps">
        {(rows, { add, remove }) => (
          <fieldset className={styles.capFields}>
            <legend>上限</legend>
            {rows.map((row, index) => (
              <div key={row.key} className={styles.capRow}>
                <Form.Item
                  name={[row.name, "period"]}
                  label={`第 ${index + 1} 项上限：期间`}
                  rules={[{ required: true, message: "请选择" }]}
                >
                  <Select options={options(CAP_PERIOD)} />
                </Form.Item>
                <Form.Item
                  name={[row.name, "most"]}
                  label="最多"
                  rules={[{ required: true, message: "请填写上限" }, between(1, 10_000)]}
                >
                  <WholeInput unit="" digits={5} />
                </Form.Item>
                <Form.Item
                  name={[row.name, "unit"]}
                  label="单位"
                  rules={[{ required: true, message: "请选择" }]}
                >
                  <Select options={options(CAP_UNIT)} />
                </Form.Item>
                <Button aria-label={`删除第 ${index + 1} 项上限`} onClick={() => remove(row.name)}>
                  删除
                </Button>
              </div>
            ))}
            <Button
              block
              type="dashed"
              disabled={rows.length >= MOST_CAPS}
              onClick={() => add({ period: "month", unit: "points", most: 30 })}
            >
              {rows.length >= MOST_CAPS ? `最多 ${MOST_CAPS} 项上限` : "增加上限"}
            </Button>
          </fieldset>
        )}
      </Form.List>
      <Form.Item
        name="valid_from"
        label="生效日期（选填）"
        extra="不填表示立即生效；已经发生的信用积分不会改动。"
      >
        <Input type="date" min={todayIn(now())} />
      </Form.Item>
      <Form.Item
        name="note"
        label="修改原因"
        rules={[{ required: true, whitespace: true, message: "请填写修改原因" }, atLeast(RuleIn.note.min)]}
      >
        <TextArea rows={2} maxLength={RuleIn.note.max} showCount />
      </Form.Item>
    </FormDialog>
  );
}
