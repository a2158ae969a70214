/** Hints for the reviewer: what in the public text could still tell institutions who the enterprise is. The reviewer decides. */

export type Identity = {
  name: string;
  uscc: string;
  contact_name: string;
  legal_person?: string | null;
  address?: string | null;
};

const SUFFIX = /(股份有限公司|有限责任公司|有限公司|合伙企业([(\uff08].*?[)\uff09])?|公司|集团|厂|中心)$/;
const PLACE = /^(重庆市?|重庆(高新|两江)?新?区|中国)/;
const BRANCH =
  /(科技|技术|信息|电子|智能|生物|医药|机械|设备|材料|软件|网络|实业|发展|制造|工程|新能源|环保)+$/;

/** The distinctive part of a company name: 重庆星澜智能科技有限公司 → 星澜. */
export function coreName(name: string): string {
  return name.replace(SUFFIX, "").replace(PLACE, "").replace(BRANCH, "");
}

export function findLeaks(text: string, identity: Identity): string[] {
  const leaks: string[] = [];
  const has = (word: string | null | undefined) => !!word && [...word].length >= 2 && text.includes(word);
  const core = coreName(identity.name);
  if (has(identity.name)) leaks.push("企业全称");
  else if (has(core)) leaks.push(`企业名称中的“${core}”`);
  if (has(identity.uscc)) leaks.push("统一社会信用代码");
  if (has(identity.legal_person)) leaks.push("法定代表人姓名");
  if (has(identity.contact_name)) leaks.push("联系人姓名");
  if (has(identity.address)) leaks.push("地址");
  if (/\d[\d\s-]{6,}\d/.test(text)) leaks.push("疑似电话或证件号码");
  if (/https?:|www\.|[\w.+-]+@[\w-]+\./i.test(text)) leaks.push("网址或邮箱");
  return leaks;
}
