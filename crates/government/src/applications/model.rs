//! States of an application (domain 2.7), pure.

use jinqiao_kernel::{Action, Error, Machine, Result, transitions_by, transitions_of};
use sea_orm::{DeriveActiveEnum, EnumIter, Iterable};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Where an application stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum ApplicationState {
    /// 草稿.
    Draft,
    /// 待受理.
    Submitted,
    /// 初审中.
    FirstReview,
    /// 待补正.
    Correction,
    /// 复审中.
    SecondReview,
    /// 公示中.
    Publicity,
    /// 异议处理中.
    Objection,
    /// 待拨付.
    Approved,
    /// 拨付中.
    Paying,
    /// 已拨付.
    Paid,
    /// 已通过: an item that pays nothing ends here.
    Granted,
    /// 不予受理.
    NotAccepted,
    /// 未通过.
    Refused,
    /// 申诉处理中.
    Appealing,
    /// 已撤回.
    Withdrawn,
    /// 逾期失效.
    Lapsed,
    /// 已追回.
    Recovered,
}

/// What can be done with an application.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ApplicationActionKind {
    /// Enterprise: write it.
    Save,
    /// Enterprise: hand it in.
    Submit,
    /// Enterprise: hand it in again, corrected.
    Resubmit,
    /// Enterprise: take it back.
    Withdraw,
    /// Enterprise: ask for another look, once.
    Appeal,
    /// Enterprise: correct the account before it is paid.
    CorrectPayee,
    /// Department: take it from the pool.
    Claim,
    /// Department: put it back.
    Release,
    /// Department: it will be reviewed (受理).
    Accept,
    /// Department: it will not (不予受理).
    NotAccept,
    /// First reviewer: it passes (初审通过).
    PassFirst,
    /// First reviewer: something has to be corrected (补正).
    Correct,
    /// First reviewer: it does not pass.
    RefuseFirst,
    /// Another reviewer: it passes (复审通过).
    PassSecond,
    /// Another reviewer: back to the first review.
    SendBack,
    /// Another reviewer: it does not pass.
    RefuseSecond,
    /// A third: what was objected is right; back to the first review.
    UpholdObjection,
    /// A third: it is not.
    DismissObjection,
    /// A third: the appeal is right; back to the first review.
    UpholdAppeal,
    /// A third: it is not.
    DismissAppeal,
    /// Finance: put it on a list of payments.
    List,
    /// Finance: it was paid.
    Pay,
    /// Finance: the payment failed; to be listed again.
    Fail,
    /// Department: paid wrongly, and paid back (追回).
    Recover,
    /// Department: approved wrongly, and not paid yet (撤销审批).
    Revoke,
}

use ApplicationActionKind::{
    Accept, Appeal, Claim, Correct, CorrectPayee, DismissAppeal, DismissObjection, Fail, List, NotAccept, PassFirst,
    PassSecond, Pay, Recover, RefuseFirst, RefuseSecond, Release, Resubmit, Revoke, Save, SendBack, Submit,
    UpholdAppeal, UpholdObjection, Withdraw,
};
use ApplicationState::{
    Appealing, Approved, Correction, Draft, FirstReview, Granted, Lapsed, NotAccepted, Objection, Paid, Paying,
    Publicity, Recovered, Refused, SecondReview, Submitted, Withdrawn,
};

/// What the way of an application depends on beside its state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Course {
    /// The item pays money.
    pub pays: bool,
    /// Who is to get it is made public first.
    pub publicity: bool,
    /// How often it was sent back to be corrected.
    pub corrections: i32,
    /// It was appealed already …
    pub appealed: bool,
    /// … after it had not even been taken up (不予受理).
    pub not_accepted: bool,
}

/// So often an application is sent back to be corrected (domain 2.7).
pub const MOST_CORRECTIONS: i32 = 2;

fn wrong() -> Error {
    Error::conflict("applications.wrong_state", "申请当前状态不允许此操作")
}

impl Course {
    /// Where an application goes that nobody objects to.
    pub fn granted(self) -> ApplicationState {
        if self.pays { Approved } else { Granted }
    }

    fn passed(self) -> ApplicationState {
        if self.publicity { Publicity } else { self.granted() }
    }
}

impl ApplicationState {
    /// The state that `action` leads to.
    ///
    /// # Errors
    /// `applications.wrong_state` where the action makes no sense; `applications.corrections_used` for a third correction;
    /// `applications.appealed` for a second appeal; `applications.payee_listed` for another account once a list has it.
    pub fn after(self, action: ApplicationActionKind, course: Course) -> Result<Self> {
        let next = match (action, self) {
            (Save, Draft | Correction) => self,
            (Claim | Release, state) if state.in_pool() => state,
            (Submit, Draft) => Submitted,
            (Resubmit, Correction) => FirstReview,
            (
                Withdraw,
                Submitted | FirstReview | Correction | SecondReview | Publicity | Objection | Appealing | Approved,
            ) => Withdrawn,
            (Appeal, NotAccepted | Refused) if course.appealed => {
                return Err(Error::conflict("applications.appealed", "每件申请只能申诉一次"));
            }
            (Appeal, NotAccepted | Refused) => Appealing,
            (CorrectPayee, Approved) => self,
            (CorrectPayee, Paying) => {
                let text = "已列入拨付批次，不能再更正收款账户；如拨付失败，可在失败后更正";
                return Err(Error::conflict("applications.payee_listed", text));
            }
            (CorrectPayee, Paid | Recovered) => {
                return Err(Error::conflict("applications.payee_listed", "资金已拨付，不能再更正收款账户"));
            }
            (Accept, Submitted) => FirstReview,
            (NotAccept, Submitted) => NotAccepted,
            (PassFirst, FirstReview) => SecondReview,
            (Correct, FirstReview) if course.corrections >= MOST_CORRECTIONS => {
                return Err(Error::conflict("applications.corrections_used", "已补正两次，请作出通过或不通过的决定"));
            }
            (Correct, FirstReview) => Correction,
            (RefuseFirst, FirstReview) | (RefuseSecond, SecondReview) | (Revoke, Approved) => Refused,
            // It stands as it was decided.
            (DismissAppeal, Appealing) => {
                if course.not_accepted {
                    NotAccepted
                } else {
                    Refused
                }
            }
            (PassSecond, SecondReview) => course.passed(),
            (SendBack, SecondReview) | (UpholdObjection, Objection) | (UpholdAppeal, Appealing) => FirstReview,
            (DismissObjection, Objection) => Publicity,
            (List, Approved) => Paying,
            (Pay, Paying) => Paid,
            (Fail, Paying) => Approved,
            (Recover, Paid) => Recovered,
            _ => return Err(wrong()),
        };
        Ok(next)
    }

    /// The limit of the state is over, or its days of publicity.
    ///
    /// # Errors
    /// `applications.wrong_state` where nothing follows by itself.
    pub fn expire(self, course: Course) -> Result<Self> {
        match self {
            Correction => Ok(Lapsed),
            Publicity => Ok(course.granted()),
            _ => Err(wrong()),
        }
    }

    /// Somebody objects to it while it is public.
    ///
    /// # Errors
    /// `applications.wrong_state` unless public.
    pub fn object(self) -> Result<Self> {
        if self == Publicity { Ok(Objection) } else { Err(wrong()) }
    }

    /// As people read it.
    pub fn text(self) -> &'static str {
        match self {
            Draft => "草稿",
            Submitted => "待受理",
            FirstReview => "初审中",
            Correction => "待补正",
            SecondReview => "复审中",
            Publicity => "公示中",
            Objection => "异议处理中",
            Approved => "待拨付",
            Paying => "拨付中",
            Paid => "已拨付",
            Granted => "已通过",
            NotAccepted => "不予受理",
            Refused => "审核未通过",
            Appealing => "申诉处理中",
            Withdrawn => "已撤回",
            Lapsed => "逾期失效",
            Recovered => "已追回",
        }
    }
}

/// A place at the table: nobody takes two at one application, over all its rounds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum ReviewSeat {
    /// 受理与初审.
    First,
    /// 复审.
    Second,
    /// 异议与申诉.
    Third,
}

/// What is compared.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema,
)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum TraceKind {
    /// 文件内容.
    File,
    /// 发票号、合同号等编号.
    Number,
}

impl ApplicationActionKind {
    /// The place that whoever does it takes; none where it is no decision about the application.
    pub fn seat(self) -> Option<ReviewSeat> {
        match self {
            Accept | NotAccept | PassFirst | Correct | RefuseFirst => Some(ReviewSeat::First),
            PassSecond | SendBack | RefuseSecond => Some(ReviewSeat::Second),
            UpholdObjection | DismissObjection | UpholdAppeal | DismissAppeal | Revoke => Some(ReviewSeat::Third),
            _ => None,
        }
    }

    /// A person of the department does it, and decides or takes an application in hand; what the finance office does goes with its lists.
    pub fn of_department(self) -> bool {
        matches!(self, Claim | Release | Recover) || self.seat().is_some()
    }

    /// It is said why, in an opinion that stays.
    pub fn decides(self) -> bool {
        self.seat().is_some() && self != Accept
    }

    /// Its name in the audit trail.
    pub fn name(self) -> &'static str {
        match self {
            Save => "applications.save",
            Submit => "applications.submit",
            Resubmit => "applications.resubmit",
            Withdraw => "applications.withdraw",
            Appeal => "applications.appeal",
            CorrectPayee => "applications.correct_payee",
            Claim => "applications.claim",
            Release => "applications.release",
            Accept => "applications.accept",
            NotAccept => "applications.not_accept",
            PassFirst => "applications.pass_first",
            Correct => "applications.correct",
            RefuseFirst => "applications.refuse_first",
            PassSecond => "applications.pass_second",
            SendBack => "applications.send_back",
            RefuseSecond => "applications.refuse_second",
            UpholdObjection => "applications.uphold_objection",
            DismissObjection => "applications.dismiss_objection",
            UpholdAppeal => "applications.uphold_appeal",
            DismissAppeal => "applications.dismiss_appeal",
            List => "applications.list",
            Pay => "applications.pay",
            Fail => "applications.fail",
            Recover => "applications.recover",
            Revoke => "applications.revoke",
        }
    }
}

/// Transitions, for the documents: of an item that pays after its publicity, and of one that grants a title without.
pub const MACHINE: Machine = Machine {
    name: "Policy application (政策申请)",
    transitions: || {
        let mut all = vec![];
        for pays in [true, false] {
            let course = Course { pays, publicity: pays, corrections: 0, appealed: false, not_accepted: !pays };
            let by = transitions_by(
                ApplicationState::iter(),
                ApplicationActionKind::iter(),
                |state: ApplicationState, action| state.after(action, course),
            );
            let found = by.into_iter().filter(|one| !all.contains(one)).collect::<Vec<_>>();
            all.extend(found);
        }
        let by_itself: &[Action<ApplicationState>] = &[
            ("limit over", |state| {
                let course =
                    Course { pays: true, publicity: true, corrections: 0, appealed: false, not_accepted: false };
                state.expire(course)
            }),
            ("somebody objects", ApplicationState::object),
        ];
        all.extend(transitions_of(ApplicationState::iter(), by_itself));
        all
    },
};

#[cfg(test)]
#[path = "model_tests.rs"]
mod tests;
