//! Words that say what a number stands for, so that it is nobody's telephone: HS 编码 8479899990, 订单号 PO20261105-03. Numbers of
//! certificates, licences and rights are none of them: those are found in public registers under the firm's name.

/// They stand before the number, in folded texts without blanks.
const LABELS: [&str; 77] = [
    "hs编码",
    "hs编号",
    "hscode",
    "hs",
    "海关编码",
    "商品编码",
    "商品编号",
    "税则号",
    "税则号列",
    "cas",
    "cas号",
    "cas编号",
    "cas登记号",
    "casno",
    "合同编号",
    "合同号",
    "订单编号",
    "订单号",
    "采购单号",
    "采购订单号",
    "销售订单号",
    "批号",
    "批次号",
    "图号",
    "料号",
    "物料编码",
    "物料编号",
    "物料号",
    "备件编码",
    "备件编号",
    "备件号",
    "配件编码",
    "配件编号",
    "零件编码",
    "产品编码",
    "产品编号",
    "型号",
    "规格",
    "规格型号",
    "货号",
    "件号",
    "零件号",
    "序列号",
    "设备编号",
    "条码",
    "po",
    "采购订单",
    "销售订单",
    "订单",
    "发票号",
    "发票号码",
    "发票代码",
    "提单号",
    "报关单号",
    "车架号",
    "vin",
    "税号分类",
    "einecs",
    "ec号",
    // What is counted or summed without a unit behind it.
    "营业收入",
    "销售收入",
    "销售额",
    "营收",
    "收入",
    "净利润",
    "利润",
    "净利",
    "资产",
    "负债",
    "产值",
    "产量",
    "销量",
    "订单量",
    "用户",
    "净重",
    "毛重",
    "重量",
];
/// Characters that are looked back over: what joins a label with its number, and numbers listed before.
pub const BACK: usize = 40;

fn joins(c: char) -> bool {
    c.is_ascii_alphanumeric()
        || matches!(
            c,
            '-' | '_' | '/' | '.' | ':' | '#' | '(' | ')' | ',' | '、' | '=' | '为' | '是' | '和' | '及' | '与'
        )
}

/// Does a label say what the number behind `before` stands for?
pub fn labelled(before: &[char]) -> bool {
    let before: Vec<char> = before.iter().copied().filter(|c| *c != ' ').collect();
    let most = before.iter().rev().take(BACK).take_while(|c| joins(**c)).count();
    (0..=most).any(|back| {
        let before = &before[..before.len() - back];
        LABELS.iter().any(|label| {
            let length = label.chars().count();
            let begins = before.len().checked_sub(length);
            begins.is_some_and(|from| {
                let word =
                    label.starts_with(|c: char| c.is_ascii()) && from > 0 && before[from - 1].is_ascii_alphanumeric();
                label.chars().eq(before[from..].iter().copied()) && !word
            })
        })
    })
}

#[cfg(test)]
mod tests {
    use super::labelled;

    #[test]
    fn labels_stand_before_their_numbers() {
        for (before, is) in [
            ("hs 编码 ", true),
            ("hs 编码 8479899990 和 ", true),
            ("cas ", true),
            ("合同编号:ht-", true),
            ("订单号 po", true),
            ("营业收入 ", true),
            ("净利润 3408000,资产 ", true),
            ("sap 订单 ", true),
            ("证书编号 ", false),
            ("订单号 1,电话 ", false),
            ("whs ", false),
            ("", false),
        ] {
            assert_eq!(labelled(&before.chars().collect::<Vec<_>>()), is, "{before}");
        }
    }
}
