//! What tells who a firm is, and what does not.

use super::{Hit, Identity};

fn own() -> Identity {
    let words = ["91500107MA5UX00031", "重庆高新区科园一路 66 号 3 栋", "BlueSky", "智巡一号"];
    Identity::new(["重庆金桥机器人科技有限公司", "重庆桥头堡自动化有限公司"], ["张三"], words)
}

/// A firm whose own word is short in Latin letters, and whose former one is not.
fn other() -> Identity {
    Identity::new(["重庆澜图科技有限公司", "重庆云岭智能装备有限公司"], ["罗静怡", "陈思远"], [])
}

/// A firm whose own word only the rest of its name shows, with its address and a colleague.
fn third() -> Identity {
    let address = super::address::of("重庆高新区西永微电园科技大道 86 号", Some("西永微电园"));
    let names = ["重庆数芯集成电路设计有限公司", "重庆康芯医疗器械有限公司", "重庆渝北区佳美餐饮有限公司"];
    Identity::new(names, ["许晴"], address.iter().map(String::as_str))
}

fn texts(hits: Vec<Hit>) -> Vec<String> {
    hits.into_iter().map(|hit| hit.text).collect()
}

fn found(text: &str) -> Vec<String> {
    texts(own().find(text))
}

#[test]
fn giveaways() {
    for (text, part) in [
        ("重庆金桥机器人科技有限公司采购", "重庆金桥机器人科技有限公司"),
        ("我们金桥机器人采购", "金桥机器人"),
        ("我们金橋采购", "金橋"),
        ("金-桥 采购", "金-桥"),
        ("金\u{200b}桥采购", "金\u{200b}桥"),
        ("原桥头堡的设备", "桥头堡"),
        ("联系张 三", "张 三"),
        ("代码 91500107ma5ux00031", "91500107ma5ux00031"),
        ("本厂科园一路66号", "本厂科园一路66号"),
        ("blue sky 升级", "blue sky"),
        ("智巡一号量产", "智巡一号"),
        ("见 www.example.org", "www.example.org"),
        ("见 example。com", "example。com"),
        ("邮箱 a.b＠example.cn", "a.b＠example.cn"),
        ("微信：jinqiao66", "微信：jinqiao66"),
        ("电话 63521234", "63521234"),
        ("电话 023-6352 1234", "023-6352 1234"),
        ("电话 400-800-1234", "400-800-1234"),
        // Another spelling of the number of a house.
        ("位于科技大道八十六号", "位于科技大道八十六号"),
        ("位于科技大道八六号", "位于科技大道八六号"),
        ("位于科技大道捌拾陆号", "位于科技大道捌拾陆号"),
        ("位于科园一路六十六 号", "位于科园一路六十六 号"),
        // The own word in Latin letters.
        ("品牌 Jinqiao 系列", "Jinqiao"),
        ("品牌 JIN QIAO 系列", "JIN QIAO"),
        ("品牌 jin-qiao 系列", "jin-qiao"),
        ("品牌 ＪｉｎＱｉａｏ 系列", "ＪｉｎＱｉａｏ"),
        ("品牌 jinqiao2026 系列", "jinqiao"),
        ("见 qiaotoubao 官方旗舰店", "qiaotoubao"),
        ("见 jinqiaojiqiren 官方旗舰店", "jinqiaojiqiren"),
        // Letters in place of the digits of a code.
        ("代码 915OO107MA5UXOOO31", "915OO107MA5UXOOO31"),
        ("代码 9l500I07MA5UX0003l", "9l500I07MA5UX0003l"),
        // Messengers around a filter.
        ("V信 abc12345", "V信 abc12345"),
        ("微 信 abc12345", "微 信 abc12345"),
        ("微-信：abc12345", "微-信：abc12345"),
        ("请加v abc12345", "加v abc12345"),
        ("请加V：jinshan", "加V：jinshan"),
        ("请加微 abc12345", "加微 abc12345"),
        ("企鹅号 123456", "企鹅号 123456"),
        ("扣扣 一二三四五六", "扣扣 一二三四五六"),
        ("qq：12 34 56", "qq：12 34 56"),
        ("qq：１２３４５６", "qq：１２３４５６"),
        ("qq：一二三四五六", "qq：一二三四五六"),
        ("q q 幺三九五六", "q q 幺三九五六"),
        // Sites around a filter.
        ("见 yunling[.]cn", "yunling[.]cn"),
        ("见 yunling 点 com", "yunling 点 com"),
        ("见 yunling点com", "yunling点com"),
        ("见 yunling(dot)com", "yunling(dot)com"),
        ("见 yunling【点】com", "yunling【点】com"),
        ("见 yunling dot com", "yunling dot com"),
        ("见 yunling . com", "yunling . com"),
    ] {
        assert_eq!(found(text), [part], "{text}");
    }
}

#[test]
fn names_in_other_letters_and_in_parts() {
    for (text, part) in [
        ("品牌 yúnlǐng 系列", "yúnlǐng"),
        ("品牌 yunlíng 系列", "yunlíng"),
        ("品牌yu\u{301}nli\u{30c}ng系列", "yu\u{301}nli\u{30c}ng"),
        ("我们 lántú 团队", "lántú"),
        ("使用 Lantu 平台", "Lantu"),
        ("使用LANTU-V2平台", "LANTU"),
        ("联系 chensiyuan", "chensiyuan"),
        ("联系 Chen Siyuan 经理", "Chen Siyuan"),
        ("联系 Siyuan Chen 经理", "Siyuan Chen"),
        ("联系 luó jìngyí 女士", "luó jìngyí"),
        ("联系 luojingyi88", "luojingyi"),
        ("品牌 уunling 系列", "уunling"),
        ("品牌 УUNLING 系列", "УUNLING"),
        ("品牌 ΥUΝLΙΝG 系列", "ΥUΝLΙΝG"),
        ("品牌 🅨🅤🅝🅛🅘🅝🅖 系列", "🅨🅤🅝🅛🅘🅝🅖"),
        ("品牌 🆈🆄🅽🅻🅸🅽🅶 系列", "🆈🆄🅽🅻🅸🅽🅶"),
        ("我司股票代码835123", "股票代码835123"),
        ("我司新三板代码 835123", "新三板代码 835123"),
        ("证券代码：688001", "证券代码：688001"),
        ("股票代码为 SH688001", "股票代码为 SH688001"),
        ("上市代码（六八八〇〇一）", "上市代码（六八八〇〇一"),
        ("云（研发）岭的设备", "云（研发）岭"),
        ("陈【总经理】思远", "陈【总经理】思远"),
    ] {
        assert_eq!(texts(other().find(text)), [part], "{text}");
    }
}

#[test]
fn own_words_that_no_list_has() {
    for (text, part) in [
        ("数芯", "数芯"),
        ("数芯扩产备货", "数芯"),
        ("shuxin 芯片流片", "shuxin"),
        ("数xin 芯片流片", "数xin"),
        ("佳美扩店", "佳美"),
        ("联系许晴", "许晴"),
        ("联系 Xu Qing", "Xu Qing"),
        ("康芯的芯片", "康芯"),
        ("位于科技大道86", "科技大道86"),
        ("位于科技大道 八十六", "科技大道 八十六"),
        ("西永微电园 86 号", "西永微电园 86"),
        ("位于科技大道 66#", "位于科技大道 66#"),
        ("位于科技大道№21", "位于科技大道№21"),
        ("在科技大道旁86号楼", "在科技大道旁86号"),
        ("渝长公路 36 号", "渝长公路 36 号"),
        ("数x芯的流片", "数x芯"),
        ("位于科技大道 No. 21", "位于科技大道 No. 21"),
    ] {
        assert_eq!(texts(third().find(text)), [part], "{text}");
    }
}

#[test]
fn half_spelled_and_looking_alike() {
    for (text, part) in [
        ("我们云ling智能", "云ling"),
        ("我们yún岭", "yún岭"),
        ("联系陈siyuan", "陈siyuan"),
        ("联系 chen思远", "chen思远"),
        ("品牌 yun1ing 系列", "yun1ing"),
        ("品牌 yunIing 系列", "yunIing"),
        ("品牌 yunlingTech 系列", "yunling"),
        ("云“智”岭的设备", "云“智”岭"),
        ("云\"智\"岭的设备", "云\"智\"岭"),
        ("使用 Lan Tu 平台", "Lan Tu"),
        ("使用 lan-tu 平台", "lan-tu"),
        ("使用 lantu2026 平台", "lantu"),
        ("电话 68 68 12 34", "68 68 12 34"),
        ("致电 12 34 56 78", "12 34 56 78"),
        ("联系 6 35 21234", "6 35 21234"),
        ("一百三十八、零零一三、八零零零", "一百三十八、零零一三、八零零零"),
        ("加我 abc12345", "加我 abc12345"),
        ("wx ylzb2026", "wx ylzb2026"),
        ("V：ylzb2026", "V：ylzb2026"),
        ("微xin: abc123", "微xin: abc123"),
        ("抖音搜云上装备", "抖音搜云上装备"),
        ("小红书号 ylzb88", "小红书号 ylzb88"),
        ("见 ylzb.中国", "ylzb.中国"),
        ("见 www ylzb com", "www ylzb com"),
        ("我司新三板 835123", "新三板 835123"),
        ("我司 835123.BJ", "835123.BJ"),
        ("我司SH688001", "SH688001"),
        ("订单号 13912345678", "13912345678"),
        ("证书编号 GR202051100123", "202051100123"),
        ("专利 ZL202010123456.7", "ZL202010123456.7"),
        ("专利号：2020 1 0123456.7", "专利号：2020 1 0123456.7"),
        ("公开号 CN112345678A", "公开号 CN112345678"),
        ("软著登字第 7654321 号", "软著登字第 7654321"),
        ("登记号 2020SR123456", "登记号 2020SR123456"),
        ("已登记 2020SR1234567", "2020SR1234567"),
        ("商标注册号 12345678", "商标注册号 12345678"),
        ("加我abc12345", "加我abc12345"),
        ("➕V：ylzb2026", "➕V：ylzb2026"),
        ("wxid_abc123", "wxid_abc123"),
        ("抠抠 123456", "抠抠 123456"),
        ("q:123456", "q:123456"),
        ("tg: ylzb2026", "tg: ylzb2026"),
        ("请关注公众号云上装备", "关注公众号云上装备"),
        ("关注我们的抖音号：云上装备", "关注我们的抖音号：云上装备"),
        ("见 ylzb.ai", "ylzb.ai"),
        ("见 ylzb.cloud 与资料", "ylzb.cloud"),
        ("见 ylzb小数点com", "ylzb小数点com"),
        ("见 ylzb,com", "ylzb,com"),
        ("联系 csy[at]163[dot]com 详谈", "csy[at]163[dot]com"),
        ("联系 csy(at)163(dot)com 详谈", "csy(at)163(dot)com"),
        ("联系 csy at 163 dot com 详谈", "csy at 163 dot com"),
        ("联系 csy 在 163 点 com 详谈", "csy 在 163 点 com"),
        ("联系 csy#163.com 详谈", "csy#163.com"),
        ("QQ邮箱csy2026", "QQ邮箱csy2026"),
        ("163 邮箱：csy2026", "163 邮箱：csy2026"),
        ("小红书id：ylzb88", "小红书id：ylzb88"),
        ("脉脉 ylzb2026", "脉脉 ylzb2026"),
        ("见 hxxp://ylzn", "hxxp://ylzn"),
        ("云〇岭的设备", "云〇岭"),
        ("我司代码 835123", "代码 835123"),
        ("代码：835123", "代码：835123"),
        ("我司 sz 300750", "sz 300750"),
        ("我司 NQ835123", "NQ835123"),
        ("证券简称：智能股份", "证券简称：智能股份"),
        ("使用 l a n t u 平台", "l a n t u"),
        ("联系罗总", "罗总"),
        ("联系静怡", "静怡"),
    ] {
        assert_eq!(texts(other().find(text)), [part], "{text}");
    }
}

#[test]
fn a_number_to_call_stays_one_before_a_unit() {
    for (text, part) in [
        ("电话：63521234人事部", "63521234"),
        ("电话63521234台", "63521234"),
        ("请拨 63521234 人工服务", "63521234"),
        ("63521234（张总）", "63521234"),
        ("63521234张经理", "63521234"),
        ("请在 20250101-63521234 联系", "20250101-63521234"),
    ] {
        assert_eq!(texts(other().find(text)), [part], "{text}");
    }
}

#[test]
fn a_mobile_number_however_it_is_written() {
    for text in [
        "13812345678",
        "138.1234.5678",
        "138 1234 5678",
        "138-1234-5678",
        "138·1234·5678",
        "138*1234*5678",
        "138，1234，5678",
        "１３８１２３４５６７８",
        "١٣٨١٢٣٤٥٦٧٨",
        "१३८१२३४५६७८",
        "一三八一二三四五六七八",
        "幺三八 一二三四 五六七八",
        "壹叁捌壹贰叁肆伍陆柒捌",
        "①③⑧①②③④⑤⑥⑦⑧",
        "❶❸❽❶❷❸❹❺❻❼❽",
        "1\u{fe0f}\u{20e3}3\u{fe0f}\u{20e3}8\u{fe0f}\u{20e3}1\u{fe0f}\u{20e3}2345678",
        "1\u{200b}3\u{200b}8\u{2060}12345678",
        "1\u{3164}38\u{2800}12345678",
        "138\n1234\n5678",
        "𝟏𝟑𝟖𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖",
        "¹³⁸¹²³⁴⁵⁶⁷⁸",
        "138杠1234杠5678",
        "+86 138 1234 5678",
        "l38l2345678",
        "1️3️8️一二三四5678",
        "幺三九一二三四五六七八",
        "幺三八洞洞幺三八洞洞洞",
        "幺拐勾 洞两三四 五六拐八",
        "么三九一二三四五六七八",
    ] {
        let hits = own().find(&format!("请致电{text}，谢谢"));
        assert_eq!(hits.len(), 1, "{text}: {hits:?}");
        assert!(hits[0].from >= 3, "{text}: {hits:?}");
    }
}

#[test]
fn what_is_said_of_the_business_stays() {
    for text in [
        "采购原材料，用于新订单生产",
        "订单金额 500 万元，期限 12 个月",
        "2026-11-23 至 2027-11-23 的订单",
        "2024—2026 年营业收入 1,000,000 元、2,000,000 元、3,000,000 元",
        "合同金额 12000000 元",
        "20261123 到期",
        "一、采购设备；二、支付工资；三、研发投入",
        "近三年营收增长 15.5%、20.25%、30.125%",
        "使用 node.js 与 GB/T 4754-2017",
        "机器人关节，毛利 38%，年产 5000 台",
        "道路 3 号线配套工程",
        "管道二号泵站与三号线路十二号工序改造",
        "按街道二号文件建设一号车间",
        "轨道十八号线供货",
        "使用 ASP.NET、Java .NET 与 socket.io 开发",
        "We sell online. Top quality, shop. Me too",
        "增加 v-model 组件和 Vision12345 镜头",
        "增加VPN节点，添加 V2023 版本",
        "支持微信、Android 与 Windows11 三端",
        "接入微信小程序、企业微信和 QQ 邮箱",
        "小微，信用贷款 500 万元",
        "企鹅养殖项目，扣扣相连的工序",
        "增加微电网 3 处，每处 5000 千瓦",
        "金额九百一十五万元，一零七台",
        "qiao 字形接头，jinan 仓库",
        "节点 net 收益 8 点 5",
        "年节电1234567千瓦时",
        "年产3000000公斤",
        "厂房1200000平方米",
        "节水3650000立方米",
        "服务2500000人",
        "服务 1500000 户家庭",
        "处理1234567条",
        "印刷10000000张标签",
        "里程1000000公里",
        "年产1500000片",
        "年产1000000支",
        "功率1500000W",
        "功率 1500000 kW，面积 1200000㎡",
        "拨打电话 1500000 次",
        "合计3280000.00元",
        "合计132800000.00元，或 138,000,000 元",
        "实付 3 280 000 元",
        "1234567.89元",
        "金额¥5000000",
        "5000000（人民币）",
        "人民币 5000000，RMB 6000000",
        "型号 JQ-3000-20250101",
        "合同 2025-0312-0087",
        "合同 HT20250312001",
        "项目 2024YFB3400000",
        "基于 IoT.io 开发",
        "一二三四五六七期",
        "1234567千瓦时",
        "2024YFB3400000",
        "2025-0312-0087",
        "JQ-3000-20250101",
        "IoT.io",
        "¥5000000",
        "证券代码查询系统 3 套，股票代码 600 个",
        "云计算（研发）平台，云（山）上的岭南",
        "atlantus、plantu 与 plan tu，yunlingual、lantus2",
        "HS 编码 8479899990 和 85044014，CAS 7440-22-4",
        "海关编码：8479899990、8504401400",
        "合同编号 HT-2026-081，订单号 PO20261105-03",
        "合同 HT-2026-081 与 PO20261105-03",
        "健康芯片的研发，大多数芯片靠进口",
        "规格 12 24 36 48 毫米",
        "抖音搜索广告投放，微信搜索接口",
        "电压 V: 38000，WX12345 型水泵，line 12345 改造",
        "股票 100000 股，创业板上市辅导",
        "管道 3# 泵站，通道 No.2 改造，科技大道沿线",
        "第十二、十三、十四、十五、十六、十七、十八批",
        "采用 PLC。中国市场占比 30%",
        "轨道交通测控设计，餐饮、家居、建材、机电、创意产品",
        "加我省科技厅项目，威信建设，许多晴天",
        "пять машин, Ελλάδα, naïve café",
        "型号 SZ300750，手机 1500000 部，400 800 1200 型水泵",
        "邮政代码：401331，HS 代码：847989，行业代码 3912",
        "采用 PLC。AI 质检，支持 Web.Cloud2 与 v2.ai2",
        "申请专利 12 件，登记软著 35 项，商标 6 件",
        "资金总额 500 万元，用于总装和完成总装线，各方总投入",
        "公众号运营、抖音号推广，关注微信生态",
        "备件编码 1390 0048，产品编号 20260048",
        "look at iot com ports, 支付宝与微信支付接口，卫星遥感数据，脉脉含情，领英才计划",
        "卫星 12000 颗，邮箱 10000 个，支付宝 12345 笔",
        "开发邮箱系统 8 套，QQ 邮箱接入，部署在 3 台 at 设备",
        "园区道路 1 号工程，通道 2 号门，溶洞景区 3 处，拐点 5 个",
        "数 10 台芯片测试机，数据与芯片，云平台上的岭南",
    ] {
        for hits in [found(text), texts(other().find(text)), texts(third().find(text))] {
            assert!(hits.is_empty(), "{text}: {hits:?}");
        }
    }
}

#[test]
fn what_tags_tell_together() {
    for (tags, told) in [
        (vec!["澜", "图"], Some("澜 图")),
        (vec!["节能", "139", "1234", "0048"], Some("139 1234 0048")),
        (vec!["2023", "2024", "2025"], None),
        (vec!["ISO9001", "13485", "27001"], None),
        (vec!["波澜", "图纸齐全"], None),
        (vec!["蓝图", "软件"], None),
        (vec![], None),
    ] {
        let tags: Vec<String> = tags.into_iter().map(str::to_owned).collect();
        assert_eq!(other().told_together(&tags).as_deref(), told, "{tags:?}");
    }
}

#[test]
fn hits_know_where_they_stand() {
    let text = "你好\u{200b}，金桥，电话13812345678。";
    let hits = own().find(text);
    assert_eq!(
        hits,
        [Hit { from: 4, to: 6, text: "金桥".into() }, Hit { from: 9, to: 20, text: "13812345678".into() }]
    );
}
