/** Answers to the questions people call the hotline with. */

import { Link } from "react-router";
import { useLimits, useSite } from "@/api/settings";
import { paths } from "@/app/paths";
import { useTitle } from "@/lib/useTitle";
import { HELP } from "./helpTexts";

export function HelpPage() {
  useTitle("使用帮助");
  const words = useLimits();
  const { contact } = useSite();
  return (
    <article className="portal-width portal-article">
      <h1>使用帮助</h1>
      <p>没有找到答案？请联系{contact}。</p>
      {HELP.map((group) => (
        <section key={group.title}>
          <h2>{group.title}</h2>
          {group.items.map((item) => (
            <details key={item.question}>
              <summary>{item.question}</summary>
              <p>{words(item.answer)}</p>
            </details>
          ))}
        </section>
      ))}
      <h2>还没有账号</h2>
      <p>
        <Link to={paths.registerEnterprise}>企业注册</Link>，或{" "}
        <Link to={paths.registerInstitution}>金融机构入驻</Link>。
      </p>
    </article>
  );
}
