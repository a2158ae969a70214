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
