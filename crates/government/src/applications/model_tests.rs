//! The ways of an application.

use super::*;

const PAID: Course = Course { pays: true, publicity: true, corrections: 0, appealed: false, not_accepted: false };

#[test]
fn the_whole_way_to_the_payment() {
    let way = [
        (Submit, Submitted),
        (Accept, FirstReview),
        (Correct, Correction),
        (Resubmit, FirstReview),
        (PassFirst, SecondReview),
        (SendBack, FirstReview),
        (PassFirst, SecondReview),
        (PassSecond, Publicity),
    ];
    let mut state = Draft;
    for (action, to) in way {
        state = state.after(action, PAID).expect("a way");
        assert_eq!(state, to, "{action:?}");
    }
    assert_eq!(state.object().ok(), Some(Objection));
    assert_eq!(Objection.after(DismissObjection, PAID).ok(), Some(Publicity));
    let mut state = Publicity.expire(PAID).expect("nobody objects");
    for (action, to) in [(List, Paying), (Fail, Approved), (List, Paying), (Pay, Paid), (Recover, Recovered)] {
        state = state.after(action, PAID).expect("a way");
        assert_eq!(state, to, "{action:?}");
    }
}

#[test]
fn without_money_or_publicity() {
    for (pays, publicity, to) in
        [(true, true, Publicity), (true, false, Approved), (false, true, Publicity), (false, false, Granted)]
    {
        let course = Course { pays, publicity, ..PAID };
        assert_eq!(SecondReview.after(PassSecond, course).ok(), Some(to));
        assert_eq!(Publicity.expire(course).ok(), Some(if pays { Approved } else { Granted }));
    }
}

#[test]
fn two_corrections_and_one_appeal() {
    for (corrections, allowed) in [(0, true), (1, true), (2, false)] {
        assert_eq!(FirstReview.after(Correct, Course { corrections, ..PAID }).is_ok(), allowed, "{corrections}");
    }
    for from in [Refused, NotAccepted] {
        assert_eq!(from.after(Appeal, PAID).ok(), Some(Appealing));
        let error = from.after(Appeal, Course { appealed: true, ..PAID }).expect_err("once");
        assert_eq!(error.code(), "applications.appealed");
    }
    for (not_accepted, end) in [(true, NotAccepted), (false, Refused)] {
        let course = Course { appealed: true, not_accepted, ..PAID };
        assert_eq!(Appealing.after(DismissAppeal, course).ok(), Some(end));
    }
}

#[test]
fn departments_decide_and_neither_write_nor_pay() {
    let others = ApplicationActionKind::iter().filter(|action| !action.of_department());
    let all = [Save, Submit, Resubmit, Withdraw, Appeal, CorrectPayee, List, Pay, Fail];
    assert_eq!(others.collect::<Vec<_>>(), all);
}

#[test]
fn what_has_ended_stays() {
    for state in [Granted, Withdrawn, Lapsed, Recovered] {
        for action in ApplicationActionKind::iter() {
            assert!(state.after(action, PAID).is_err(), "{state:?} {action:?}");
        }
        assert!(state.expire(PAID).is_err() && state.object().is_err());
    }
    let ends = ApplicationState::iter().filter(|state| !state.runs() && state.handed_in());
    assert_eq!(ends.collect::<Vec<_>>(), [NotAccepted, Refused, Withdrawn, Lapsed, Recovered]);
}

#[test]
fn an_account_is_corrected_until_a_list_has_it() {
    assert_eq!(Approved.after(CorrectPayee, PAID).ok(), Some(Approved));
    for (state, code) in [
        (Publicity, "applications.wrong_state"),
        (Paying, "applications.payee_listed"),
        (Paid, "applications.payee_listed"),
    ] {
        assert_eq!(state.after(CorrectPayee, PAID).expect_err("too early or too late").code(), code, "{state:?}");
    }
}

#[test]
fn money_that_is_on_its_way_is_not_withdrawn() {
    for state in [Paying, Paid] {
        assert!(state.after(Withdraw, PAID).is_err() && state.after(Revoke, PAID).is_err(), "{state:?}");
    }
    assert_eq!(Approved.after(Withdraw, PAID).ok(), Some(Withdrawn));
    assert_eq!(Approved.after(Revoke, PAID).ok(), Some(Refused));
}
