/** Who is responsible for this site and how to reach them. */
import { Link } from "react-router";
import { paths } from "@/app/paths";
import { SITE } from "@/app/site";

export function PortalFooter() {
  return (
    <footer className="portal-footer">
      <div className="portal-width">
        <div className="footer-columns">
          <div>
            <p className="footer-title">{SITE.fullName}</p>
            <p>主办单位：{SITE.host}</p>
          </div>
          <div>
            <p className="footer-title">服务热线</p>
            <p className="num">{SITE.hotline}</p>
            <p>{SITE.hotlineHours}</p>
          </div>
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
                <Link to={paths.accessibility}>无障碍声明</Link>
              </li>
            </ul>
          </nav>
        </div>
        <p className="footer-filing">
          <span>{SITE.icp}</span>
          <span>{SITE.police}</span>
        </p>
      </div>
    </footer>
  );
}
