/** 404: a search, and the places where whoever reads it may have wanted to go. Loaded when it is shown. */
import { type FormEvent, type ReactNode, useState } from "react";
import { Link, useNavigate } from "react-router";
import { getProducts } from "@/api/limits.gen";
import { useSession } from "@/api/session";
import type { Schema } from "@/api/types";
import { type Centre, type Entry, visibleMenu } from "@/centres/shell/centre";
import { useOwnCentre } from "@/centres/shell/useOwnCentre";
import { useTitle } from "@/lib/useTitle";
import styles from "./notFound.module.css";
import { homeOf, paths } from "./paths";

const TITLE = "没有找到这个页面";

type Place = Pick<Entry, "to" | "label"> & { note?: string };

const VISITOR: readonly Place[] = [
  { to: paths.products, label: "金融产品", note: "按额度、利率和期限挑选" },
  { to: paths.equity, label: "股权融资", note: "看投资机构投向" },
  { to: paths.register, label: "注册账号", note: "企业、金融机构和中介机构" },
  { to: paths.login, label: "登录", note: "进入本单位的工作台" },
  { to: paths.help, label: "使用帮助", note: "办理步骤和常见问题" },
];

/** The menu of the own centre; before its organisation is active there is none yet. */
function placesOf(me: Schema<"Me"> | null | undefined, centre: Centre | undefined): readonly Place[] {
  if (!me) return VISITOR;
  if (!centre)
    return [{ to: homeOf(me), label: "我的账号" }, ...VISITOR.filter(({ to }) => to !== paths.login)];
  return [
    ...visibleMenu(centre, me).flatMap(({ heading, entries }) =>
      entries.map(({ to, label }) => ({ to, label, note: heading })),
    ),
    { to: paths.help, label: "使用帮助" },
  ];
}

function ProductSearch() {
  const navigate = useNavigate();
  const [text, setText] = useState("");
  const search = (event: FormEvent) => {
    event.preventDefault();
    const q = text.trim();
    navigate(q ? `${paths.products}?q=${encodeURIComponent(q)}` : paths.products);
  };
  return (
    <search>
      <form className={styles.search} onSubmit={search}>
        <label htmlFor="not-found-q">查找金融产品</label>
        <input
          id="not-found-q"
          type="search"
          value={text}
          maxLength={getProducts.q.max}
          placeholder="产品名称、机构或用途"
          onChange={(event) => setText(event.target.value)}
        />
        <button type="submit" className="plain-button">
          查找
        </button>
      </form>
    </search>
  );
}

type Props = {
  /** Inside a frame that already has the main landmark. */
  nested?: boolean;
  /** Looks for everything of the own centre, in place of the search for products. */
  palette?: ReactNode;
};

export function NotFound({ nested, palette }: Props) {
  useTitle(TITLE);
  const session = useSession();
  const me = session.data?.me;
  const { centre, isPending } = useOwnCentre(me);
  const content = (
    <div className={`plain-page ${styles.page}`}>
      <h1>{TITLE}</h1>
      <p>链接可能已经失效，或者地址输入有误。</p>
      <div className="plain-actions">
        <Link className="plain-button primary" to={me ? homeOf(me) : paths.home}>
          {me ? "回到我的工作台" : "返回首页"}
        </Link>
        {palette}
      </div>
      {!palette && <ProductSearch />}
      {!session.isPending && !isPending && (
        <nav aria-labelledby="not-found-places">
          <h2 id="not-found-places">您可能想去</h2>
          <ul className={styles.places}>
            {placesOf(me, centre).map(({ to, label, note }) => (
              <li key={to}>
                <Link to={to}>
                  <strong>{label}</strong>
                  {note && <span>{note}</span>}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </div>
  );
  return nested ? content : <main id="main">{content}</main>;
}
