//! A standard checked against a catalogue: every fault with its place, or something that can be computed.

use super::{
    model::{
        Figure, FigureKind, Lines, MOST_FIGURES, MOST_FORMULA, MOST_TIERS, Method, Share, Standard, TierMode, Tiers,
    },
    names::{Input, names},
};
use crate::{
    catalogue::{Catalogue, Field, Kind},
    decimal::MOST_WHOLE,
    fault::{Fault, FaultCode, Faults, is_name, is_reserved},
};
use jinqiao_kernel::{Money, Rate};
use jinqiao_matching::sheet::Sheet;
use std::collections::HashSet;

/// A standard that was checked against a catalogue, for records of that catalogue.
#[derive(Clone, Debug)]
pub struct Amounts {
    pub(super) standard: Standard,
    pub(super) way: Way,
}

/// How it is computed, with where each value comes from.
#[derive(Clone, Debug)]
pub(super) enum Way {
    Formula { sheet: Sheet, inputs: Vec<(String, Input)> },
    Tiers { tiers: Tiers, by: Input, of: Option<Input> },
}

fn in_bounds(money: Money) -> bool {
    (0..=MOST_WHOLE).contains(&money.0)
}

fn check_figure(figure: &Figure, path: &str, faults: &mut Faults) {
    if !is_name(&figure.name) || is_reserved(&figure.name) {
        faults.add(
            format!("{path}/name"),
            FaultCode::BadName,
            "名称由小写字母、数字和单个下划线组成，且不是公式的保留字",
        );
    }
    faults.label(format!("{path}/label"), &figure.label, 100);
    faults.text(format!("{path}/unit"), &figure.unit, 20);
    let most = match figure.kind {
        FigureKind::Rate => i64::from(i32::MAX),
        FigureKind::Number => MOST_WHOLE / 1_000_000,
        FigureKind::Money | FigureKind::Count => MOST_WHOLE,
    };
    let bounds = [("min", figure.min), ("max", figure.max)];
    for (name, bound) in bounds {
        if bound.is_some_and(|bound| bound.unsigned_abs() > most.unsigned_abs()) {
            faults.add(format!("{path}/{name}"), FaultCode::OutOfRange, "超出可用的范围");
        }
    }
    if figure.min.zip(figure.max).is_some_and(|(min, max)| min > max) {
        faults.add(format!("{path}/max"), FaultCode::WrongOrder, "最大值不能小于最小值");
    }
}

fn check_figures(standard: &Standard, catalogue: &Catalogue, faults: &mut Faults) {
    if standard.figures.len() > MOST_FIGURES {
        faults.add("/figures", FaultCode::TooMany, format!("填写的数据不超过 {MOST_FIGURES} 项"));
    }
    let mut seen = HashSet::new();
    for (place, figure) in standard.figures.iter().take(MOST_FIGURES).enumerate() {
        let path = format!("/figures/{place}");
        check_figure(figure, &path, faults);
        if !seen.insert(&figure.name) || catalogue.find(&figure.name).is_some() {
            faults.add(format!("{path}/name"), FaultCode::Taken, format!("名称“{}”已被使用", figure.name));
        }
    }
}

/// The input of this name, if it can be computed with.
fn input(
    inputs: &std::collections::HashMap<String, Input>,
    name: &str,
    path: &str,
    faults: &mut Faults,
) -> Option<Input> {
    let Some(input) = inputs.get(name) else {
        let name: String = name.chars().take(60).collect();
        faults.add(path, FaultCode::UnknownField, format!("没有名为“{name}”的指标"));
        return None;
    };
    if !input.field().is_numeric() {
        faults.add(path, FaultCode::WrongKind, format!("“{}”不是数值，不能参加计算", input.field().name));
        return None;
    }
    Some(input.clone())
}

fn check_tiers(tiers: &Tiers, by: Option<&Field>, of: Option<&Field>, faults: &mut Faults) {
    let path = "/method/tiers/tiers";
    if tiers.tiers.is_empty() {
        faults.add(path, FaultCode::Empty, "请至少设置一档");
    }
    if tiers.tiers.len() > MOST_TIERS {
        faults.add(path, FaultCode::TooMany, format!("档次不超过 {MOST_TIERS} 个"));
        return;
    }
    let mut end = Some(i64::MIN);
    for (place, tier) in tiers.tiers.iter().enumerate() {
        let own = format!("{path}/{place}");
        if tier.from.unsigned_abs() > MOST_WHOLE.unsigned_abs() || tier.to.is_some_and(|to| to > MOST_WHOLE) {
            faults.add(format!("{own}/from"), FaultCode::OutOfRange, "超出可用的范围");
        }
        if tier.to.is_some_and(|to| to <= tier.from) {
            faults.add(format!("{own}/to"), FaultCode::WrongOrder, "截止值应大于起始值");
        }
        if end.is_none_or(|end| tier.from < end) {
            faults.add(format!("{own}/from"), FaultCode::WrongOrder, "各档应由低到高排列，且不重叠");
        }
        end = tier.to;
        match tier.pays {
            Share::Rate(rate) => {
                if !(Rate(0)..=Rate(100_000)).contains(&rate) {
                    faults.add(format!("{own}/pays/rate"), FaultCode::OutOfRange, "比例为 0 至 100%");
                }
                if of.or(by).is_some_and(|field| field.kind != Kind::Money) {
                    faults.add(
                        format!("{own}/pays/rate"),
                        FaultCode::WrongKind,
                        "比例只能用于金额，请指明以哪项金额为基数",
                    );
                }
            }
            Share::Fixed(money) if !in_bounds(money) => {
                faults.add(format!("{own}/pays/fixed"), FaultCode::OutOfRange, "金额不能为负，也不能过大");
            }
            Share::Fixed(_) => {}
        }
    }
    if tiers.mode == TierMode::Slices && tiers.of.as_ref().is_some_and(|of| *of != tiers.by) {
        faults.add("/method/tiers/of", FaultCode::NotApplicable, "分段累计以决定档次的数据为基数");
    }
}

impl Standard {
    /// Checks it against a catalogue.
    ///
    /// # Errors
    /// Every fault with its place: formulas that can't be read (with line and character), unknown names, names that are no numbers,
    /// tiers that overlap, a cap below the floor, amounts below zero.
    pub fn check(self, catalogue: &Catalogue) -> Result<Amounts, Vec<Fault>> {
        let mut faults = Faults::default();
        check_figures(&self, catalogue, &mut faults);
        let inputs = names(&self, catalogue);
        let way = match &self.method {
            Method::Formula(Lines(source)) => {
                let path = "/method/formula";
                faults.label(path, source, MOST_FORMULA);
                let known: Vec<&str> = inputs.keys().map(String::as_str).collect();
                match Sheet::read(source, &known) {
                    Err(error) => {
                        faults.add(path, FaultCode::BadFormula, error.to_string());
                        None
                    }
                    Ok(sheet) => {
                        let used: Vec<_> = sheet.uses().into_iter().map(str::to_owned).collect();
                        let found = used.into_iter().filter_map(|name| {
                            let found = input(&inputs, &name, path, &mut faults)?;
                            Some((name, found))
                        });
                        Some((found.collect::<Vec<_>>(), sheet)).map(|(inputs, sheet)| Way::Formula { sheet, inputs })
                    }
                }
            }
            Method::Tiers(tiers) => {
                let by = input(&inputs, &tiers.by, "/method/tiers/by", &mut faults);
                let of = tiers.of.as_ref().map(|of| input(&inputs, of, "/method/tiers/of", &mut faults));
                let of_field = of.as_ref().and_then(Option::as_ref).map(Input::field);
                check_tiers(tiers, by.as_ref().map(Input::field), of_field, &mut faults);
                by.map(|by| Way::Tiers { tiers: tiers.clone(), by, of: of.flatten() })
            }
        };
        if self.cap.is_some_and(|cap| !in_bounds(cap)) {
            faults.add("/cap", FaultCode::OutOfRange, "上限不能为负，也不能过大");
        }
        if self.floor.is_some_and(|floor| !in_bounds(floor.amount)) {
            faults.add("/floor/amount", FaultCode::OutOfRange, "下限不能为负，也不能过大");
        }
        if self.cap.zip(self.floor).is_some_and(|(cap, floor)| cap < floor.amount) {
            faults.add("/cap", FaultCode::WrongOrder, "上限不能低于下限");
        }
        if self.rounding.is_some_and(|rounding| rounding.unit < Money(1) || !in_bounds(rounding.unit)) {
            faults.add("/rounding/unit", FaultCode::OutOfRange, "取整单位至少为 1 分");
        }
        let way = if faults.is_empty() { way } else { None };
        faults.none_or(way.map(|way| Amounts { standard: self, way }))
    }
}

impl Amounts {
    /// The standard as it was written.
    pub fn standard(&self) -> &Standard {
        &self.standard
    }

    /// The fields of the catalogue and the figures that it uses.
    pub fn fields(&self) -> Vec<&Field> {
        match &self.way {
            Way::Formula { inputs, .. } => inputs.iter().map(|(_, input)| input.field()).collect(),
            Way::Tiers { by, of, .. } => std::iter::once(by).chain(of).map(Input::field).collect(),
        }
    }
}
