/** 三级可见: what each tier shows, from the server's own list of fields. */
import { useQuery } from "@tanstack/react-query";
import { tiersQuery } from "@/api/tiers";
import { CONSENT_SCOPE_NOTE } from "@/labels/consents";
import { fieldText } from "@/labels/fields";
import { CONSENT_SCOPE } from "@/labels/finance";
import { Card } from "@/ui/Card";
import { Loaded } from "@/ui/States";
import styles from "./consents.module.css";

const words = (fields: readonly string[]) => fields.map((field) => fieldText(field)).join("、");

export function DataTiersPart() {
  const query = useQuery(tiersQuery);
  return (
    <Loaded query={query} rows={8}>
      {(tiers) => (
        <>
          <Card title="一、公众和未认证的机构：只有汇总">
            <p>按行业和区间汇总后的数量，看不到任何一家企业，也看不到任何一项需求。</p>
            <p className="card-note">{words(tiers.open)}</p>
          </Card>
          <Card title="二、已认证的机构，您确认对接之前：看不出是谁">
            <p>单项需求的条件和企业的区间信息，没有名称、联系方式、准确的经营数据和附件。</p>
            <p className="card-note">{words(tiers.masked)}</p>
          </Card>
          <Card title="三、您确认对接的这一家机构：您勾选的范围">
            <p>
              只向这一家机构开放，到期、撤回或缩小范围后立即不能再看。机构要求补充的材料，在授权有效期内可以查看。
            </p>
            <dl className={styles.tierScopes}>
              {tiers.consented.map(({ scope, fields }) => (
                <div key={scope}>
                  <dt>{CONSENT_SCOPE[scope]}</dt>
                  <dd>
                    {words(fields)}
                    {CONSENT_SCOPE_NOTE[scope] && (
                      <span className="card-note">（{CONSENT_SCOPE_NOTE[scope]}）</span>
                    )}
                  </dd>
                </div>
              ))}
            </dl>
          </Card>
          <Card title="平台和政府部门">
            <p>平台审核、政府部门履职时按权限查看，每次查看都写入审计日志；导出实名数据须经监督人员批准。</p>
            <p>政府部门在供需查询中看不到名称；您向机构授权期间，政府部门查看企业身份会列入您的查看记录。</p>
          </Card>
        </>
      )}
    </Loaded>
  );
}
