/** 测算规则 in the wizard: the rule sheet, the names that it may use, and a trial with made-up values. */
import { useQuery } from "@tanstack/react-query";
import { Button, Form } from "antd";
import TextArea from "antd/es/input/TextArea";
import { useState } from "react";
import { api, unwrap } from "@/api/client";
import { useIntent } from "@/api/intent";
import { ProductContent } from "@/api/limits.gen";
import type { Schema } from "@/api/types";
import { SHEET_UNIT } from "@/labels/products";
import { moneyText } from "@/lib/money";
import { ScrollRegion } from "@/lib/ScrollRegion";
import { ProblemAlert } from "@/ui/ProblemAlert";
import { SignedMoneyInput, WholeInput } from "@/ui/ScaledInput";
import { Loaded } from "@/ui/States";
import { sheetNamesQuery } from "./queries";
import { namesIn, SHEET_EXAMPLE, type Typed, trialOf } from "./sheet";
import styles from "./wizard.module.css";

export function SheetField() {
  const form = Form.useFormInstance();
  const sheet: string = Form.useWatch("sheet", form) ?? "";
  const names = useQuery(sheetNamesQuery);
  return (
    <fieldset className={styles.sheetField}>
      <legend>意向额度测算（选填）</legend>
      <p className="card-note">
        填写后，企业在匹配结果中能看到按自身数据测算的意向额度，并注明不构成承诺。规则只对贵机构和平台审核人员可见。
      </p>
      <Form.Item
        name="sheet"
        label="测算规则"
        extra="每行一个“名称 = 算式”，最后一行为“额度 = …”，单位万元；可用 + − × ÷、比较、min、max、if。"
      >
        <TextArea
          rows={6}
          maxLength={ProductContent.sheet.max}
          placeholder={SHEET_EXAMPLE}
          spellCheck={false}
        />
      </Form.Item>
      <Loaded query={names} rows={2}>
        {(all) => (
          <>
            <Names names={all} />
            {sheet.trim() !== "" && <Trial sheet={sheet} names={all} />}
          </>
        )}
      </Loaded>
    </fieldset>
  );
}

function Names({ names }: { names: Schema<"SheetNameView">[] }) {
  return (
    <details className={styles.sheetNames}>
      <summary>可用的指标</summary>
      <ScrollRegion className="table-scroll" label="可用的指标">
        <table className="data-table">
          <caption className="visually-hidden">可用的指标</caption>
          <thead>
            <tr>
              <th scope="col">名称</th>
              <th scope="col">也可写作</th>
              <th scope="col">单位</th>
              <th scope="col">含义</th>
            </tr>
          </thead>
          <tbody>
            {names.map(({ word, plain, unit, about }) => (
              <tr key={word}>
                <td>{word}</td>
                <td>{plain}</td>
                <td>{SHEET_UNIT[unit]}</td>
                <td>{about}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </details>
  );
}

function Trial({ sheet, names }: { sheet: string; names: Schema<"SheetNameView">[] }) {
  const [typed, setTyped] = useState<Typed>({});
  const [done, setDone] = useState<{ of: string; trial: Schema<"SheetTrial"> } | null>(null);
  const run = useIntent(
    async (body: Schema<"SheetTrialIn">, headers) => ({
      of: JSON.stringify(body),
      trial: await unwrap(api.POST("/institution/products/sheet", { body, headers })),
    }),
    { onSuccess: setDone },
  );
  const used = namesIn(sheet, names);
  const body = trialOf(sheet, names, typed);
  // A result says nothing about what has been typed since.
  const shown = done?.of === JSON.stringify(body) ? done.trial : null;
  const failed = JSON.stringify(run.variables) === JSON.stringify(body) ? run.error : null;
  return (
    <section className={styles.sheetTrial} aria-labelledby="sheet-trial">
      <h3 id="sheet-trial">试算</h3>
      {used.length > 0 && (
        <ul className="form-grid">
          {used.map(({ word, unit }) => {
            const id = `sheet-value-${word}`;
            const props = {
              id,
              value: typed[word] ?? null,
              onChange: (value: number | null) => setTyped((before) => ({ ...before, [word]: value })),
            };
            return (
              <li key={word}>
                <label htmlFor={id}>{word}</label>
                {unit === "wan" ? (
                  <SignedMoneyInput {...props} />
                ) : (
                  <WholeInput {...props} unit={SHEET_UNIT[unit]} digits={6} />
                )}
              </li>
            );
          })}
        </ul>
      )}
      <Button onClick={() => run.mutate(body)} loading={run.isPending}>
        试算
      </Button>
      <ProblemAlert problem={failed} />
      {shown && <Result trial={shown} />}
    </section>
  );
}

function Result({ trial }: { trial: Schema<"SheetTrial"> }) {
  return (
    <div className={styles.sheetResult} role="status">
      <p>
        按所填数据测算：<strong className="num">{moneyText(trial.amount)}</strong>
        （展示给企业时不超过产品最高额度）
      </p>
      <ul>
        {trial.lines.map(({ name, value }) => (
          <li key={name}>
            {name} = <span className="num">{value}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
