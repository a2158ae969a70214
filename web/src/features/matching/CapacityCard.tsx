/** 接单能力: how many dispatches the own institution can serve in thirty days. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Button, Form } from "antd";
import { useEffect, useState } from "react";
import { api, ifMatch, unwrap } from "@/api/client";
import { useIntent } from "@/api/intent";
import type { Problem } from "@/api/problem";
import type { Schema } from "@/api/types";
import { applyProblem, type FormProblem } from "@/ui/applyProblem";
import { Card } from "@/ui/Card";
import { ProblemAlert } from "@/ui/ProblemAlert";
import { WholeInput } from "@/ui/ScaledInput";
import { Loaded } from "@/ui/States";
import { StatusTag } from "@/ui/StatusTag";
import { useToast } from "@/ui/Toast";
import { useUnsavedGuard } from "@/ui/useUnsavedGuard";
import { capacityQuery, capacityText, overtakenText } from "./capacity";
import styles from "./tuning.module.css";

export function CapacityCard() {
  return (
    <Loaded query={useQuery(capacityQuery)} rows={3}>
      {(view) => <CapacityForm view={view} />}
    </Loaded>
  );
}

type Values = { capacity: number | null };

function CapacityForm({ view }: { view: Schema<"CapacityView"> }) {
  const [form] = Form.useForm<Values>();
  // What was there when the person began: a colleague's change must neither discard what is typed nor be overwritten by it.
  const [base, setBase] = useState(view);
  const typed = Form.useWatch("capacity", form);
  const dirty = typed !== undefined && typed !== base.capacity;
  const guard = useUnsavedGuard(dirty);
  useEffect(() => {
    if (view.version <= base.version || dirty) return;
    setBase(view);
    form.setFieldValue("capacity", view.capacity);
  }, [view, base, dirty, form]);
  const [problem, setProblem] = useState<FormProblem | null>(null);
  const queryClient = useQueryClient();
  const toast = useToast();
  const save = useIntent(
    ({ capacity }: Values, headers) =>
      unwrap(
        api.PUT("/institution/dispatch-capacity", {
          params: { header: ifMatch(base.version) },
          body: { capacity },
          headers,
        }),
      ),
    {
      onSuccess: (next) => {
        queryClient.setQueryData(capacityQuery.queryKey, next);
        setBase(next);
        toast("已保存，从下一次派单起生效");
      },
    },
  );
  const fail = (error: Problem) => {
    const said = applyProblem(form, error);
    setProblem(said);
    if (error.code !== "conflict.stale") return;
    // Whoever saves again after reading what a colleague has set means it; until that is known, saving is refused again.
    const told = (now: Schema<"CapacityView">) => {
      setBase(now);
      setProblem({ ...said, detail: overtakenText(now) });
    };
    queryClient.fetchQuery({ ...capacityQuery, staleTime: 0 }).then(told, () => undefined);
  };
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
        onFinish={(values) => save.mutate(values, { onError: fail })}
      >
        <div className={styles.tuningFields}>
          <Form.Item name="capacity" label="每 30 天最多接收派单" extra="留空表示不限">
            <WholeInput unit="件" digits={5} />
          </Form.Item>
        </div>
        <ProblemAlert problem={problem} />
        <Button htmlType="submit" loading={save.isPending}>
          保存
        </Button>
      </Form>
      {guard}
    </Card>
  );
}
