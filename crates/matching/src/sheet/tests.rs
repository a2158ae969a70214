//! The language of sheets: values by hand, refusals with their places, and that nothing breaks it.

use super::*;
use proptest::prelude::*;

const NAMES: [&str; 5] = ["revenue", "tax_paid", "score", "订单", "注册资本"];

fn n(text: &str) -> Number {
    Number::read(text).expect("a number")
}

fn value(source: &str) -> String {
    let values =
        [("revenue", n("2000")), ("tax_paid", n("35.5")), ("score", n("72")), ("订单", n("300")), ("注册资本", n("0"))];
    let tree = parse_expression(source, &NAMES).expect(source);
    evaluate_expression(&tree, &values).map_or_else(|error| error.to_string(), |value| value.to_string())
}

fn refusal(source: &str) -> String {
    parse_expression(source, &NAMES).expect_err(source).to_string()
}

#[test]
fn values_by_hand() {
    for (source, expected) in [
        ("1 + 2 * 3", "7"),
        ("(1 + 2) × 3", "9"),
        ("10 - 3 - 2", "5"),
        ("8 ÷ 4 ÷ 2", "1"),
        ("-2 * -3", "6"),
        ("0.1 + 0.2 == 0.3", "1"),
        ("min(500, 0.1 * revenue + 5 * tax_paid)", "377.5"),
        ("max（score − 60，0）", "12"),
        ("if(score >= 70 and revenue > 1000, 300, 100)", "300"),
        ("如果(score < 60 或 非 (订单 > 0), 0, 订单 * 0.8)", "240"),
        ("注册资本 != 0 and revenue / 注册资本 > 2", "0"),
        ("if(注册资本 == 0, 1, revenue / 注册资本)", "1"),
        ("not 0 and 2", "1"),
        ("(1 < 2) == 1", "1"),
        ("1 / 注册资本", "第 3 个字符处：除数为零"),
        ("1000000000000000 * 10", "第 18 个字符处：计算结果超出范围"),
    ] {
        assert_eq!(value(source), expected, "{source}");
    }
}

#[test]
fn refusals_name_the_place() {
    for (source, expected) in [
        ("(1 + revenue", "第 13 个字符处：缺少右括号"),
        ("1 + ", "第 4 个字符处：缺少数字、指标或括号"),
        ("1 + 2)", "第 6 个字符处：缺少与之对应的左括号"),
        ("2 revenue", "第 3 个字符处：缺少运算符"),
        ("1 < 2 < 3", "第 7 个字符处：比较不能连写，请用 and 连接"),
        ("revenus * 2", "第 1 个字符处：没有名为“revenus”的指标，是否想写：revenue"),
        ("2 * 订货", "第 5 个字符处：没有名为“订货”的指标，是否想写：订单"),
        ("2 * 不存在的名字", "第 5 个字符处：没有名为“不存在的名字”的指标"),
        ("sqrt(4)", "第 1 个字符处：没有名为“sqrt”的函数，可用 min、max、if"),
        ("if(1, 2)", "第 1 个字符处：if 需要三个部分：条件、成立时的值、否则的值"),
        ("min(1)", "第 1 个字符处：min 和 max 至少需要两个部分"),
        ("1 $ 2", "第 3 个字符处：不认识符号“$”"),
        ("1.2.3", "第 1 个字符处：数字有误：整数部分不超过 16 位，小数不超过 6 位"),
        ("", "第 1 个字符处：缺少数字、指标或括号"),
    ] {
        assert_eq!(refusal(source), expected, "{source}");
    }
}

#[test]
fn limits_hold() {
    assert!(matches!(parse_expression(&"1+".repeat(5_000_000), &[]).expect_err("long").problem, Problem::TooLong));
    assert!(matches!(parse_expression(&"(".repeat(500), &[]).expect_err("deep").problem, Problem::TooDeep));
    assert!(matches!(parse_expression(&"-".repeat(500), &[]).expect_err("deep").problem, Problem::TooDeep));
    let many = format!("1{}", "+1".repeat(400));
    assert!(matches!(parse_expression(&many, &[]).expect_err("many").problem, Problem::TooMany));
    assert!(parse_expression(&format!("1{}", "+1".repeat(199)), &[]).is_ok());
    let lines: String = (0..60).map(|line| format!("a{line} = 1\n")).collect();
    assert!(matches!(Sheet::read(&lines, &[]).expect_err("lines").problem, Problem::TooLong));
    assert!(matches!(Sheet::read(&"x".repeat(10_000_000), &[]).expect_err("long").problem, Problem::TooLong));
    assert!(matches!(Sheet::read(&"\n".repeat(10_000_000), &[]).expect_err("long").problem, Problem::TooLong));
}

#[test]
fn a_sheet_explains_its_amount() {
    let source = "# 科技积分贷\n基数 = 0.1 × revenue + 5 × tax_paid\n加分 = max(score - 60, 0) × 10\n\n额度 = if(score < 60, 0, min(500, 基数 + 加分))\n";
    let sheet = Sheet::read(source, &NAMES).expect("a sheet");
    assert_eq!(sheet.uses().into_iter().collect::<Vec<_>>(), ["revenue", "score", "tax_paid"]);
    let values = [("revenue", n("2000")), ("tax_paid", n("35.5")), ("score", n("72"))];
    let outcome = sheet.evaluate(&values).expect("an amount");
    assert_eq!(outcome.amount, Money(497_500_000));
    let lines: Vec<_> = outcome.lines.iter().map(|(name, value)| format!("{name}={value}")).collect();
    assert_eq!(lines, ["基数=377.5", "加分=120", "额度=497.5"]);
    assert_eq!(Sheet::read(&sheet.to_string(), &NAMES).map(|sheet| sheet.to_string()), Ok(sheet.to_string()));
    assert_eq!(
        sheet.evaluate(&values[..2]).expect_err("no score").to_string(),
        "第 3 行第 10 个字符处：没有名为“score”的指标"
    );
    let below = Sheet::read("amount = 0 - 5", &[]).expect("a sheet").evaluate(&[]).expect("an amount");
    assert_eq!(below.amount, Money::ZERO, "never below zero");
}

#[test]
fn sheets_are_refused_with_line_and_place() {
    for (source, expected) in [
        ("a = 1", "第 1 个字符处：最后一行应为“额度 = …”"),
        ("a = 1\nb", "第 2 行第 2 个字符处：缺少等号"),
        ("a = 1\na = 2\n额度 = 1", "第 2 行第 1 个字符处：名称“a”已被使用"),
        ("score = 1\n额度 = 1", "第 1 个字符处：名称“score”已被使用"),
        ("if = 1\n额度 = 1", "第 1 个字符处：名称“if”已被使用"),
        ("额度 = b\nb = 1", "第 6 个字符处：没有名为“b”的指标"),
        ("a = 1\n额度 = (a", "第 2 行第 8 个字符处：缺少右括号"),
        ("1 = 2\n额度 = 1", "第 1 个字符处：缺少名称，每行应为“名称 = 算式”"),
    ] {
        assert_eq!(Sheet::read(source, &NAMES).expect_err(source).to_string(), expected, "{source}");
    }
}

fn tree() -> impl Strategy<Value = Tree> {
    let at = |node| Tree { node, column: 1 };
    let leaf = prop_oneof![
        (0i64..100_000).prop_map(move |value| at(Node::Number(Number::hundredths(value).unwrap_or_default()))),
        prop::sample::select(NAMES.to_vec()).prop_map(move |name| at(Node::Name(name.into()))),
    ];
    leaf.prop_recursive(5, 60, 3, move |inner| {
        use Operator::*;
        let operator = prop::sample::select(vec![
            Or, And, Less, AtMost, More, AtLeast, Equal, Unequal, Add, Subtract, Multiply, Divide,
        ]);
        prop_oneof![
            inner.clone().prop_map(move |part| at(Node::Negative(Box::new(part)))),
            inner.clone().prop_map(move |part| at(Node::Not(Box::new(part)))),
            (operator, inner.clone(), inner.clone()).prop_map(move |(o, x, y)| at(Node::Binary(
                o,
                Box::new(x),
                Box::new(y)
            ))),
            (any::<bool>(), prop::collection::vec(inner.clone(), 2..4)).prop_map(move |(least, parts)| at(Node::Call(
                if least { Function::Min } else { Function::Max },
                parts
            ))),
            prop::collection::vec(inner, 3).prop_map(move |parts| at(Node::Call(Function::If, parts))),
        ]
    })
}

proptest! {
    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let source = String::from_utf8_lossy(&bytes);
        let _ = parse_expression(&source, &NAMES);
        let _ = Sheet::read(&source, &NAMES);
    }

    #[test]
    fn any_signs_are_read_or_refused(source in "[0-9a-c+*/()<>=!,. \n额度minmaxifandort-]{0,120}") {
        if let Ok(tree) = parse_expression(&source, &["a", "b", "c"]) {
            let _ = evaluate_expression(&tree, &[("a", Number::ZERO), ("b", Number::ONE)]);
        }
        let _ = Sheet::read(&source, &NAMES);
    }

    #[test]
    fn what_is_written_is_read_as_the_same(tree in tree()) {
        let read = parse_expression(&tree.to_string(), &NAMES);
        prop_assert_eq!(read.as_ref(), Ok(&tree), "{}", tree);
    }

    #[test]
    fn every_tree_has_a_value_or_an_error(tree in tree(), values in prop::collection::vec(any::<i64>(), 5)) {
        let values: Vec<_> = NAMES.into_iter().zip(values.into_iter().map(Number::wan_of_fen)).collect();
        let found = evaluate_expression(&tree, &values);
        prop_assert_eq!(found, evaluate_expression(&tree, &values));
    }
}
