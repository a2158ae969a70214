/** Branches and departments as a tree, with what the primary account may do at each. */
import { Button, Form, Input } from "antd";
import { useState } from "react";
import type { Schema } from "@/api/types";
import { Card } from "@/ui/Card";
import { ConfirmDialog } from "@/ui/ConfirmDialog";
import { FormDialog } from "@/ui/FormDialog";
import { useToast } from "@/ui/Toast";
import { useUnitClose, useUnitWrite } from "./queries";
import { DEEPEST, type UnitLine, unitLines } from "./units";

type Doing = { what: "add" | "rename" | "close"; unit: UnitLine };

export function Units({ team }: { team: Schema<"TeamView"> }) {
  const [doing, setDoing] = useState<Doing | null>(null);
  const toast = useToast();
  const done = (text: string) => {
    setDoing(null);
    toast(text);
  };
  const close = useUnitClose(() => done("已撤销"));
  const people = (id: string) =>
    team.accounts.filter((account) => account.unit_id === id && account.active).length;
  return (
    <Card title="分支机构和部门">
      <p className="card-note">
        分支机构的账号只能看到本级和下级经办的对接单，主账号和本单位直属账号可以看到全部。撤销前须先调整其中的账号。
      </p>
      <ul className="unit-tree">
        {unitLines(team.units).map((unit) => (
          <li key={unit.id} className={`unit-line depth-${unit.depth}`}>
            <div>
              <strong>{unit.name}</strong>
              <span className="card-note">{people(unit.id)} 个在用账号</span>
            </div>
            <div className="unit-actions">
              {unit.depth < DEEPEST && (
                <Button
                  type="link"
                  aria-label={`新增下级：${unit.name}`}
                  onClick={() => setDoing({ what: "add", unit })}
                >
                  新增下级
                </Button>
              )}
              {unit.parent_id && (
                <>
                  <Button
                    type="link"
                    aria-label={`改名：${unit.name}`}
                    onClick={() => setDoing({ what: "rename", unit })}
                  >
                    改名
                  </Button>
                  <Button
                    type="link"
                    danger
                    aria-label={`撤销：${unit.name}`}
                    onClick={() => setDoing({ what: "close", unit })}
                  >
                    撤销
                  </Button>
                </>
              )}
            </div>
          </li>
        ))}
      </ul>
      {(doing?.what === "add" || doing?.what === "rename") && (
        <UnitDialog
          key={`${doing.what}-${doing.unit.id}`}
          unit={doing.unit}
          rename={doing.what === "rename"}
          onDone={() => done("已保存")}
          onClose={() => setDoing(null)}
        />
      )}
      <ConfirmDialog
        open={doing?.what === "close"}
        title={`撤销${doing?.unit.name ?? ""}？`}
        okText="撤销"
        danger
        pending={close.isPending}
        problem={close.error}
        onConfirm={() => doing && close.mutate(doing.unit.id)}
        onClose={() => {
          setDoing(null);
          close.reset();
        }}
      >
        撤销后不能再安排账号，原有的业务记录保留，由上级查看。
      </ConfirmDialog>
    </Card>
  );
}

type DialogProps = { unit: UnitLine; rename: boolean; onDone: () => void; onClose: () => void };

function UnitDialog({ unit, rename, onDone, onClose }: DialogProps) {
  const [form] = Form.useForm<{ name: string }>();
  const write = useUnitWrite(onDone);
  return (
    <FormDialog
      open
      title={rename ? `修改${unit.name}的名称` : `在${unit.name}下新增`}
      form={form}
      initialValues={rename ? { name: unit.name } : {}}
      okText="保存"
      pending={write.isPending}
      error={write.error}
      onSubmit={({ name }) =>
        write.mutate({ id: rename ? unit.id : undefined, parent_id: unit.id, name: name.trim() })
      }
      onClose={onClose}
    >
      <Form.Item
        name="name"
        label="名称"
        rules={[
          { required: true, whitespace: true, message: "请填写名称" },
          { min: 2, message: "至少 2 个字" },
        ]}
      >
        <Input maxLength={50} placeholder="例如：高新支行、公司金融部" />
      </Form.Item>
    </FormDialog>
  );
}
