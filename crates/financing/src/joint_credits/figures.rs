//! The loan as it is after a step of those who lend or guarantee it, in figures and in the words of letters. Pure.

use super::{model::JointRole, shares::JointSheet};
use jinqiao_kernel::{Money, OrgId, Rate};
use serde::{Deserialize, Serialize};

/// What a member gives then.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartFigures {
    /// Who.
    pub institution: OrgId,
    /// It guarantees, and lends nothing.
    pub guarantees: bool,
    /// Of the loan, or of the guarantee, fen.
    pub share: Money,
    /// For the guarantee over the whole term, fen.
    pub fee: Money,
}

/// The whole of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct JointFigures {
    /// The loan, fen.
    pub total: Money,
    /// The guarantee, fen …
    pub guaranteed: Money,
    /// … and what is paid for it, fen.
    pub guarantee_fees: Money,
    /// What it costs a year (综合年化成本), 0.001 % …
    pub annual_cost: Rate,
    /// … and what it cost before the step.
    pub annual_cost_before: Rate,
    /// Who gives what.
    pub parts: Vec<PartFigures>,
}

impl JointFigures {
    /// Of the sheet after a step; `before` it the year cost that.
    pub fn new(sheet: JointSheet, before: Rate) -> Self {
        let part = |line: &super::shares::SheetLine| PartFigures {
            institution: line.institution,
            guarantees: line.role == JointRole::Guarantor,
            share: line.share,
            fee: line.fee,
        };
        Self {
            parts: sheet.lines.iter().map(part).collect(),
            total: sheet.total,
            guaranteed: sheet.guaranteed,
            guarantee_fees: sheet.guarantee_fees,
            annual_cost: sheet.costs.annual_cost,
            annual_cost_before: before,
        }
    }

    /// What `org` gives.
    pub fn part(&self, org: OrgId) -> Option<&PartFigures> {
        self.parts.iter().find(|part| part.institution == org)
    }

    /// The whole in a sentence.
    pub fn sentence(&self) -> String {
        let guarantee = match (self.guaranteed, self.guarantee_fees) {
            (Money::ZERO, _) => String::new(),
            (cover, Money::ZERO) => format!("，担保总额 {cover}"),
            (cover, fees) => format!("，担保总额 {cover}（担保费 {fees}）"),
        };
        let cost = match (self.annual_cost_before, self.annual_cost) {
            (before, now) if before == now => format!("综合年化成本 {now}"),
            (before, now) => format!("综合年化成本由 {before} 变为 {now}"),
        };
        format!("现贷款总额 {}{guarantee}，{cost}。", self.total)
    }

    /// What `org` gives of it, in a sentence; nothing for who gives nothing.
    pub fn own_sentence(&self, org: OrgId) -> String {
        match self.part(org) {
            Some(own) if own.guarantees => {
                format!("贵机构担保份额现为 {}，担保费 {}。", own.share, own.fee)
            }
            Some(own) => format!("贵机构份额现为 {}。", own.share),
            None => String::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[test]
    fn figures_are_told_as_far_as_there_are_some() {
        let (bank, surety) = (OrgId(Uuid::from_u128(1)), OrgId(Uuid::from_u128(2)));
        let part = |institution, guarantees, share, fee| PartFigures {
            institution,
            guarantees,
            share: Money::wan(share),
            fee: Money::wan(fee),
        };
        let of = |guaranteed, fees, before| JointFigures {
            total: Money::wan(400),
            guaranteed: Money::wan(guaranteed),
            guarantee_fees: Money::wan(fees),
            annual_cost: Rate(3_818),
            annual_cost_before: Rate(before),
            parts: vec![part(bank, false, 400, 0), part(surety, true, guaranteed, fees)],
        };
        for (figures, want) in [
            (of(0, 0, 3_818), "现贷款总额 400.00 万元，综合年化成本 3.818%。"),
            (of(200, 0, 3_818), "现贷款总额 400.00 万元，担保总额 200.00 万元，综合年化成本 3.818%。"),
            (
                of(200, 2, 3_363),
                "现贷款总额 400.00 万元，担保总额 200.00 万元（担保费 2.00 万元），综合年化成本由 3.363% 变为 3.818%。",
            ),
        ] {
            assert_eq!(figures.sentence(), want);
        }
        let figures = of(200, 2, 3_363);
        assert_eq!(figures.own_sentence(bank), "贵机构份额现为 400.00 万元。");
        assert_eq!(figures.own_sentence(surety), "贵机构担保份额现为 200.00 万元，担保费 2.00 万元。");
        assert_eq!(figures.own_sentence(OrgId(Uuid::nil())), "");
    }
}
