/** First step of the registration: which kind of user. */
import { Link } from "react-router";
import { paths } from "@/app/paths";
import { PageHeader } from "@/ui/PageHeader";

const KINDS = [
  {
    to: paths.registerEnterprise,
    title: "我是企业",
    text: "发布融资需求，比较多家机构的报价。",
    points: ["高新区内的企业、个体工商户", "需要统一社会信用代码和联系人手机", "约 5 分钟填完"],
  },
  {
    to: paths.registerInstitution,
    title: "我是金融机构",
    text: "查看脱敏需求，在线报价和对接。",
    points: [
      "银行、担保、小贷、租赁、保理、保险、基金等",
      "审核通过并经平台认证后可进入需求市场",
      "约 5 分钟填完",
    ],
  },
  {
    to: paths.registerAgency,
    title: "我是中介机构",
    text: "展示服务名片，参与融资辅导和上市服务。",
    points: [
      "券商、会计师事务所、律师事务所、咨询机构等",
      "审核通过后填写名片并申请平台认证",
      "约 5 分钟填完",
    ],
  },
];

export function RegisterKindPage() {
  return (
    <>
      <PageHeader
        title="注册账号"
        description="请选择您的身份。注册后不能更改，请按营业执照上的单位性质选择。"
      />
      <div className="kind-grid">
        {KINDS.map((kind) => (
          <Link key={kind.to} className="kind-card" to={kind.to}>
            <h2>{kind.title}</h2>
            <p>{kind.text}</p>
            <ul>
              {kind.points.map((point) => (
                <li key={point}>{point}</li>
              ))}
            </ul>
          </Link>
        ))}
      </div>
      <p className="login-links">
        <span>
          政府部门的账号由平台开通，请拨打服务热线办理。已有账号？
          <Link to={paths.login}>直接登录</Link>
        </span>
      </p>
    </>
  );
}
