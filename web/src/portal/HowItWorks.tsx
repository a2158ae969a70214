/** The way from registration to money in five steps, with the time limit of each. */

const STEPS = [
  {
    title: "注册并提交审核",
    text: "填写统一社会信用代码和联系人，平台审核后开通账号。资料有误会一次性告知，可在线补正。",
  },
  {
    title: "完善档案、发布需求",
    text: "档案完整度达到 80% 后即可发布。填写金额、期限、用途和可提供的担保，支持随时保存草稿。",
  },
  {
    title: "机构抢单报价",
    text: "需求脱敏后进入需求市场，认证机构给出额度、利率、期限和全部费用，折算成综合年化成本供比较。",
  },
  {
    title: "确认对接、授信审批",
    text: "选择满意的机构并勾选开放的资料范围。机构完成联系、尽调和审批，每一步都能看到进展。",
  },
  {
    title: "接受授信、放款确认",
    text: "接受授信后签约放款。机构登记放款信息，由企业核对确认，全程记录可查。",
  },
];

export function HowItWorks() {
  return (
    <section className="home-section" aria-labelledby="steps-title">
      <h2 id="steps-title">五步完成融资对接</h2>
      <ol className="steps">
        {STEPS.map((step, index) => (
          <li key={step.title}>
            <span className="step-number" aria-hidden="true">
              {index + 1}
            </span>
            <h3>{step.title}</h3>
            <p>{step.text}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
