/** Branches and departments as a tree, with what the primary account may do at each. */
import { Button, Form, Input } from "antd";
import { api, unwrap } from "@/api/client";
import { UnitIn } from "@/api/limits.gen";
import type { Schema } from "@/api/types";
import { Card } from "@/ui/Card";
import { ConfirmDialog } from "@/ui/ConfirmDialog";
import { FormDialog } from "@/ui/FormDialog";
import { atLeast } from "@/ui/textRules";
import { useDialog } from "@/ui/useDialog";
import { DEEPEST, type UnitLine, unitLines } from "./units";

type Doing = { what: "add" | "rename" | "close"; unit: UnitLine };

export function Units({ team }: { team: Schema<"TeamView"> }) {
  const { open: doing, show, close, done } = useDialog<Doing>();
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
                  onClick={() => show({ what: "add", unit })}
                >
                  新增下级
                </Button>
              )}
              {unit.parent_id && (
                <>
                  <Button
                    type="link"
                    aria-label={`改名：${unit.name}`}
                    onClick={() => show({ what: "rename", unit })}
                  >
                    改名
                  </Button>
                  <Button
                    type="link"
                    danger
                    aria-label={`撤销：${unit.name}`}
                    onClick={() => show({ what: "close", unit })}
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
          onClose={close}
        />
      )}
      {doing?.what === "close" && (
        <ConfirmDialog
          title={`撤销${doing.unit.name}？`}
          okText="撤销"
          danger
          write={() =>
            unwrap(api.POST("/team/units/{id}/close", { params: { path: { id: doing.unit.id } } }))
          }
          changes="team"
          onDone={() => done("已撤销")}
          onClose={close}
        >
          撤销后不能再安排账号，原有的业务记录保留，由上级查看。
        </ConfirmDialog>
      )}
    </Card>
  );
}

type DialogProps = { unit: UnitLine; rename: boolean; onDone: () => void; onClose: () => void };

function UnitDialog({ unit, rename, onDone, onClose }: DialogProps) {
  const save = (name: string) =>
    rename
      ? unwrap(api.PUT("/team/units/{id}", { params: { path: { id: unit.id } }, body: { name } }))
      : unwrap(api.POST("/team/units", { body: { parent_id: unit.id, name } }));
  return (
    <FormDialog<{ name: string }>
      title={rename ? `修改${unit.name}的名称` : `在${unit.name}下新增`}
      initialValues={rename ? { name: unit.name } : {}}
      okText="保存"
      write={({ name }) => save(name.trim())}
      changes="team"
      onDone={onDone}
      onClose={onClose}
    >
      <Form.Item
        name="name"
        label="名称"
        rules={[{ required: true, whitespace: true, message: "请填写名称" }, atLeast(UnitIn.name.min)]}
      >
        <Input maxLength={UnitIn.name.max} placeholder="例如：高新支行、公司金融部" />
      </Form.Item>
    </FormDialog>
  );
}
