/** 匹配设置: the operator changes weights and caps, looks at the effect, and then puts them in force. */
import { useQueryClient } from "@tanstack/react-query";
import { Button, Form } from "antd";
import Input from "antd/es/input/Input";
import { useState } from "react";
import { api, ifMatch, unwrap } from "@/api/client";
import { useIntent } from "@/api/intent";
import { MatchSettingsIn } from "@/api/limits.gen";
import type { Schema } from "@/api/types";
import { MATCH_PART, MATCH_PART_HINT } from "@/labels/matching";
import { applyProblem, type FormProblem } from "@/ui/applyProblem";
import { Card } from "@/ui/Card";
import { NativeSelect } from "@/ui/NativeSelect";
import { ProblemAlert } from "@/ui/ProblemAlert";
import { LambdaInput, ShareInput, WholeInput } from "@/ui/ScaledInput";
import { useToast } from "@/ui/Toast";
import { atLeast } from "@/ui/textRules";
import { useUnsavedGuard } from "@/ui/useUnsavedGuard";
import { EffectCard } from "./EffectCard";
import { complete, PARTS, same, settingsQuery, sumOf, type Typed, typedOf } from "./tuning";
import styles from "./tuning.module.css";

const RULES = [
  { value: "evaluation", label: "自动选优" },
  { value: "hybrid", label: "混合扩散，固定 λ" },
];

type Values = { settings: Typed; reason: string };

export function TuningForm({ current }: { current: Schema<"MatchSettingsView"> }) {
  const [form] = Form.useForm<Values>();
  const [typed, setTyped] = useState<Typed>(() => typedOf(current.settings));
  const [tried, setTried] = useState<{
    settings: Schema<"MatchSettings">;
    effect: Schema<"TuningEffect">;
  } | null>(null);
  const [dirty, setDirty] = useState(false);
  const [problem, setProblem] = useState<FormProblem | null>(null);
  const queryClient = useQueryClient();
  const toast = useToast();
  const guard = useUnsavedGuard(dirty);
  const fail = (error: unknown) => setProblem(applyProblem(form, error));
  const tryOut = useIntent(
    async (settings: Schema<"MatchSettings">, headers) => ({
      settings,
      effect: await unwrap(api.POST("/operator/matching/effect", { body: settings, headers })),
    }),
    { onSuccess: setTried },
  );
  const save = useIntent(
    ({ settings, reason }: { settings: Schema<"MatchSettings">; reason: string }, headers) =>
      unwrap(
        api.PUT("/operator/matching/settings", {
          params: { header: ifMatch(current.version) },
          body: { reason, settings },
          headers,
        }),
      ),
    {
      onSuccess: (versions) => {
        queryClient.setQueryData(settingsQuery.queryKey, versions);
        setDirty(false);
        toast("已保存，从下一次匹配起生效");
      },
    },
  );
  const sum = sumOf(typed);
  const settings = complete(typed);
  const shown = tried && same(tried.settings, settings) ? tried : null;
  const unchanged = same(current.settings, settings);
  return (
    <Form<Values>
      form={form}
      name="tuning"
      layout="vertical"
      initialValues={{ settings: typedOf(current.settings), reason: "" }}
      onValuesChange={() => {
        // Also what is not shown at the moment.
        setTyped(form.getFieldsValue(true).settings);
        setDirty(true);
        setProblem(null);
      }}
      onFinish={({ reason }) => shown && save.mutate({ settings: shown.settings, reason }, { onError: fail })}
    >
      <Card
        title="匹配度权重"
        extra={<span className={sum === 100 ? "" : styles.sumOff}>合计 {sum} / 100</span>}
      >
        <div className={styles.tuningFields}>
          {PARTS.map((part) => (
            <Form.Item
              key={part}
              name={["settings", "weights", part]}
              label={MATCH_PART[part]}
              extra={MATCH_PART_HINT[part]}
            >
              <WholeInput unit="分" />
            </Form.Item>
          ))}
        </div>
      </Card>
      <Card title="派单份额">
        <div className={styles.tuningFields}>
          <Form.Item
            name={["settings", "share_cap"]}
            label="份额上限"
            extra="近 30 天派单中一家机构最多占多少；满 20 次派单后适用"
          >
            <ShareInput />
          </Form.Item>
          <Form.Item
            name={["settings", "lead"]}
            label="超过上限后须领先"
            extra="超过上限的机构，匹配度至少高出这么多分才继续优先"
          >
            <WholeInput unit="分" />
          </Form.Item>
        </div>
      </Card>
      <Card title="复杂网络">
        <div className={styles.tuningFields}>
          <Form.Item
            name={["settings", "network", "half_life"]}
            label="历史记录减半天数"
            extra="过去的对接每过这么多天，影响减半"
          >
            <WholeInput unit="天" digits={4} />
          </Form.Item>
          <Form.Item
            name={["settings", "network", "rule"]}
            label="计算方法"
            extra="自动选优：隐藏一成记录，选命中最多的方法或组合"
          >
            <NativeSelect options={RULES} />
          </Form.Item>
          {typed.network.rule === "hybrid" && (
            <Form.Item
              name={["settings", "network", "lambda"]}
              label="混合比例 λ"
              extra="1 为物质扩散，偏向热门；0 为热传导，偏向冷门"
            >
              <LambdaInput />
            </Form.Item>
          )}
        </div>
      </Card>
      <Card title="保存之前">
        <Button
          onClick={() => settings && tryOut.mutate(settings, { onError: fail })}
          disabled={!settings || unchanged}
          loading={tryOut.isPending}
        >
          查看影响
        </Button>
        <p className="card-note">
          {unchanged
            ? "与现行设置相同。修改后先查看影响，再保存。"
            : settings
              ? "请先查看对近 30 天派单的影响；网络设置改动后按今天的全部对接记录重新推算，再与现行设置比较。"
              : "请填写全部数值，权重合计须为 100。"}
        </p>
      </Card>
      {shown && <EffectCard effect={shown.effect} />}
      <ProblemAlert problem={problem} />
      {shown && !unchanged && (
        <Card title="保存">
          <Form.Item
            name="reason"
            label="修改原因"
            rules={[
              { required: true, whitespace: true, message: "请填写修改原因" },
              atLeast(MatchSettingsIn.reason.min),
            ]}
          >
            <Input
              maxLength={MatchSettingsIn.reason.max}
              placeholder="例如：按季度评估结果提高首贷支持的权重"
            />
          </Form.Item>
          <Button type="primary" htmlType="submit" loading={save.isPending}>
            保存并启用
          </Button>
        </Card>
      )}
      {guard}
    </Form>
  );
}
