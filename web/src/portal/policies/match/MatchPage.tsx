/** 政策匹配: a few questions without a login, and beside them which policies suit, how much, and what is missing. Nothing is kept. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "react-router";
import { askedFieldsQuery, useTypedMatches } from "@/api/policyMatch";
import { useSession } from "@/api/session";
import type { Schema } from "@/api/types";
import { paths } from "@/app/paths";
import { moneyText } from "@/lib/money";
import { MatchReport } from "@/lib/policyMatch/MatchReport";
import { eligibleTotal } from "@/lib/policyMatch/words";
import { useTitle } from "@/lib/useTitle";
import { LoadFailed } from "../../LoadFailed";
import { FigureField } from "./FigureField";
import { type Answers, groups, valuesOf } from "./figures";
import styles from "./match.module.css";
import { TypedProblem } from "./TypedProblem";

type AskedField = Schema<"PolicyAskedField">;

/** Questions that are asked at first; the rest decide little. */
const FIRST = 8;

export function MatchPage() {
  useTitle("政策匹配");
  const fields = useQuery(askedFieldsQuery);
  const me = useSession().data?.me;
  return (
    <div className={`portal-width ${styles.page}`}>
      <h1>政策匹配</h1>
      <p className={styles.lead}>
        填几项企业数据，马上看到能申请哪些政策、能领多少、还差什么。不用登录，填写的内容不会保存。
      </p>
      {me?.permissions.includes("policies.match") && (
        <p className={styles.lead}>
          您已登录，<Link to={paths.enterprise.policies}>按企业档案匹配，不用再填一遍</Link>
        </p>
      )}
      {fields.isError && <LoadFailed onRetry={fields.refetch} />}
      {fields.isPending && <p role="status">正在加载…</p>}
      {fields.data && <Matcher fields={fields.data} />}
    </div>
  );
}

function Matcher({ fields }: { fields: readonly AskedField[] }) {
  const [answers, setAnswers] = useState<Answers>({});
  const [all, setAll] = useState(false);
  const shown = all ? fields : fields.slice(0, FIRST);
  const values = valuesOf(fields, answers);
  const query = useTypedMatches(values);
  const answered = Object.keys(values).length;
  return (
    <div className={styles.columns}>
      <form className={styles.questions} onSubmit={(event) => event.preventDefault()}>
        {groups(shown).map((group) => (
          <section key={group.name} aria-label={group.name}>
            <h2>{group.name}</h2>
            {group.fields.map((field) => (
              <FigureField
                key={field.code}
                field={field}
                answer={answers[field.code]}
                onChange={(answer) => setAnswers((before) => ({ ...before, [field.code]: answer }))}
              />
            ))}
          </section>
        ))}
        <div className={styles.tools}>
          {!all && fields.length > FIRST && (
            <button type="button" className="plain-button" onClick={() => setAll(true)}>
              再答 {fields.length - FIRST} 项，结果更完整
            </button>
          )}
          {answered > 0 && (
            <button type="button" className="plain-button" onClick={() => setAnswers({})}>
              全部清空
            </button>
          )}
        </div>
      </form>
      <section id="match-result" className={styles.result} aria-label="匹配结果" aria-busy={query.isFetching}>
        {answered === 0 && (
          <p className={styles.wait}>填写任意一项，结果随即更新；没有填的项目不会当作不符合。</p>
        )}
        {query.error ? (
          <TypedProblem error={query.error} onRetry={query.refetch} />
        ) : query.data ? (
          <MatchReport found={query.data} subject="按填写的数据匹配" />
        ) : (
          <p role="status">正在匹配…</p>
        )}
      </section>
      {query.data && answered > 0 && <Bar found={query.data} />}
    </div>
  );
}

/** On phones the result lies below the questions: what it comes to stays in sight. */
function Bar({ found }: { found: Schema<"PolicyMatches"> }) {
  const eligible = found.items.filter(({ verdict }) => verdict === "holds").length;
  const total = eligibleTotal(found.items);
  return (
    <p className={styles.bar}>
      <span role="status">
        符合 {eligible} 项{total > 0 && `，预计 ${moneyText(total, "wan")}`}
      </span>
      <a href="#match-result" className="plain-button primary">
        查看结果
      </a>
    </p>
  );
}
