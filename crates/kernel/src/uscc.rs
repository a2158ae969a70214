//! Unified social credit code (统一社会信用代码), GB 32100-2015, with the organisation code's own check digit, GB 11714.

use crate::{identity::is_place, typed};
use std::str::FromStr;

const ALPHABET: &[u8; 31] = b"0123456789ABCDEFGHJKLMNPQRTUWXY";
const WEIGHTS: [u32; 17] = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const ORG_WEIGHTS: [u32; 8] = [3, 7, 9, 10, 5, 8, 4, 2];

/// Who registers (character 1), and which kinds that office knows (character 2).
const KINDS: [(u8, &[u8]); 12] = [
    (b'1', b"1239"),
    (b'2', b"19"),
    (b'3', b"123459"),
    (b'4', b"19"),
    (b'5', b"1239"),
    (b'6', b"129"),
    (b'7', b"129"),
    (b'8', b"19"),
    (b'9', b"1239"),
    (b'A', b"19"),
    (b'N', b"1239"),
    (b'Y', b"1"),
];

/// Fuzhou and Xiamen, which gave out codes with a last character of their own in 2015 and 2016, organisation code M….
const PILOTS: [&str; 2] = ["3501", "3502"];

/// A code of this form, with both check digits right; or one of the pilots' codes, whose last character was confirmed.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Uscc(String);

/// Why a text is no code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UsccError {
    /// Not 18 characters.
    Length,
    /// A character outside the alphabet (I, O, S, V and Z are not used), or letters in the district's place.
    Character,
    /// Characters 1 and 2 name no office and kind of organisation.
    Kind,
    /// Characters 3 to 8 can be no district.
    District,
    /// The organisation code's check digit (character 17) is wrong.
    OrganizationDigit,
    /// The code's own check digit (character 18) is wrong.
    CheckDigit,
    /// So it is, but the pilots gave out such codes: whoever typed it has to confirm it.
    Unconfirmed,
}

impl UsccError {
    /// What to tell the person who typed it.
    pub fn message(self) -> &'static str {
        match self {
            Self::Length => "统一社会信用代码应为 18 位",
            Self::Character => "统一社会信用代码含有不允许的字符（不使用 I、O、S、V、Z，第 3–8 位为数字）",
            Self::Kind => "统一社会信用代码第 1–2 位（登记管理部门和机构类别）不正确，请核对",
            Self::District => "统一社会信用代码第 3–8 位（行政区划）不正确，请核对",
            Self::OrganizationDigit => "统一社会信用代码第 17 位（主体标识校验码）不正确，请核对",
            Self::CheckDigit => "统一社会信用代码第 18 位（校验码）不正确，请核对",
            Self::Unconfirmed => {
                "统一社会信用代码第 18 位与校验规则不符。厦门、福州 2015 至 2016 年试点期间发放的代码可能如此，\
                 请对照营业执照核对并确认"
            }
        }
    }
}

impl Uscc {
    /// The code that starts with `first_16`, with both check digits added: for demo data and tests.
    ///
    /// # Errors
    /// When `first_16` cannot be the start of a code.
    pub fn completed(first_16: &str) -> Result<Self, UsccError> {
        if first_16.len() != 16 || !first_16.is_ascii() {
            return Err(UsccError::Length);
        }
        let body = format!("{first_16}{}", org_digit(&first_16.as_bytes()[8..]) as char);
        let last = check_digit(body.as_bytes()).ok_or(UsccError::Character)?;
        format!("{body}{}", last as char).parse()
    }

    /// The code in `text`; blanks, hyphens, lower case and full width do not matter. `confirmed`: whoever typed it says that a
    /// pilot's code stands so on the licence.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn read(text: &str, confirmed: bool) -> Result<Self, UsccError> {
        let code = typed::registered_number(text);
        let bytes = code.as_bytes();
        if code.chars().count() != 18 {
            return Err(UsccError::Length);
        }
        let last = check_digit(&bytes[..17]).ok_or(UsccError::Character)?;
        if value(*bytes.last().unwrap_or(&b' ')).is_none() || !bytes[2..8].iter().all(u8::is_ascii_digit) {
            return Err(UsccError::Character);
        }
        if !KINDS.iter().any(|(office, kinds)| *office == bytes[0] && kinds.contains(&bytes[1])) {
            return Err(UsccError::Kind);
        }
        // 100000 is the state's own registry.
        if !is_place(&code[2..8]) && &code[2..8] != "100000" {
            return Err(UsccError::District);
        }
        if org_digit(&bytes[8..16]) != bytes[16] {
            return Err(UsccError::OrganizationDigit);
        }
        match (last == bytes[17], confirmed) {
            (true, _) => Ok(Self(code)),
            (false, _) if bytes[8] != b'M' || !PILOTS.contains(&&code[2..6]) => Err(UsccError::CheckDigit),
            (false, false) => Err(UsccError::Unconfirmed),
            (false, true) => Ok(Self(code)),
        }
    }

    /// The 18 characters, upper case.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Is it a pilot's code, whose last character is not the computed one?
    pub fn deviates(&self) -> bool {
        let (body, last) = self.0.as_bytes().split_at(17);
        check_digit(body).is_none_or(|right| [right] != last)
    }
}

fn value(c: u8) -> Option<u32> {
    ALPHABET.iter().position(|a| *a == c).and_then(|i| u32::try_from(i).ok())
}

/// GB 11714 counts letters plainly: A = 10 … Z = 35.
fn plain_value(c: u8) -> u32 {
    (c as char).to_digit(36).unwrap_or_default()
}

fn org_digit(body: &[u8]) -> u8 {
    let sum: u32 = body.iter().zip(ORG_WEIGHTS).map(|(c, w)| plain_value(*c) * w).sum();
    match 11 - sum % 11 {
        10 => b'X',
        11 => b'0',
        digit => b"0123456789"[digit as usize],
    }
}

/// The last character that belongs to the first 17.
fn check_digit(code: &[u8]) -> Option<u8> {
    let sum = code.iter().zip(WEIGHTS).map(|(c, w)| value(*c).map(|v| v * w)).sum::<Option<u32>>()?;
    Some(ALPHABET[((31 - sum % 31) % 31) as usize])
}

impl FromStr for Uscc {
    type Err = UsccError;

    /// As [`Uscc::read`], with nothing confirmed.
    fn from_str(text: &str) -> Result<Self, UsccError> {
        Self::read(text, false)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn real_and_made_up_codes_pass_both_checks() {
        for code in [
            "91440300708461136T",
            "9144030071526726XG",
            "914403001922038216",
            "91110000802100433B",
            "91330100799655058B",
            "91110108551385082Q",
            "9150000020286320X6",
            "91500107MA5UX00031",
            "91500107MA5UX0011U",
            "91500107MA5UX002XK",
            "91500107MA5UX0038K",
            "91500107MA5UX0046E",
            // The standard's worked example.
            "91350100M000100Y43",
            // The sum is a multiple of 31: the check digit is 0.
            "91500107MA5U002140",
            " 91500107ma5ux0011u ",
            "91500107-MA5U X0011U",
            "９１５００１０７ＭＡ５ＵＸ００１１Ｕ",
            // Registered by the state's own office.
            "91100000100003962T",
        ] {
            assert!(code.parse::<Uscc>().is_ok(), "{code}");
        }
    }

    #[test]
    fn each_defect_is_named() {
        for (code, want) in [
            ("", UsccError::Length),
            ("91350100M000100Y", UsccError::Length),
            ("91500107MA5UX0011I", UsccError::Character),
            ("9150010AMA5UX0011U", UsccError::Character),
            ("企业企业企业企业企业企业企业企业企业", UsccError::Character),
            ("000000000000000000", UsccError::Kind),
            ("91999999912345678P", UsccError::District),
            ("94500107MA5UX0011U", UsccError::Kind),
            ("91500107MA5UX0012U", UsccError::OrganizationDigit),
            ("91500107MA5UX0011T", UsccError::CheckDigit),
            // The standard's worked example, with a last character that the alphabet does not have.
            ("91350100M000100Y4Z", UsccError::Character),
        ] {
            assert_eq!(code.parse::<Uscc>(), Err(want), "{code}");
        }
    }

    #[test]
    fn codes_of_the_pilots_are_accepted_once_confirmed() {
        for code in ["91350203M0001QKT19", "91350211M00013FA1N", "91350203M0001FUE2P"] {
            assert_eq!(code.parse::<Uscc>(), Err(UsccError::Unconfirmed), "{code}");
            assert!(Uscc::read(code, true).expect(code).deviates());
        }
        // The organisation code's own digit has to be right, and nobody else's codes deviate.
        assert_eq!(Uscc::read("91350203M0001QKT29", true), Err(UsccError::OrganizationDigit));
        assert_eq!(Uscc::read("91500107MA5UX0011T", true), Err(UsccError::CheckDigit));
        assert!(!Uscc::read("91350100M000100Y43", true).expect("a right code").deviates());
    }

    proptest! {
        #[test]
        fn any_text_is_answered(text in ".*") {
            let _ = text.parse::<Uscc>();
        }

        #[test]
        fn one_wrong_character_is_always_found(place in 0usize..18, to in 0usize..31) {
            let good = "91500107MA5UX0011U";
            let mut bytes = good.as_bytes().to_vec();
            bytes[place] = ALPHABET[to];
            let changed = String::from_utf8_lossy(&bytes).into_owned();
            prop_assert_eq!(changed.parse::<Uscc>().is_ok(), changed == good);
        }
    }
}
