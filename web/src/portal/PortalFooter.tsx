/** Who is responsible for this site and how to reach them. */
import { Link } from "react-router";
import { useSite } from "@/api/settings";
import { paths } from "@/app/paths";

export function PortalFooter() {
  const site = useSite();
  const filings = [site.icp, site.police].filter(Boolean);
  return (
    <footer className="portal-footer">
      <div className="portal-width">
        <div className="footer-columns">
          <div>
            <p className="footer-title">{[site.name, site.subtitle].filter(Boolean).join(" · ")}</p>
            {site.host && <p>主办单位：{site.host}</p>}
          </div>
          {site.hotline && (
            <div>
              <p className="footer-title">服务热线</p>
              <p className="num">{site.hotline}</p>
              <p>{site.hotline_hours}</p>
            </div>
          )}
          <nav aria-label="页脚导航">
            <p className="footer-title">帮助与说明</p>
            <ul>
              <li>
                <Link to={paths.help}>使用帮助</Link>
              </li>
              <li>
                <Link to={paths.agreement("enterprise")}>企业用户协议</Link>
              </li>
              <li>
                <Link to={paths.agreement("institution")}>金融机构协议</Link>
              </li>
              <li>
                <Link to={paths.agreement("data_authorization")}>数据授权书</Link>
              </li>
              <li>
                <Link to={paths.agreement("privacy")}>个人信息处理规则</Link>
              </li>
              <li>
                <Link to={paths.accessibility}>无障碍声明</Link>
              </li>
            </ul>
          </nav>
        </div>
        {filings.length > 0 && (
          <p className="footer-filing">
            {filings.map((filing) => (
              <span key={filing}>{filing}</span>
            ))}
          </p>
        )}
      </div>
    </footer>
  );
}
