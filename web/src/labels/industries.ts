/** 国民经济行业分类 (GB/T 4754-2017): the 20 sections and their 97 divisions. */
import type { Schema } from "@/api/types";
import type { Texts } from "./label";

export const SECTION: Texts<Schema<"IndustrySection">> = {
  a: "农、林、牧、渔业",
  b: "采矿业",
  c: "制造业",
  d: "电力、热力、燃气及水生产和供应业",
  e: "建筑业",
  f: "批发和零售业",
  g: "交通运输、仓储和邮政业",
  h: "住宿和餐饮业",
  i: "信息传输、软件和信息技术服务业",
  j: "金融业",
  k: "房地产业",
  l: "租赁和商务服务业",
  m: "科学研究和技术服务业",
  n: "水利、环境和公共设施管理业",
  o: "居民服务、修理和其他服务业",
  p: "教育",
  q: "卫生和社会工作",
  r: "文化、体育和娱乐业",
  s: "公共管理、社会保障和社会组织",
  t: "国际组织",
};

/** Division names in code order within each section; the first code of each section is given. */
const NAMES: Record<Schema<"IndustrySection">, { first: number; names: string }> = {
  a: { first: 1, names: "农业|林业|畜牧业|渔业|农、林、牧、渔专业及辅助性活动" },
  b: {
    first: 6,
    names:
      "煤炭开采和洗选业|石油和天然气开采业|黑色金属矿采选业|有色金属矿采选业|非金属矿采选业|开采专业及辅助性活动|其他采矿业",
  },
  c: {
    first: 13,
    names:
      "农副食品加工业|食品制造业|酒、饮料和精制茶制造业|烟草制品业|纺织业|纺织服装、服饰业|皮革、毛皮、羽毛及其制品和制鞋业|" +
      "木材加工和木、竹、藤、棕、草制品业|家具制造业|造纸和纸制品业|印刷和记录媒介复制业|文教、工美、体育和娱乐用品制造业|" +
      "石油、煤炭及其他燃料加工业|化学原料和化学制品制造业|医药制造业|化学纤维制造业|橡胶和塑料制品业|非金属矿物制品业|" +
      "黑色金属冶炼和压延加工业|有色金属冶炼和压延加工业|金属制品业|通用设备制造业|专用设备制造业|汽车制造业|" +
      "铁路、船舶、航空航天和其他运输设备制造业|电气机械和器材制造业|计算机、通信和其他电子设备制造业|仪器仪表制造业|" +
      "其他制造业|废弃资源综合利用业|金属制品、机械和设备修理业",
  },
  d: { first: 44, names: "电力、热力生产和供应业|燃气生产和供应业|水的生产和供应业" },
  e: { first: 47, names: "房屋建筑业|土木工程建筑业|建筑安装业|建筑装饰、装修和其他建筑业" },
  f: { first: 51, names: "批发业|零售业" },
  g: {
    first: 53,
    names:
      "铁路运输业|道路运输业|水上运输业|航空运输业|管道运输业|多式联运和运输代理业|装卸搬运和仓储业|邮政业",
  },
  h: { first: 61, names: "住宿业|餐饮业" },
  i: { first: 63, names: "电信、广播电视和卫星传输服务|互联网和相关服务|软件和信息技术服务业" },
  j: { first: 66, names: "货币金融服务|资本市场服务|保险业|其他金融业" },
  k: { first: 70, names: "房地产业" },
  l: { first: 71, names: "租赁业|商务服务业" },
  m: { first: 73, names: "研究和试验发展|专业技术服务业|科技推广和应用服务业" },
  n: { first: 76, names: "水利管理业|生态保护和环境治理业|公共设施管理业|土地管理业" },
  o: { first: 80, names: "居民服务业|机动车、电子产品和日用产品修理业|其他服务业" },
  p: { first: 83, names: "教育" },
  q: { first: 84, names: "卫生|社会工作" },
  r: { first: 86, names: "新闻和出版业|广播、电视、电影和录音制作业|文化艺术业|体育|娱乐业" },
  s: {
    first: 91,
    names:
      "中国共产党机关|国家机构|人民政协、民主党派|社会保障|群众团体、社会团体和其他成员组织|基层群众自治组织",
  },
  t: { first: 97, names: "国际组织" },
};

export type Division = { code: string; name: string; section: Schema<"IndustrySection"> };

export const DIVISIONS: readonly Division[] = (Object.keys(NAMES) as Schema<"IndustrySection">[]).flatMap(
  (section) =>
    NAMES[section].names.split("|").map((name, index) => ({
      code: String(NAMES[section].first + index).padStart(2, "0"),
      name,
      section,
    })),
);

const BY_CODE = new Map(DIVISIONS.map((division) => [division.code, division]));

export const divisionText = (code: string | null | undefined): string =>
  code ? (BY_CODE.get(code)?.name ?? code) : "—";

type Industry = {
  industry_division: string | null;
  industry_section: Schema<"IndustrySection"> | null;
};

/** The industry of a demand that does not name its enterprise: the section where the division would tell who it is. */
export const maskedIndustry = ({ industry_division, industry_section }: Industry): string => {
  if (industry_division) return divisionText(industry_division);
  return industry_section ? SECTION[industry_section] : "行业未显示";
};

/** A class as people read it: its name, then its code. */
export const classText = (code: string | null | undefined, name: string | null | undefined) =>
  code ? (name ? `${name}（${code}）` : code) : null;

export const divisionsOf = (section: Schema<"IndustrySection"> | null | undefined): readonly Division[] =>
  section ? DIVISIONS.filter((division) => division.section === section) : DIVISIONS;
