/** The inputs of the first steps of the profile. */
import { useQuery } from "@tanstack/react-query";
import { Checkbox, Form, Select } from "antd";
import Input from "antd/es/input/Input";
import TextArea from "antd/es/input/TextArea";
import { ProfileIn } from "@/api/limits.gen";
import { usePlaces } from "@/api/settings";
import type { Schema } from "@/api/types";
import { options } from "@/labels/label";
import { ORG_TYPE, TAX_GRADE, TITLE } from "@/labels/organizations";
import { todayIn } from "@/lib/dates";
import { identityProblem } from "@/lib/identity";
import { now } from "@/lib/now";
import { plainRegistered } from "@/lib/typed";
import { AgreementField } from "@/ui/AgreementField";
import { Descriptions } from "@/ui/Descriptions";
import { MoneyInput } from "@/ui/ScaledInput";
import { DIGITS, MOBILE, rule } from "@/ui/textRules";
import { IndustryFields } from "./IndustryFields";
import { SizeFields } from "./MoreFields";
import styles from "./profile.module.css";
import type { ProfileValues } from "./profileValues";
import { legalPersonQuery } from "./queries";
import { RevenueField } from "./RevenueField";

/** The names of a list, and the one that was typed before there was a list. */
function places(listed: readonly string[], known: string | null | undefined) {
  const choices = listed.map((value) => ({ value, label: value }));
  if (!known || listed.includes(known)) return choices;
  return [...choices, { value: known, label: `${known}（不在名单内，对接前不展示）` }];
}

export function BasicFields({ profile }: { profile: Schema<"ProfileView"> }) {
  const { districts, parks } = usePlaces();
  return (
    <>
      <div className={styles.fixedFacts}>
        <Descriptions
          columns={2}
          items={[
            { label: "企业名称", value: profile.name },
            { label: "统一社会信用代码", value: <span className="mono">{profile.uscc}</span> },
          ]}
        />
      </div>
      <div className="form-grid">
        <Form.Item name="org_type" label="企业类型" required>
          <Select options={options(ORG_TYPE)} placeholder="请选择" />
        </Form.Item>
        <Form.Item name="founded_on" label="成立日期" required>
          <Input type="date" max={todayIn(now())} />
        </Form.Item>
        <Form.Item name="reg_capital" label="注册资本" required>
          <MoneyInput />
        </Form.Item>
        <Form.Item name="paid_capital" label="实缴资本" required>
          <MoneyInput />
        </Form.Item>
        <Form.Item name="district" label="所在区县" required>
          <Select
            options={places(districts, profile.district)}
            showSearch={{ optionFilterProp: "label" }}
            allowClear
            placeholder="请选择"
          />
        </Form.Item>
        <Form.Item name="park" label="所在园区">
          <Select
            options={places(parks, profile.park)}
            showSearch={{ optionFilterProp: "label" }}
            allowClear
            placeholder="请选择"
          />
        </Form.Item>
        <Form.Item name="address" label="经营地址" required className="wide">
          <Input maxLength={ProfileIn.address.max} autoComplete="street-address" />
        </Form.Item>
        <Form.Item name="reg_authority" label="登记机关">
          <Input maxLength={ProfileIn.reg_authority.max} />
        </Form.Item>
        <Form.Item name="former_names" label="曾用名" extra="输入后按回车">
          <Select mode="tags" open={false} suffixIcon={null} tokenSeparators={["、"]} />
        </Form.Item>
      </div>
    </>
  );
}

const IDENTITY_NUMBER = rule((text) => identityProblem(plainRegistered(text)));

export function PeopleFields({ profile }: { profile: Schema<"ProfileView"> }) {
  const known = profile.legal_person_id_masked;
  const form = Form.useFormInstance<ProfileValues>();
  const typed = Form.useWatch("legal_person_id", form);
  const consent = useQuery(legalPersonQuery);
  return (
    <div className="form-grid">
      <Form.Item name="legal_person" label="法定代表人" required>
        <Input maxLength={ProfileIn.legal_person.max} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="legal_person_id"
        label="法定代表人身份证号"
        required
        extra={known ? `已登记 ${known}，不修改请留空` : "加密保存，之后只显示首尾几位"}
        rules={[IDENTITY_NUMBER]}
      >
        <Input maxLength={ProfileIn.legal_person_id.max} autoComplete="off" className="mono" />
      </Form.Item>
      {typed?.trim() && (
        <div className="wide">
          <AgreementField query={consent} effect="，并已取得法定代表人本人的单独同意" />
        </div>
      )}
      <Form.Item
        name="contact_name"
        label="联系人"
        rules={[{ required: true, whitespace: true, message: "请填写联系人" }]}
      >
        <Input maxLength={ProfileIn.contact_name.max} autoComplete="name" />
      </Form.Item>
      <Form.Item
        name="mobile"
        label="联系人手机号码"
        extra={`已登记 ${profile.mobile_masked}，不修改请留空`}
        rules={[MOBILE]}
      >
        <Input maxLength={ProfileIn.mobile.max} inputMode="tel" autoComplete="off" />
      </Form.Item>
      <Form.Item name="email" label="电子邮箱" rules={[{ type: "email", message: "电子邮箱格式不正确" }]}>
        <Input autoComplete="email" inputMode="email" maxLength={ProfileIn.email.max} />
      </Form.Item>
    </div>
  );
}

export function BusinessFields({ profile }: { profile: Schema<"ProfileView"> }) {
  return (
    <div className="form-grid">
      <Form.Item name="main_business" label="主营业务" required className="wide">
        <TextArea rows={3} maxLength={ProfileIn.main_business.max} showCount />
      </Form.Item>
      <IndustryFields known={profile.industry_class_name} />
      <Form.Item name="staff" label="从业人数" required rules={[DIGITS]}>
        <Input inputMode="numeric" maxLength={7} suffix={<span className="unit">人</span>} />
      </Form.Item>
      <Form.Item name="rd_staff" label="研发人数" required rules={[DIGITS]}>
        <Input inputMode="numeric" maxLength={7} suffix={<span className="unit">人</span>} />
      </Form.Item>
      <Form.Item name="insured_count" label="参保人数" required rules={[DIGITS]}>
        <Input inputMode="numeric" maxLength={7} suffix={<span className="unit">人</span>} />
      </Form.Item>
      <SizeFields profile={profile} />
      <Form.Item
        name="brands"
        label="品牌和产品名称"
        extra="输入后按回车。这些名称不会出现在对接前公开的文字中"
        className="wide"
      >
        <Select mode="tags" open={false} suffixIcon={null} tokenSeparators={["、", "，"]} />
      </Form.Item>
    </div>
  );
}

export function IncomeFields() {
  return (
    <div className="form-grid">
      <RevenueField />
      <Form.Item name="tax_grade" label="纳税信用等级" required>
        <Select options={options(TAX_GRADE)} allowClear placeholder="请选择" />
      </Form.Item>
    </div>
  );
}

export function TitleFields() {
  return (
    <Form.Item name="titles" label="已取得的资质荣誉（没有可不选）">
      <Checkbox.Group options={options(TITLE)} className={styles.titleGrid} />
    </Form.Item>
  );
}
