//! docs/states.md: the state machines of all concepts as diagrams, written from their tables.

use crate::CHAPTERS;
use jinqiao_kernel::{Machine, Transition};
use std::fmt::Write;

const HEAD: &str = "# States

Written by `make openapi` from the tables in the code: whoever changes a state machine sees it here. What the states mean, and who does \
what, is in [docs/domain](domain/README.md). What leaves the state as it is stands below the diagram.
";

/// The document.
pub fn document() -> String {
    let mut text = HEAD.to_owned();
    for machine in CHAPTERS.machines() {
        section(&mut text, machine);
    }
    text
}

fn section(text: &mut String, machine: &Machine) {
    let all = (machine.transitions)();
    let (staying, moving): (Vec<_>, Vec<_>) = all.iter().partition(|one| one.from == one.to);
    let _ = write!(text, "\n## {}\n\n```mermaid\nstateDiagram-v2\n", machine.name);
    for (from, to) in ways(&moving) {
        let _ = writeln!(text, "    {from} --> {to}: {}", actions(&moving, from, to));
    }
    text.push_str("```\n");
    let stays = ways(&staying);
    if !stays.is_empty() {
        text.push_str("\nStays where it is:\n\n");
    }
    for (from, to) in stays {
        let _ = writeln!(text, "- `{from}`: {}", actions(&staying, from, to));
    }
}

/// Pairs of states, in the order of the table.
fn ways<'a>(all: &[&'a Transition]) -> Vec<(&'a str, &'a str)> {
    let mut found: Vec<(&str, &str)> = vec![];
    for way in all.iter().map(|one| (one.from.as_str(), one.to.as_str())) {
        if !found.contains(&way) {
            found.push(way);
        }
    }
    found
}

fn actions(all: &[&Transition], from: &str, to: &str) -> String {
    let of = all.iter().filter(|one| one.from == from && one.to == to).map(|one| one.action.as_str());
    of.collect::<Vec<_>>().join(", ")
}
