/** A forecast is written: as a draft with what there is, published once it is whole. */
import { useQueryClient } from "@tanstack/react-query";
import { Button, Form } from "antd";
import Input from "antd/es/input/Input";
import TextArea from "antd/es/input/TextArea";
import { useEffect, useState } from "react";
import { api, ifMatch, unwrap } from "@/api/client";
import { useIntent } from "@/api/intent";
import { ForecastContent, PolicyContact } from "@/api/limits.gen";
import type { Schema } from "@/api/types";
import { options } from "@/labels/label";
import { POLICY_CLASS, POLICY_LEVEL } from "@/labels/policies";
import { clearDraft, loadDraft, saveDraft } from "@/lib/draft";
import { applyProblem, type FormProblem } from "@/ui/applyProblem";
import { NativeSelect } from "@/ui/NativeSelect";
import { ProblemAlert } from "@/ui/ProblemAlert";
import { useUnsavedGuard } from "@/ui/useUnsavedGuard";
import { MonthField } from "./MonthField";
import { ownForecastQuery } from "./queries";

type Content = Schema<"ForecastContent">;
type Detail = Schema<"ForecastDetail">;
/** What was typed on top of which version. */
type Stored = { version: number | null; values: Content };
type Props = {
  /** None for a new one. */
  forecast: Detail | null;
  onDone: (id: string) => void;
};

const trimmed = (text: string | undefined) => text?.trim() ?? "";

function toContent(values: Content): Content {
  return {
    title: trimmed(values.title),
    level: values.level ?? null,
    class: values.class ?? null,
    object: trimmed(values.object),
    opens_month: values.opens_month ?? null,
    closes_month: values.closes_month ?? null,
    summary: trimmed(values.summary),
    basis: trimmed(values.basis),
    contact: {
      name: trimmed(values.contact?.name),
      phone: trimmed(values.contact?.phone),
      place: trimmed(values.contact?.place),
    },
  };
}

export function ForecastForm({ forecast, onDone }: Props) {
  const [form] = Form.useForm<Content>();
  const queryClient = useQueryClient();
  const name = `forecast:${forecast?.id ?? "new"}`;
  const [stored] = useState(() => loadDraft<Stored>(name));
  // What is written goes on top of what was read when the form opened, whoever saves meanwhile.
  const [version, setVersion] = useState(forecast?.version ?? null);
  const [dirty, setDirty] = useState(stored !== null);
  const [done, setDone] = useState<string | null>(null);
  const [problem, setProblem] = useState<FormProblem | null>(null);
  const guard = useUnsavedGuard(dirty && !done);
  const save = useIntent(
    ({ body, version }: { body: Content; version: number | null }, headers) =>
      forecast && version !== null
        ? unwrap(
            api.PUT("/government/forecasts/{id}", {
              params: { path: { id: forecast.id }, header: ifMatch(version) },
              body,
              headers,
            }),
          )
        : unwrap(api.POST("/government/forecasts", { body, headers })),
    {
      changes: "forecasts",
      onSuccess: (saved) => {
        clearDraft(name);
        setDone(saved.id);
      },
    },
  );
  useEffect(() => {
    if (done) onDone(done);
  }, [done, onDone]);
  const send = (on: number | null) => {
    setProblem(null);
    const body = toContent(form.getFieldsValue(true));
    save.mutate({ body, version: on }, { onError: (error) => setProblem(applyProblem(form, error)) });
  };
  const insist = async () => {
    if (!forecast) return;
    const query = { ...ownForecastQuery(forecast.id), staleTime: 0 };
    const fresh = await queryClient.fetchQuery(query).catch((error) => setProblem(applyProblem(form, error)));
    if (!fresh) return;
    setVersion(fresh.version);
    send(fresh.version);
  };
  const published = forecast?.state === "published";
  // A draft may have a working title.
  const least = published ? 4 : 2;
  return (
    <Form<Content>
      form={form}
      name="forecast"
      layout="vertical"
      initialValues={{ ...forecast?.content, ...stored?.values }}
      onValuesChange={() => {
        setDirty(true);
        saveDraft<Stored>(name, { version, values: form.getFieldsValue(true) });
      }}
      onFinish={() => send(version)}
    >
      {stored && (
        <p className="notice tone-info form-note">
          已恢复您上次填写、还没有保存的内容。
          {stored.version !== version && "其间这份预告有过修改，保存后以本页为准，请核对。"}
        </p>
      )}
      {published && (
        <p className="notice tone-info form-note">
          保存后企业立即看到新的内容；预计月份有变化时，订阅的企业会收到提醒。
        </p>
      )}
      <Form.Item
        name="title"
        label="事项名称"
        rules={[
          { required: true, whitespace: true, min: least, message: `请填写事项名称，至少 ${least} 个字` },
        ]}
      >
        <Input maxLength={ForecastContent.title.max} showCount placeholder="例如 制造业数字化改造补助" />
      </Form.Item>
      <div className="form-grid">
        <Form.Item name="level" label="政策级别">
          <NativeSelect options={options(POLICY_LEVEL)} />
        </Form.Item>
        <Form.Item name="class" label="事项类别">
          <NativeSelect options={options(POLICY_CLASS)} />
        </Form.Item>
        <Form.Item name="opens_month" label="预计开始">
          <MonthField />
        </Form.Item>
        <Form.Item name="closes_month" label="预计截止（选填）">
          <MonthField clearable />
        </Form.Item>
      </div>
      <Form.Item name="object" label="惠及对象">
        <TextArea rows={2} maxLength={ForecastContent.object.max} showCount />
      </Form.Item>
      <Form.Item name="summary" label="预告内容">
        <TextArea
          rows={6}
          maxLength={ForecastContent.summary.max}
          showCount
          placeholder="计划给什么、大致怎么办；以正式文件为准的部分请写明"
        />
      </Form.Item>
      <Form.Item name="basis" label="依据（选填）">
        <Input maxLength={ForecastContent.basis.max} placeholder="例如 渝高新财〔2026〕30号（征求意见稿）" />
      </Form.Item>
      <div className="form-grid">
        <Form.Item name={["contact", "name"]} label="联系人或科室">
          <Input maxLength={PolicyContact.name.max} />
        </Form.Item>
        <Form.Item name={["contact", "phone"]} label="联系电话">
          <Input maxLength={PolicyContact.phone.max} inputMode="tel" />
        </Form.Item>
        <Form.Item name={["contact", "place"]} label="办公地点（选填）">
          <Input maxLength={PolicyContact.place.max} />
        </Form.Item>
      </div>
      <ProblemAlert problem={problem} of="ForecastContent" />
      {problem?.code === "conflict.stale" && (
        <p className="form-note">
          <Button onClick={() => void insist()}>以本页填写的内容为准，继续保存</Button>
        </p>
      )}
      <div className="action-bar-buttons">
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          {published ? "保存并更新" : "保存草稿"}
        </Button>
        {forecast && dirty && (
          <Button
            onClick={() => {
              clearDraft(name);
              setDone(forecast.id);
            }}
          >
            放弃修改
          </Button>
        )}
      </div>
      {guard}
    </Form>
  );
}
