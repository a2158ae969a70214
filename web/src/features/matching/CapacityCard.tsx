/** 接单能力: how many dispatches the own institution can serve in thirty days. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Button, Form } from "antd";
import { useEffect, useState } from "react";
import { api, unwrap } from "@/api/client";
import { useIntent } from "@/api/intent";
import type { CapacityView } from "@/api/types";
import { applyProblem, type FormProblem } from "@/ui/applyProblem";
import { Card } from "@/ui/Card";
import { ProblemAlert } from "@/ui/ProblemAlert";
import { Loaded } from "@/ui/States";
import { StatusTag } from "@/ui/StatusTag";
import { useToast } from "@/ui/Toast";
import { WholeInput } from "@/ui/WholeInput";
import { capacityQuery, capacityText } from "./capacity";
import "./matching.css";

export function CapacityCard() {
  return (
    <Loaded query={useQuery(capacityQuery)} rows={3}>
      {(view) => <CapacityForm view={view} />}
    </Loaded>
  );
}

type Values = { capacity: number | null };

function CapacityForm({ view }: { view: CapacityView }) {
  const [form] = Form.useForm<Values>();
  // What was there when the person began: a colleague's change must neither discard what is typed nor be overwritten by it.
  const [base, setBase] = useState(view);
  useEffect(() => {
    if (view.version === base.version || form.isFieldsTouched()) return;
    setBase(view);
    form.setFieldValue("capacity", view.capacity);
  }, [view, base, form]);
  const [problem, setProblem] = useState<FormProblem | null>(null);
  const queryClient = useQueryClient();
  const toast = useToast();
  const save = useIntent(
    ({ capacity }: Values, headers) =>
      unwrap(
        api.PUT("/institution/dispatch-capacity", { body: { version: base.version, capacity }, headers }),
      ),
    {
      onSuccess: (next) => {
        queryClient.setQueryData(capacityQuery.queryKey, next);
        setBase(next);
        form.setFields([{ name: "capacity", value: next.capacity, touched: false }]);
        toast("已保存，从下一次派单起生效");
      },
    },
  );
  const state = view.full ? (
    <StatusTag tone="warn">已满，暂不派单</StatusTag>
  ) : (
    <StatusTag tone="ok">可以接单</StatusTag>
  );
  return (
    <Card title="接单能力" extra={state}>
      <p>{capacityText(view)}</p>
      <Form<Values>
        form={form}
        name="capacity"
        layout="vertical"
        initialValues={{ capacity: view.capacity }}
        onValuesChange={() => setProblem(null)}
        onFinish={(values) =>
          save.mutate(values, { onError: (error) => setProblem(applyProblem(form, error)) })
        }
      >
        <div className="tuning-fields">
          <Form.Item name="capacity" label="每 30 天最多接收派单" extra="留空表示不限">
            <WholeInput unit="件" digits={5} />
          </Form.Item>
        </div>
        <ProblemAlert problem={problem} />
        <Button htmlType="submit" loading={save.isPending}>
          保存
        </Button>
      </Form>
    </Card>
  );
}
