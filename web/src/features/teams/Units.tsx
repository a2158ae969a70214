/** Branches and departments as a tree, with what the primary account may do at each. */
import { Button } from "antd";
import { api, unwrap } from "@/api/client";
import type { Schema } from "@/api/types";
import { Card } from "@/ui/Card";
import { ConfirmDialog } from "@/ui/ConfirmDialog";
import { lazyPart } from "@/ui/lazyPart";
import { useDialog } from "@/ui/useDialog";
import styles from "./teams.module.css";
import { DEEPEST, type UnitLine, unitLines } from "./units";

const UnitDialog = lazyPart(() => import("./UnitDialog").then((m) => m.UnitDialog));

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
          <li key={unit.id} className={`${styles.unitLine} ${styles[`depth${unit.depth}`] ?? ""}`}>
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
