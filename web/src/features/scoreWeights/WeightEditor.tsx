/** A table of weights to write: stage by stage, with the sum beside it; the server checks the whole. */
import { useQueryClient } from "@tanstack/react-query";
import { Button, Checkbox, Form } from "antd";
import Input from "antd/es/input/Input";
import { useState } from "react";
import { api, ifMatch, unwrap } from "@/api/client";
import { useIntent } from "@/api/intent";
import { ScoreTableIn } from "@/api/limits.gen";
import type { Schema } from "@/api/types";
import { RISK_KIND } from "@/labels/profile";
import { INDICATOR, SCORE_STAGE } from "@/labels/score";
import { todayIn } from "@/lib/dates";
import { now } from "@/lib/now";
import { ScrollRegion } from "@/lib/ScrollRegion";
import { applyProblem, type FormProblem } from "@/ui/applyProblem";
import { Card } from "@/ui/Card";
import { FilterTabs } from "@/ui/FilterTabs";
import { ProblemAlert } from "@/ui/ProblemAlert";
import { useToast } from "@/ui/Toast";
import { atLeast } from "@/ui/textRules";
import { useUnsavedGuard } from "@/ui/useUnsavedGuard";
import { tablesQuery } from "./queries";
import styles from "./scoreWeights.module.css";
import {
  INDICATORS,
  keyOf,
  type RowDraft,
  STAGES,
  sumOf,
  type TableDraft,
  toDraft,
  toTable,
  UNIT_WORD,
  unitOf,
} from "./tableDraft";

type Values = { effective_on: string; source: string; official: boolean };
type Props = { from: Schema<"ScoreTableView">; fresh: boolean; onDone: () => void };

export function WeightEditor({ from, fresh, onDone }: Props) {
  const [form] = Form.useForm<Values>();
  const [draft, setDraft] = useState<TableDraft>(() => toDraft(from.table));
  const [stage, setStage] = useState<Schema<"ScoreStage">>("startup");
  const [dirty, setDirty] = useState(false);
  const [wrong, setWrong] = useState<string | null>(null);
  const [problem, setProblem] = useState<FormProblem | null>(null);
  const toast = useToast();
  const queryClient = useQueryClient();
  const guard = useUnsavedGuard(dirty);
  const save = useIntent(
    (body: Schema<"ScoreTableIn">, headers) =>
      unwrap(
        api.PUT("/operator/score-weights", {
          params: { header: ifMatch(fresh ? 0 : from.version) },
          body,
          headers,
        }),
      ),
    {
      onSuccess: (tables) => {
        queryClient.setQueryData(tablesQuery.queryKey, tables);
        toast("已保存，从生效日期起计算");
        setDirty(false);
        onDone();
      },
    },
  );
  const change = (next: (draft: TableDraft) => TableDraft) => {
    setDirty(true);
    setDraft(next);
  };
  const submit = ({ effective_on, source, official }: Values) => {
    setProblem(null);
    const result = toTable(draft);
    setWrong("wrong" in result ? result.wrong : null);
    if ("wrong" in result) return;
    save.mutate(
      { effective_on, source, official, table: result.table },
      { onError: (error) => setProblem(applyProblem(form, error)) },
    );
  };
  return (
    <Form<Values>
      form={form}
      name="weights"
      layout="vertical"
      initialValues={
        fresh
          ? { official: false, source: "" }
          : { effective_on: from.effective_on, source: from.source, official: from.official }
      }
      onValuesChange={() => setDirty(true)}
      onFinish={submit}
    >
      <Card title={fresh ? "新增权重表" : `修改 ${from.effective_on} 起的权重表`}>
        <div className="form-grid">
          <Form.Item
            name="effective_on"
            label="生效日期"
            rules={[{ required: true, message: "请选择生效日期" }]}
          >
            <Input type="date" min={todayIn(now())} disabled={!fresh} />
          </Form.Item>
          <Form.Item
            name="source"
            label="来源"
            rules={[
              { required: true, whitespace: true, message: "请填写来源" },
              atLeast(ScoreTableIn.source.min),
            ]}
          >
            <Input maxLength={ScoreTableIn.source.max} placeholder="例如：某文件附件（文号、日期）" />
          </Form.Item>
        </div>
        <Form.Item name="official" valuePropName="checked">
          <Checkbox>这是按官方附件录入的权重</Checkbox>
        </Form.Item>
      </Card>
      <FilterTabs
        label="阶段"
        tabs={STAGES.map((value) => ({
          value,
          label: `${SCORE_STAGE[value]}（合计 ${sumOf(draft, value) ?? "—"}）`,
        }))}
        value={stage}
        onChange={(next) => setStage((next as Schema<"ScoreStage"> | undefined) ?? "startup")}
      />
      <Card title={`${SCORE_STAGE[stage]}：权重合计须为 100`} flush>
        <Weights stage={stage} draft={draft} onChange={change} />
      </Card>
      <Card title="阶段、负面清单和等级">
        <Others draft={draft} onChange={change} />
      </Card>
      {wrong && (
        <p className="notice tone-err form-note" role="alert">
          {wrong}
        </p>
      )}
      <ProblemAlert problem={problem} />
      <div className="action-bar">
        <div className="action-bar-buttons">
          <Button type="primary" htmlType="submit" loading={save.isPending}>
            保存
          </Button>
          <Button
            onClick={() => {
              setDirty(false);
              onDone();
            }}
          >
            放弃修改
          </Button>
        </div>
      </div>
      {guard}
    </Form>
  );
}

type PartProps = { draft: TableDraft; onChange: (next: (draft: TableDraft) => TableDraft) => void };

const CELLS: { name: keyof RowDraft; title: string }[] = [
  { name: "weight", title: "权重" },
  { name: "low", title: "零分值" },
  { name: "full", title: "满分值" },
];

function Weights({ stage, draft, onChange }: PartProps & { stage: Schema<"ScoreStage"> }) {
  return (
    <ScrollRegion className="table-scroll" label={`${SCORE_STAGE[stage]}的权重`}>
      <table className={`data-table ${styles.weightTable}`}>
        <caption className="visually-hidden">{SCORE_STAGE[stage]}的权重</caption>
        <thead>
          <tr>
            <th scope="col">指标（单位）</th>
            {CELLS.map((cell) => (
              <th key={cell.name} scope="col">
                {cell.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {INDICATORS.map((indicator) => {
            const key = keyOf(stage, indicator);
            const row = draft.rows[key] ?? { weight: "", low: "", full: "" };
            return (
              <tr key={key}>
                <th scope="row">
                  {INDICATOR[indicator]}（{UNIT_WORD[unitOf(indicator)]}）
                </th>
                {CELLS.map(({ name, title }) => (
                  <td key={name}>
                    <Input
                      aria-label={`${INDICATOR[indicator]}的${title}`}
                      inputMode="decimal"
                      maxLength={16}
                      value={row[name]}
                      onChange={(event) =>
                        onChange((before) => ({
                          ...before,
                          rows: { ...before.rows, [key]: { ...row, [name]: event.target.value } },
                        }))
                      }
                    />
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

const RULE: Record<keyof TableDraft["rule"], { text: string; unit: string }> = {
  startup_years: { text: "初创期：成立不满", unit: "年" },
  startup_revenue: { text: "且营业收入不超过", unit: "万元" },
  stable_years: { text: "稳定期：成立满", unit: "年" },
  stable_revenue: { text: "且营业收入超过", unit: "万元" },
};

function Others({ draft, onChange }: PartProps) {
  const field = (id: string, label: string, unit: string, value: string, set: (text: string) => void) => (
    <div className={styles.weightField} key={id}>
      <label htmlFor={id}>{label}</label>
      <Input
        id={id}
        inputMode="decimal"
        maxLength={12}
        suffix={<span className="unit">{unit}</span>}
        value={value}
        onChange={(event) => set(event.target.value)}
      />
    </div>
  );
  const rules = Object.keys(RULE) as (keyof TableDraft["rule"])[];
  const grades = ["a", "b", "c", "d"] as const;
  return (
    <div className={styles.weightFields}>
      {rules.map((name) =>
        field(`weights-${name}`, RULE[name].text, RULE[name].unit, draft.rule[name], (text) =>
          onChange((before) => ({ ...before, rule: { ...before.rule, [name]: text } })),
        ),
      )}
      {(Object.entries(draft.caps) as [Schema<"RiskKind">, string][]).map(([kind, cap]) =>
        field(`weights-${kind}`, `有未修复的${RISK_KIND[kind]}，最高`, "分", cap, (text) =>
          onChange((before) => ({ ...before, caps: { ...before.caps, [kind]: text } })),
        ),
      )}
      {grades.map((grade) =>
        field(`weights-grade-${grade}`, `${grade.toUpperCase()} 级从`, "分", draft.grades[grade], (text) =>
          onChange((before) => ({ ...before, grades: { ...before.grades, [grade]: text } })),
        ),
      )}
    </div>
  );
}
