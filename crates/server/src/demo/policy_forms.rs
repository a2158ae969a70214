//! What firms fill in for some of the demo's policy items, as data.

/// What an item has beside its rules.
pub struct Filled {
    pub title: &'static str,
    /// As JSON: the blocks of the form.
    pub blocks: &'static str,
    /// Items that cannot be had beside it; those that are published before it.
    pub conflicts: &'static [&'static str],
}

/// Of the item called `title`; none where materials say everything.
pub fn form_of(title: &str) -> Option<&'static Filled> {
    FILLED.iter().find(|one| one.title == title)
}

const FILLED: &[Filled] = &[
    Filled {
        title: "制造业企业技术改造补助",
        blocks: r#"[
            {"id": "about", "label": "项目情况", "input": "heading"},
            {"id": "project", "label": "项目名称", "required": true, "help": "与备案证上的名称一致", "input": {"text": {"min_length": 4, "max_length": 60}}},
            {"id": "kind", "label": "改造类别", "required": true, "input": {"choice": {"options": [
                {"code": "equipment", "name": "设备更新"}, {"code": "digital", "name": "数字化改造"}, {"code": "green", "name": "绿色化改造"}]}}},
            {"id": "systems", "label": "拟建设的系统和功能", "required": true,
                "show_when": {"test": {"field": "kind", "op": "equal", "value": "digital"}},
                "input": {"long_text": {"min_length": 10, "max_length": 1000}}},
            {"id": "started", "label": "开工日期", "required": true, "input": {"date": {"from": {"months": -36}}}},
            {"id": "staff", "label": "从业人数", "required": true, "prefill": "staff", "input": {"number": {"min": 1, "max": 100000, "unit": "人"}}},
            {"id": "money", "label": "设备投资", "input": "heading"},
            {"id": "bills", "label": "设备购置发票", "required": true, "help": "每张发票填一行，金额不含税", "input": {"table": {"max_rows": 30, "columns": [
                {"id": "no", "label": "发票号码", "required": true, "input": {"text": {"min_length": 8, "max_length": 30}}},
                {"id": "item", "label": "设备名称", "required": true, "input": {"text": {"max_length": 60}}},
                {"id": "day", "label": "开票日期", "required": true, "input": {"date": {"from": {"months": -36}}}},
                {"id": "amount", "label": "金额", "required": true, "input": {"money": {"min": 100}}}]}}},
            {"id": "total", "label": "发票金额合计", "input": {"computed": {"formula": "bills__amount", "kind": "money"}}},
            {"id": "own", "label": "其中自有资金", "input": {"money": {"min": 0}}},
            {"id": "rest", "label": "附件与承诺", "input": "heading"},
            {"id": "pictures", "label": "设备现场照片", "input": {"file": {"max": 6}}},
            {"id": "promise", "label": "申报承诺", "required": true, "input": {"statement": {"text": "所填内容和所附材料真实、完整；同一设备未享受其他财政补助，如有不实，愿意退回资金并承担责任。"}}}
        ]"#,
        conflicts: &[],
    },
    Filled {
        title: "企业扩岗用工补助",
        blocks: r#"[
            {"id": "about", "label": "用工情况", "input": "heading"},
            {"id": "staff", "label": "从业人数", "required": true, "prefill": "staff", "input": {"number": {"min": 1, "max": 100000, "unit": "人"}}},
            {"id": "channel", "label": "主要招聘渠道", "required": true, "input": {"choice": {"options": [
                {"code": "fair", "name": "招聘会"}, {"code": "school", "name": "校园招聘"}, {"code": "online", "name": "网络招聘"}]}}},
            {"id": "school", "label": "合作院校", "required": true,
                "show_when": {"test": {"field": "channel", "op": "equal", "value": "school"}},
                "input": {"text": {"min_length": 2, "max_length": 100}}},
            {"id": "posts", "label": "新增岗位", "required": true, "input": {"table": {"max_rows": 20, "columns": [
                {"id": "post", "label": "岗位", "required": true, "input": {"text": {"max_length": 40}}},
                {"id": "people", "label": "人数", "required": true, "input": {"number": {"min": 1, "max": 10000}}},
                {"id": "since", "label": "最早参保日期", "required": true, "input": {"date": {"from": {"months": -24}}}}]}}},
            {"id": "people", "label": "新增人数合计", "input": {"computed": {"formula": "posts__people", "kind": "number", "unit": "人"}}},
            {"id": "rest", "label": "附件与承诺", "input": "heading"},
            {"id": "papers", "label": "其他证明", "input": {"file": {"max": 5}}},
            {"id": "promise", "label": "申报承诺", "required": true, "input": {"statement": {"text": "新增人员已签订一年以上劳动合同，所填内容真实。"}}}
        ]"#,
        conflicts: &[],
    },
    Filled {
        title: "瞪羚企业培育奖励",
        blocks: r#"[
            {"id": "about", "label": "认定情况", "input": "heading"},
            {"id": "document", "label": "认定文号", "required": true, "input": {"text": {"min_length": 6, "max_length": 60}}},
            {"id": "certified", "label": "认定日期", "required": true, "input": {"date": {"from": {"months": -36}}}},
            {"id": "revenue", "label": "上年度营业收入", "required": true, "prefill": "revenue", "input": {"money": {"min": 0}}},
            {"id": "project", "label": "资金使用计划", "required": true, "input": {"long_text": {"min_length": 10, "max_length": 1000}}},
            {"id": "promise", "label": "申报承诺", "required": true, "input": {"statement": {"text": "所填内容真实，奖励资金用于企业研发和扩大生产。"}}}
        ]"#,
        conflicts: &[],
    },
    Filled {
        title: "孵化在园企业场地补贴",
        blocks: r#"[
            {"id": "about", "label": "入驻情况", "input": "heading"},
            {"id": "carrier", "label": "孵化载体名称", "required": true, "input": {"text": {"min_length": 4, "max_length": 60}}},
            {"id": "from", "label": "入驻日期", "required": true, "input": {"date": {"from": {"months": -60}}}},
            {"id": "paid", "label": "是否已付清本年度租金", "required": true, "input": {"choice": {"options": [
                {"code": "yes", "name": "已付清"}, {"code": "no", "name": "未付清"}]}}},
            {"id": "owed", "label": "未付金额", "required": true,
                "show_when": {"test": {"field": "paid", "op": "equal", "value": "no"}}, "input": {"money": {"min": 1}}},
            {"id": "promise", "label": "申报承诺", "required": true, "input": {"statement": {"text": "场地由本企业自用，未转租，所填内容真实。"}}}
        ]"#,
        conflicts: &[],
    },
    Filled {
        title: "营业收入增长奖励",
        blocks: r#"[
            {"id": "about", "label": "经营情况", "input": "heading"},
            {"id": "revenue", "label": "上年度营业收入", "required": true, "prefill": "revenue", "input": {"money": {"min": 0}}},
            {"id": "staff", "label": "从业人数", "prefill": "staff", "input": {"number": {"min": 1, "max": 100000, "unit": "人"}}},
            {"id": "project", "label": "收入增长的主要来源", "required": true, "input": {"long_text": {"min_length": 10, "max_length": 1000}}},
            {"id": "customers", "label": "主要客户", "input": {"table": {"max_rows": 10, "columns": [
                {"id": "name", "label": "客户名称", "required": true, "input": {"text": {"max_length": 60}}},
                {"id": "amount", "label": "上年度销售额", "required": true, "input": {"money": {"min": 1}}}]}}},
            {"id": "sum", "label": "主要客户销售额合计", "input": {"computed": {"formula": "customers__amount", "kind": "money"}}},
            {"id": "promise", "label": "申报承诺", "required": true, "input": {"statement": {"text": "所填数据与审计报告一致，内容真实。"}}}
        ]"#,
        conflicts: &[],
    },
    Filled {
        title: "青年科技人才安居服务",
        blocks: r#"[
            {"id": "about", "label": "人才情况", "input": "heading"},
            {"id": "rd_staff", "label": "研发人员数", "required": true, "prefill": "rd_staff", "input": {"number": {"min": 1, "max": 100000, "unit": "人"}}},
            {"id": "talents", "label": "申请入住人员", "required": true, "help": "按学历分行填写，名单另附", "input": {"table": {"max_rows": 10, "columns": [
                {"id": "degree", "label": "学历", "required": true, "input": {"choice": {"options": [
                    {"code": "doctor", "name": "博士"}, {"code": "master", "name": "硕士"}, {"code": "bachelor", "name": "本科"}]}}},
                {"id": "people", "label": "人数", "required": true, "input": {"number": {"min": 1, "max": 500}}}]}}},
            {"id": "people", "label": "人数合计", "input": {"computed": {"formula": "talents__people", "kind": "number", "unit": "人"}}},
            {"id": "place", "label": "意向片区", "required": true, "input": {"choice": {"options": [
                {"code": "xiyong", "name": "西永"}, {"code": "jinfeng", "name": "金凤"}, {"code": "hangu", "name": "含谷"}]}}},
            {"id": "promise", "label": "申报承诺", "required": true, "input": {"statement": {"text": "入住人员均为本单位在职研发人员，在高新区无自有住房。"}}}
        ]"#,
        conflicts: &[],
    },
    Filled {
        title: "企业研发费用补助",
        blocks: r#"[
            {"id": "about", "label": "研发情况", "input": "heading"},
            {"id": "rd_staff", "label": "研发人员数", "required": true, "prefill": "rd_staff", "input": {"number": {"min": 1, "max": 100000, "unit": "人"}}},
            {"id": "projects", "label": "研发项目", "required": true, "input": {"table": {"max_rows": 20, "columns": [
                {"id": "name", "label": "项目名称", "required": true, "input": {"text": {"max_length": 60}}},
                {"id": "spent", "label": "上年度支出", "required": true, "input": {"money": {"min": 1}}}]}}},
            {"id": "total", "label": "支出合计", "input": {"computed": {"formula": "projects__spent", "kind": "money"}}},
            {"id": "audited", "label": "专项审计", "required": true, "input": {"choice": {"options": [
                {"code": "done", "name": "已完成"}, {"code": "under_way", "name": "进行中"}]}}},
            {"id": "auditor", "label": "会计师事务所", "required": true,
                "show_when": {"test": {"field": "audited", "op": "equal", "value": "done"}},
                "input": {"text": {"min_length": 4, "max_length": 60}}},
            {"id": "promise", "label": "申报承诺", "required": true, "input": {"statement": {"text": "研发支出真实发生并单独核算，未重复享受同类补助。"}}}
        ]"#,
        conflicts: &["高强度研发企业奖励"],
    },
    Filled {
        title: "专精特新企业培育奖励",
        blocks: r#"[
            {"id": "about", "label": "认定情况", "input": "heading"},
            {"id": "grade", "label": "认定类别", "required": true, "input": {"choice": {"options": [
                {"code": "srdi", "name": "专精特新企业"}, {"code": "little_giant", "name": "“小巨人”企业"}]}}},
            {"id": "document", "label": "认定文号", "required": true, "input": {"text": {"min_length": 6, "max_length": 60}}},
            {"id": "market", "label": "主导产品国内市场占有率", "required": true,
                "show_when": {"test": {"field": "grade", "op": "equal", "value": "little_giant"}},
                "input": {"number": {"min": 0, "max": 100, "decimals": 1, "unit": "%"}}},
            {"id": "project", "label": "主导产品", "required": true, "input": {"long_text": {"min_length": 4, "max_length": 500}}},
            {"id": "promise", "label": "申报承诺", "required": true, "input": {"statement": {"text": "认定证书在有效期内，所填内容真实。"}}}
        ]"#,
        conflicts: &[],
    },
];
