/** The plan's figures, each with its definition, and the moment they were counted. */
import { useQuery } from "@tanstack/react-query";
import { figuresQuery } from "@/api/stats";
import { FIGURE, figureText } from "@/labels/stats";
import { formatTime } from "@/lib/dates";
import { LoadFailed } from "./LoadFailed";

const KEYS = Object.keys(FIGURE) as (keyof typeof FIGURE)[];

/** The room of the figures, so that nothing moves when they come. */
function Waiting() {
  return (
    <dl>
      {KEYS.map((key) => (
        <div key={key}>
          <dt>{FIGURE[key]}</dt>
          <dd>
            <span className="counter-value counter-wait">…</span>
            <span className="counter-note" />
          </dd>
        </div>
      ))}
    </dl>
  );
}

export function Counters() {
  const query = useQuery(figuresQuery);
  const { data } = query;
  return (
    <section className="counters" aria-labelledby="counters-title" aria-busy={query.isPending}>
      <h2 id="counters-title">平台数据</h2>
      {query.isPending && <Waiting />}
      {query.isError && <LoadFailed onRetry={query.refetch} />}
      {data && (
        <dl>
          {data.figures.map((figure) => {
            const { value, unit } = figureText(figure);
            return (
              <div key={figure.key}>
                <dt>{FIGURE[figure.key]}</dt>
                <dd>
                  <span className="counter-value">
                    <span className="num">{value}</span>
                    <small>{unit}</small>
                  </span>
                  <span className="counter-note">{figure.definition}</span>
                </dd>
              </div>
            );
          })}
        </dl>
      )}
      <p className="counter-date">{data ? `数据截至 ${formatTime(data.at)}` : "\u00a0"}</p>
    </section>
  );
}
