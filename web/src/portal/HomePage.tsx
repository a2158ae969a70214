/** Portal home: what the platform does, the ways in, dated figures, the demand overview, how it works. */

import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { overviewQuery } from "@/api/market";
import { useSession } from "@/api/session";
import { useLimits, useSite } from "@/api/settings";
import { homeOf, paths } from "@/app/paths";
import { useTitle } from "@/lib/useTitle";
import { Cases } from "./Cases";
import { Counters } from "./Counters";
import { DemandOverview } from "./DemandOverview";
import { HomeProducts } from "./HomeProducts";
import { HowItWorks } from "./HowItWorks";
import { PartnerWall } from "./PartnerWall";
import "./home.css";

export function HomePage() {
  const site = useSite();
  const words = useLimits();
  useTitle(site.subtitle);
  const me = useSession().data?.me;
  const overview = useQuery(overviewQuery);
  const isEnterprise = me?.role === "enterprise" && me.organization.state === "active";
  const financing = isEnterprise ? paths.enterprise.newDemand : me ? homeOf(me) : paths.registerEnterprise;
  return (
    <>
      <section className="hero" aria-labelledby="hero-title">
        <div className="portal-width hero-row">
          <div className="hero-text">
            {site.host && <p className="hero-zone">{site.host}主办</p>}
            <h1 id="hero-title">
              <span>科技企业的融资需求，</span>
              <span>直达认证金融机构</span>
            </h1>
            <p className="hero-lead">
              发布一次需求，多家机构主动报价。企业名称和联系方式在您确认对接之前不对外公开，谁看过、看了什么都有记录。
            </p>
            <div className="hero-actions">
              <Link className="hero-button primary" to={financing}>
                我要融资
              </Link>
              <Link className="hero-button" to={paths.estimate}>
                测一测能贷多少
              </Link>
              <Link className="hero-button" to={paths.policyMatch}>
                测一测能领哪些政策
              </Link>
              <Link className="hero-button" to={me ? homeOf(me) : paths.registerInstitution}>
                {me ? "进入工作台" : "机构入驻"}
              </Link>
            </div>
            {!me && (
              <p className="hero-note">
                已有账号？<Link to={paths.login}>直接登录</Link>
              </p>
            )}
          </div>
          <Counters />
        </div>
      </section>
      <div className="portal-width home-sections">
        <HomeProducts />
        <DemandOverview query={overview} />
        <Cases />
        <HowItWorks />
        <section className="home-section" aria-labelledby="promise-title">
          <h2 id="promise-title">您的信息如何受到保护</h2>
          <div className="promise-grid">
            <div className="promise">
              <h3>公众只看到汇总数</h3>
              <p>本页只展示行业、金额区间和期限区间的需求数量，无法识别任何一家企业。</p>
            </div>
            <div className="promise">
              <h3>认证机构只看到脱敏需求</h3>
              <p>
                机构能看到金额、期限、用途和担保方式，看不到企业名称、联系人和地址。对外文字由平台逐条审核。
              </p>
            </div>
            <div className="promise">
              <h3>确认对接后才开放，可随时撤回</h3>
              <p>
                {words("由企业勾选开放范围并签署授权书，默认 {consent_days} 天到期。")}
                每次查看都会留痕，企业可随时查阅并撤回授权。
              </p>
            </div>
          </div>
          <p className="agreement-links">
            相关文件：
            <Link to={paths.agreement("enterprise")}>企业用户服务与保密协议</Link>
            <Link to={paths.agreement("institution")}>金融机构入驻与保密协议</Link>
            <Link to={paths.agreement("data_authorization")}>数据查询使用授权书</Link>
          </p>
        </section>
        <PartnerWall />
      </div>
    </>
  );
}
