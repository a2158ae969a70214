/** 测一测能贷多少: five questions without a login. The answers stand in the address, so that going back finds them again. */
import { useEffect, useState } from "react";
import { useSearchParams } from "react-router";
import { useTitle } from "@/lib/useTitle";
import { type Answers, asked, QUESTIONS, type QuestionKey } from "./answers";
import { EstimateResult } from "./EstimateResult";
import styles from "./estimate.module.css";
import { QuestionField } from "./QuestionField";

export function EstimatePage() {
  useTitle("测一测能贷多少");
  const [search, setSearch] = useSearchParams();
  const [answers, setAnswers] = useState<Answers>(() =>
    Object.fromEntries(QUESTIONS.map(({ key }) => [key, search.get(key) ?? undefined])),
  );
  // The address follows: of two answers in one moment none is lost.
  useEffect(() => {
    const given = QUESTIONS.flatMap(({ key }) => (answers[key] ? [[key, answers[key] ?? ""]] : []));
    setSearch(given as [string, string][], { replace: true, preventScrollReset: true });
  }, [answers, setSearch]);
  const answer = (key: QuestionKey, text: string) =>
    setAnswers((before) => ({ ...before, [key]: text || undefined }));
  const query = asked(answers);
  const left = QUESTIONS.filter(({ key }) => !answers[key]).length;
  return (
    <div className={`portal-width ${styles.page}`}>
      <h1>测一测能贷多少</h1>
      <p className={styles.lead}>
        回答五个问题，马上看到符合条件的产品和参考额度。不用登录，填写的内容不会保存。
      </p>
      <div className={styles.columns}>
        <form className={styles.questions} onSubmit={(event) => event.preventDefault()}>
          {QUESTIONS.map((question, index) => (
            <QuestionField
              key={question.key}
              question={question}
              number={index + 1}
              value={answers[question.key] ?? ""}
              onChange={(text) => answer(question.key, text)}
            />
          ))}
        </form>
        <section className={styles.result} aria-label="测算结果" aria-live="polite">
          {query ? (
            <EstimateResult query={query} />
          ) : (
            <p className={styles.wait}>
              {left > 0 ? `还有 ${left} 个问题，答完后在这里显示结果。` : "请改正有误的内容。"}
            </p>
          )}
        </section>
      </div>
    </div>
  );
}
