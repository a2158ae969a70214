/** 订阅提醒: a firm is told when the forecast moves, is given up, or becomes an item. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { api, unwrap } from "@/api/client";
import { subscriptionQuery } from "@/api/forecasts";
import { useIntent } from "@/api/intent";
import { useSession } from "@/api/session";
import { loginWithNext, paths } from "@/app/paths";

export function Subscribe({ id }: { id: string }) {
  const session = useSession();
  const me = session.data?.me;
  // Its place is kept.
  if (session.isPending) return <span className="product-apply" />;
  if (!me)
    return (
      <Link className="portal-button product-apply" to={loginWithNext(paths.forecast(id))}>
        登录后订阅提醒
      </Link>
    );
  return me.role === "enterprise" ? <Own id={id} /> : null;
}

function Own({ id }: { id: string }) {
  const { data } = useQuery(subscriptionQuery(id));
  const params = { path: { id } };
  const write = useIntent(
    (wanted: boolean, headers) =>
      wanted
        ? unwrap(api.POST("/enterprise/forecasts/{id}/subscribe", { params, headers }))
        : unwrap(api.POST("/enterprise/forecasts/{id}/unsubscribe", { params, headers })),
    { changes: "forecasts" },
  );
  if (!data) return <span className="product-apply" />;
  return (
    <div>
      <button
        type="button"
        className={data.subscribed ? "plain-button product-apply" : "portal-button product-apply"}
        disabled={write.isPending}
        onClick={() => write.mutate(!data.subscribed)}
      >
        {data.subscribed ? "取消订阅" : "订阅提醒"}
      </button>
      <p className="calculator-note" role="status">
        {data.subscribed && (
          <>
            已订阅，有变化时站内信通知。<Link to={paths.enterprise.forecasts}>我的订阅</Link>
          </>
        )}
      </p>
      {write.error && (
        <p className="notice tone-err" role="alert">
          {write.error.detail}
        </p>
      )}
    </div>
  );
}
