/** The frame of an offer for a masked demand: kept in this tab until it is sent, with advice when the place is gone. */
import { Button, Form } from "antd";
import TextArea from "antd/es/input/TextArea";
import { type ReactNode, useEffect, useState } from "react";
import { type IntentHeader, useIntent } from "@/api/intent";
import { Offer } from "@/api/limits.gen";
import type { ErrorCode } from "@/api/problem";
import type { Schema } from "@/api/types";
import { clearDraft, loadDraft, saveDraft } from "@/lib/draft";
import { applyProblem, type FormProblem } from "@/ui/applyProblem";
import { ProblemAlert } from "@/ui/ProblemAlert";
import { useUnsavedGuard } from "@/ui/useUnsavedGuard";

type Props<T> = {
  demand: Schema<"MarketDemand">;
  start: Partial<T>;
  /** What is sent of what was typed. */
  input: (values: T) => T;
  send: (input: T, headers: IntentHeader) => Promise<Schema<"InstitutionOrderView">>;
  onGrabbed: (order: Schema<"InstitutionOrderView">) => void;
  children: ReactNode;
};

/** Two conflicts that need an explanation of what to do next. */
const ADVICE: Partial<Record<ErrorCode, string>> = {
  "orders.demand_full":
    "该需求的对接名额刚刚已满，报价没有提交。若有机构退出，名额会重新开放，您可以稍后再来查看。",
  "orders.already_grabbed":
    "贵机构已经对这项需求报过价（可能由其他同事提交），不能重复报价。请到“对接单”中查看进展。",
};

export function BidForm<T extends object>({ demand, start, input, send, onGrabbed, children }: Props<T>) {
  const draft = `grab:${demand.id}`;
  const [form] = Form.useForm<T>();
  const [stored] = useState(() => loadDraft<T>(draft));
  const [dirty, setDirty] = useState(false);
  const [problem, setProblem] = useState<FormProblem | null>(null);
  const [grabbed, setGrabbed] = useState<Schema<"InstitutionOrderView"> | null>(null);
  const guard = useUnsavedGuard(dirty && !grabbed);
  const grab = useIntent(send, {
    changes: "orders",
    onSuccess: (order) => {
      clearDraft(draft);
      setGrabbed(order);
    },
  });
  // Only after the guard knows that everything is sent.
  useEffect(() => {
    if (grabbed) onGrabbed(grabbed);
  }, [grabbed, onGrabbed]);

  const submit = (values: T) => {
    setProblem(null);
    grab.mutate(input(values), {
      onError: (error) => {
        const applied = applyProblem(form, error);
        setProblem({ ...applied, detail: ADVICE[applied.code] ?? applied.detail });
      },
    });
  };
  return (
    <Form<T>
      form={form}
      layout="vertical"
      initialValues={(stored ?? start) as Parameters<typeof form.setFieldsValue>[0]}
      onValuesChange={(_changed, values) => {
        setDirty(true);
        saveDraft(draft, values);
      }}
      onFinish={submit}
    >
      {stored && <p className="notice tone-info form-note">已恢复您上次没有提交的报价。</p>}
      {children}
      <Form.Item
        name={"note" as never}
        label="给企业的说明（选填）"
        extra="企业确认前，只能看到机构名称和这份报价；请不要填写个人联系方式"
      >
        <TextArea
          className="counted"
          rows={3}
          maxLength={Offer.note.max}
          showCount
          placeholder="例如审批时间、需要的材料、优惠政策"
        />
      </Form.Item>
      <ProblemAlert problem={problem} />
      <div className="action-bar">
        <div className="action-bar-buttons">
          <Button type="primary" htmlType="submit" loading={grab.isPending}>
            提交报价
          </Button>
        </div>
      </div>
      {guard}
    </Form>
  );
}
