/** 测一测能否申请、能领多少, on the page of one item: on the profile of a firm that is logged in, else on figures that are typed. */
import { useState } from "react";
import { Link } from "react-router";
import { useItemMatch } from "@/api/policyMatch";
import { useSession } from "@/api/session";
import type { Schema } from "@/api/types";
import { paths } from "@/app/paths";
import { AmountSteps } from "@/lib/policyMatch/AmountSteps";
import { Conditions } from "@/lib/policyMatch/Conditions";
import { UsedValues } from "@/lib/policyMatch/UsedValues";
import { amountLine, GROUP, groupOf, steps } from "@/lib/policyMatch/words";
import { FigureField } from "./FigureField";
import { type Answers, type Asked, asField, valuesOf } from "./figures";
import styles from "./match.module.css";
import { TypedProblem } from "./TypedProblem";

type Detail = Schema<"PolicyMatchDetail">;

export function Calculator({ id }: { id: string }) {
  const me = useSession().data?.me;
  const own = me?.permissions.includes("policies.match") ?? false;
  const [answers, setAnswers] = useState<Answers>({});
  // Which figures there are comes with the first answer; until then nothing is typed.
  const [asked, setAsked] = useState<{ fields: Asked[]; figures: Asked[] }>({ fields: [], figures: [] });
  const query = useItemMatch(id, own, valuesOf(asked.fields, answers), valuesOf(asked.figures, answers));
  const { data } = query;
  if (
    data &&
    asked.fields.length + asked.figures.length === 0 &&
    data.fields.length + data.figures.length > 0
  )
    setAsked({ fields: data.fields, figures: data.figures.map(asField) });
  const questions = own ? asked.figures : [...asked.fields, ...asked.figures];
  return (
    <section className={styles.calculator} aria-labelledby="calculator-title">
      <h2 id="calculator-title">测一测能否申请、能领多少</h2>
      <p className={styles.hint}>
        {own
          ? "按企业档案和平台记录测算。"
          : "填写下面的数据即可测算，内容不会保存。登录后可以直接用企业档案。"}
      </p>
      {questions.length > 0 && (
        <form className={styles.grid} onSubmit={(event) => event.preventDefault()}>
          {questions.map((field) => (
            <FigureField
              key={field.code}
              field={field}
              answer={answers[field.code]}
              onChange={(answer) => setAnswers((before) => ({ ...before, [field.code]: answer }))}
            />
          ))}
        </form>
      )}
      <div aria-live="polite" aria-busy={query.isFetching}>
        {query.error ? (
          <TypedProblem error={query.error} onRetry={query.refetch} />
        ) : data ? (
          // Before anything is typed it would only repeat the conditions below.
          (own || Object.keys(answers).length > 0) && <Result found={data} own={own} />
        ) : (
          <p role="status">正在测算…</p>
        )}
      </div>
    </section>
  );
}

function Result({ found, own }: { found: Detail; own: boolean }) {
  const group = groupOf(found);
  const line = amountLine(found);
  const ways = steps(found);
  return (
    <>
      <div className={styles.verdict}>
        <strong>{GROUP[group].text}</strong>
        {line && (
          <span>
            {line.note}
            {line.figure && <b className="num">{line.figure}</b>}
          </span>
        )}
      </div>
      <Conditions parts={found.parts} />
      {ways.length > 0 && (
        <>
          <h3>怎样才能符合</h3>
          <ol className={styles.ways}>
            {ways.map((way) => (
              <li key={way}>{way}</li>
            ))}
          </ol>
        </>
      )}
      {found.amount && <AmountSteps amount={found.amount} />}
      {own && (
        <details className={styles.data}>
          <summary>依据的数据</summary>
          <UsedValues values={found.values} />
          <p>
            <Link to={paths.enterprise.policies}>到“适合贵企业的政策”逐项补充或更正</Link>
          </p>
        </details>
      )}
    </>
  );
}
