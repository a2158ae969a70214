/** One decision about an application: the opinion, for the first review the amount, for a correction everything that is wrong, in one list. */
import { Button, Form } from "antd";
import Input from "antd/es/input/Input";
import TextArea from "antd/es/input/TextArea";
import { useEffect, useState } from "react";
import { api, ifMatch, unwrap } from "@/api/client";
import { ReviewIn } from "@/api/limits.gen";
import type { Schema } from "@/api/types";
import { moneyText } from "@/lib/money";
import { CannedReasons, withCanned } from "@/ui/CannedReasons";
import { useDecision } from "@/ui/desk/DeskContext";
import { FormDialog } from "@/ui/FormDialog";
import { NativeSelect } from "@/ui/NativeSelect";
import { YuanInput } from "@/ui/ScaledInput";
import { atLeast } from "@/ui/textRules";
import styles from "../applications.module.css";
import type { Deciding } from "./decisions";
import { forget, keep, keptOf, type Typed } from "./kept";

type Detail = Schema<"ApplicationDetail">;

type Props = { detail: Detail; deciding: Deciding; onDecided: () => void; onClose: () => void };

/** Where a fault can be. */
function places({ form, materials, pays }: Detail) {
  const blocks = (form?.blocks ?? []).filter(({ input }) => input !== "heading");
  return [
    ...blocks.map(({ id, label }) => ({ value: `form/${id}`, label: `表单：${label}` })),
    ...materials.map(({ name = "" }) => ({ value: `material/${name}`, label: `材料：${name}` })),
    ...(pays ? [{ value: "payee", label: "收款账户" }] : []),
  ];
}

export function DecisionDialog({ detail, deciding, onDecided, onClose }: Props) {
  const [form] = Form.useForm<Typed>();
  const { deciding: heard } = useDecision();
  const { action, canned = [], opinion: words = "审核意见" } = deciding;
  const decides = action !== "accept";
  const [kept] = useState(() => keptOf(detail.id, action));
  const typed = Form.useWatch([], form);
  useEffect(() => {
    if (typed && form.isFieldsTouched()) keep(detail.id, action, typed);
  }, [detail.id, action, typed, form]);
  const leaving = (then: () => void) => () => {
    forget(detail.id, action);
    then();
  };
  const pick = (text: string) => {
    const value = withCanned(form.getFieldValue("opinion"), text);
    form.setFields([{ name: "opinion", value, touched: true, errors: [] }]);
    form.focusField("opinion");
  };
  return (
    <FormDialog<Typed>
      title={deciding.title}
      form={form}
      wide={action === "correct"}
      okText={deciding.label}
      initialValues={{
        amount: detail.amount ?? detail.computed,
        faults: action === "correct" ? [{ place: "", text: "" }] : undefined,
        ...kept,
      }}
      write={heard(({ opinion = "", amount, faults }: Typed, headers) =>
        unwrap(
          api.POST("/government/applications/{id}/review", {
            params: { path: { id: detail.id }, header: ifMatch(detail.version) },
            body: {
              action,
              opinion: opinion.trim(),
              faults: faults ?? [],
              amount: action === "pass_first" ? (amount ?? null) : null,
            },
            headers,
          }),
        ),
      )}
      changes="applications"
      onDone={leaving(onDecided)}
      onClose={leaving(onClose)}
    >
      <p className="dialog-text">{deciding.text}</p>
      {action === "pass_first" && detail.pays && (
        <Form.Item
          name="amount"
          label="核定金额"
          extra={
            detail.computed ? `按标准测算为 ${moneyText(detail.computed)}` : "按标准不能自动测算，请核定"
          }
          rules={[{ required: true, message: "请填写核定金额" }]}
        >
          <YuanInput />
        </Form.Item>
      )}
      {action === "correct" && <Faults detail={detail} />}
      {canned.length > 0 && <CannedReasons texts={canned} onPick={(index) => pick(canned[index] ?? "")} />}
      {decides && (
        <Form.Item
          name="opinion"
          label={words}
          rules={[{ required: true, message: `请填写${words}` }, atLeast(5)]}
        >
          <TextArea rows={4} maxLength={ReviewIn.opinion.max} showCount />
        </Form.Item>
      )}
    </FormDialog>
  );
}

function Faults({ detail }: { detail: Detail }) {
  const where = places(detail);
  return (
    <Form.List name="faults">
      {(rows, { add, remove }) => (
        <fieldset className={styles.faults}>
          <legend>需要补正的内容</legend>
          {rows.map(({ key, name }, at) => (
            <div key={key} className={styles.fault}>
              <Form.Item name={[name, "place"]} label={`第 ${at + 1} 项的位置`}>
                <NativeSelect placeholder="整体" clearable options={where} />
              </Form.Item>
              <Form.Item
                name={[name, "text"]}
                label="如何补正"
                rules={[{ required: true, message: "请写明如何补正" }, atLeast(2)]}
              >
                <Input maxLength={500} />
              </Form.Item>
              {rows.length > 1 && (
                <Button type="text" aria-label={`删除第 ${at + 1} 项`} onClick={() => remove(name)}>
                  删除
                </Button>
              )}
            </div>
          ))}
          {rows.length < 50 && <Button onClick={() => add({ place: "", text: "" })}>再加一项</Button>}
        </fieldset>
      )}
    </Form.List>
  );
}
