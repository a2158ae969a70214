//! What tells who a firm is, and what does not.

use super::{Hit, Identity};

fn own() -> Identity {
    let words = ["张三", "91500107MA5UX00031", "重庆高新区科园一路 66 号 3 栋", "BlueSky", "智巡一号"];
    Identity::new(["重庆金桥机器人科技有限公司", "重庆桥头堡自动化有限公司"], words)
}

fn found(text: &str) -> Vec<String> {
    own().find(text).into_iter().map(|hit| hit.text).collect()
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
    ] {
        assert!(found(text).is_empty(), "{text}: {:?}", found(text));
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
