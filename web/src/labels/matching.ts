/** The parts of a matching score in words. */
import type { Schema } from "@/api/types";
import type { Texts } from "./label";

export const MATCH_PART: Texts<Schema<"MatchPart">> = {
  fit: "额度与期限",
  price: "价格",
  guarantee: "担保便利",
  affinity: "行业与资质",
  tags: "自评标签",
  text: "用途相符",
  history: "同类成交",
  network: "相似企业选择",
  service: "时限达标",
  first_loan: "首贷支持",
};

/** What a part looks at, for the operator. */
export const MATCH_PART_HINT: Texts<Schema<"MatchPart">> = {
  fit: "金额和期限在产品范围之内，离上限有余地",
  price: "综合年化成本低，且低于企业可接受的利率",
  guarantee: "双方都接受的担保方式中最容易办的一种",
  affinity: "产品专门面向的行业，或所要求的资质",
  tags: "产品名称、简介、用途和特点提到企业标签的比例",
  text: "产品介绍与资金用途说明相近的程度",
  history: "同行业企业在该机构成交的情况",
  network: "经历相近的企业选择此产品或机构的情况，由复杂网络推算",
  service: "机构上一季度按时办理的比例",
  first_loan: "企业没有贷款记录，且产品支持首贷",
};

/** Measures of likeness that count, for the operator; the names are those of the engine. */
export const MEASURE: Record<string, string> = {
  soft_cover_least: "词义互相覆盖",
  term_cosine: "用词相近",
  term_covered_most: "一方的词另一方都有",
  char_mixed_cosine: "用字相近",
  bm25_least: "少见词相同",
  weighed_edits: "改动较少",
  common_letters: "相同的字",
  term_rarest_alone_most: "少见词只在一方",
  asks_the_same: "所求相同",
  contrary: "意思相反",
  same_numbers: "数字相同",
  length_ratio: "长短相近",
};

/** Why the service for vectors gives none, for the operator. */
export const EMBEDDING_FAILURE: Texts<Schema<"EmbeddingFailure">> = {
  unreachable: "连接不上向量服务：地址有误、服务没有运行，或证书不受信任",
  timed_out: "向量服务没有按时答复",
  unauthorized: "向量服务不接受密钥：密钥没有填写、填写有误或已经失效",
  not_found: "向量服务没有这个地址或模型，请核对配置",
  refused: "向量服务拒绝了请求，请核对模型名称",
  busy: "向量服务繁忙，或调用额度已经用完",
  failing: "向量服务内部出错",
  too_large: "向量服务的答复过大，没有采用",
  unreadable: "向量服务的答复无法识别，请核对地址是否为 embeddings 接口",
  bad_numbers: "向量服务返回的向量含有无效数字",
  bad_length: "向量服务返回的向量长度不一致，或过长",
  length_changed: "同一模型返回的向量长度与以前不同，全部向量将重新计算",
};

/** What firms are linked with in the network. */
export const NETWORK_SIDE: Texts<Schema<"NetworkSide">> = {
  products: "企业—产品",
  institutions: "企业—机构",
};

/** Methods of the network; others are shown under their names in the literature. */
const METHOD: [RegExp, string][] = [
  [/^GRM$/, "按热度（GRM）"],
  [/^CF \(users/, "相近企业协同过滤"],
  [/^CF \(items/, "相近产品协同过滤"],
  [/^NBI/, "物质扩散（NBI）"],
  [/^HeatS$/, "热传导（HeatS）"],
  [/^hybrid/, "扩散与热传导混合"],
  [/^pref/, "偏好扩散"],
  [/^RE-NBI/, "去冗余扩散"],
  [/^EASE/, "线性自编码（EASE）"],
  [/^low-pass/, "低秩滤波"],
];

/** The name of a method in Chinese, with its parameters; null is the blend. */
export function methodText(name: string | null): string {
  if (name === null) return "多种方法组合";
  const known = METHOD.find(([pattern]) => pattern.test(name));
  const parameters = name.match(/[λεa]=\S+|rank \d+/g)?.join(" ");
  return known ? `${known[1]}${parameters ? ` ${parameters}` : ""}` : name;
}
