/** Everything that is handed in, as it is read: the form, figures, materials, and where the money goes. */
import type { ReactNode } from "react";
import { POLICY_ORIGIN } from "@/labels/policies";
import type { Block, Values } from "@/lib/forms/model";
import { valueText } from "@/lib/forms/words";
import { formatRate } from "@/lib/money";
import { Card } from "@/ui/Card";
import { Descriptions } from "@/ui/Descriptions";
import { FileLinks, ownFile } from "@/ui/FileLinks";
import { FormReadout } from "@/ui/forms/FormReadout";
import styles from "./applications.module.css";
import { type Content, type Detail, formOf } from "./content";

type Props = {
  detail: Detail;
  content: Content;
  hidden?: readonly string[];
  /** Said of a computed block that has no value yet. */
  waiting?: (block: Block) => string | null;
  /** Path of a file; the own organisation's without it. */
  href?: (id: string) => string;
  /** Beside the title of a part: the way to change it. */
  extra?: (step: "form" | "figures" | "materials" | "payee") => ReactNode;
};

const same = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

export function ApplicationReadout({ detail, content, hidden, waiting, href = ownFile, extra }: Props) {
  const form = formOf(detail);
  const { values, figures, materials, payee } = content;
  const files = (ids: readonly string[]) => (
    <FileLinks files={detail.files.filter((file) => ids.includes(file.id))} href={href} />
  );
  const note = (id: string) => {
    const known = detail.known.find((one) => one.block === id);
    const input = form?.blocks.find((block) => block.id === id)?.input;
    if (!known || !input) return null;
    const from = [POLICY_ORIGIN[known.origin], known.date].filter(Boolean).join(" · ");
    const kept = same(known.value, values[id]);
    return (
      <span className="origin">{kept ? from : `已修改，${from} 为 ${valueText(input, known.value)}`}</span>
    );
  };
  return (
    <>
      {form && (
        <Card title="申报表单" extra={extra?.("form")}>
          <FormReadout
            form={form}
            values={values}
            hidden={hidden}
            files={files}
            note={note}
            waiting={waiting}
          />
        </Card>
      )}
      {detail.figures.length > 0 && (
        <Card title="测算数据" extra={extra?.("figures")}>
          <Descriptions
            items={detail.figures.map((figure) => ({
              label: figure.label,
              value: figureText(figure, figures),
            }))}
          />
        </Card>
      )}
      {detail.materials.length > 0 && (
        <Card title="申报材料" extra={extra?.("materials")}>
          <dl className={styles.brought}>
            {detail.materials.map(({ name = "", source = "upload" }) => {
              const brought = materials.find((one) => one.name === name);
              return (
                <div key={name}>
                  <dt>{name}</dt>
                  <dd>
                    {source === "platform" && "由平台调取"}
                    {source === "statement" && (brought?.agreed ? "已确认" : "未确认")}
                    {source === "upload" && files(brought?.files ?? [])}
                  </dd>
                </div>
              );
            })}
          </dl>
        </Card>
      )}
      {detail.pays && (
        <Card title="收款账户" extra={extra?.("payee")}>
          <Descriptions
            items={[
              { label: "户名", value: payee.name || "—" },
              { label: "开户银行", value: payee.bank || "—" },
              { label: "账号", value: payee.account || "—" },
            ]}
          />
        </Card>
      )}
    </>
  );
}

function figureText({ name, kind, unit }: Detail["figures"][number], figures: Values): string {
  const value = figures[name];
  if (kind === "rate" && typeof value === "number") return formatRate(value);
  return valueText(kind === "money" ? { money: {} } : { number: { unit: unit ?? "" } }, value);
}
