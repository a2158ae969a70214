//! Unified social credit code (统一社会信用代码), GB 32100-2015, with the organisation code's own check digit, GB 11714.

use std::str::FromStr;

const ALPHABET: &[u8; 31] = b"0123456789ABCDEFGHJKLMNPQRTUWXY";
const WEIGHTS: [u32; 17] = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const ORG_WEIGHTS: [u32; 8] = [3, 7, 9, 10, 5, 8, 4, 2];

/// A code whose two check digits are right.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Uscc(String);

/// Why a text is no code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UsccError {
    /// Not 18 characters.
    Length,
    /// A character outside the alphabet (I, O, S, V and Z are not used), or letters in the district's place.
    Character,
    /// The organisation code's check digit (character 17) is wrong.
    OrganizationDigit,
    /// The code's own check digit (character 18) is wrong.
    CheckDigit,
}

impl UsccError {
    /// What to tell the person who typed it.
    pub fn message(self) -> &'static str {
        match self {
            Self::Length => "统一社会信用代码应为 18 位",
            Self::Character => "统一社会信用代码含有不允许的字符（不使用 I、O、S、V、Z，第 3–8 位为数字）",
            Self::OrganizationDigit => "统一社会信用代码第 17 位（主体标识校验码）不正确，请核对",
            Self::CheckDigit => "统一社会信用代码第 18 位（校验码）不正确，请核对",
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

    /// The 18 characters, upper case.
    pub fn as_str(&self) -> &str {
        &self.0
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

    /// Accepts lower case and blanks around; nothing else.
    fn from_str(text: &str) -> Result<Self, UsccError> {
        let code = text.trim().to_ascii_uppercase();
        let bytes = code.as_bytes();
        if code.chars().count() != 18 {
            return Err(UsccError::Length);
        }
        let last = check_digit(&bytes[..17]).ok_or(UsccError::Character)?;
        if value(*bytes.last().unwrap_or(&b' ')).is_none() || !bytes[2..8].iter().all(u8::is_ascii_digit) {
            return Err(UsccError::Character);
        }
        if org_digit(&bytes[8..16]) != bytes[16] {
            return Err(UsccError::OrganizationDigit);
        }
        if last != bytes[17] {
            return Err(UsccError::CheckDigit);
        }
        Ok(Self(code))
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
            ("91500107MA5UX0012U", UsccError::OrganizationDigit),
            ("91500107MA5UX0011T", UsccError::CheckDigit),
            // The standard's worked example, with a last character that the alphabet does not have.
            ("91350100M000100Y4Z", UsccError::Character),
        ] {
            assert_eq!(code.parse::<Uscc>(), Err(want), "{code}");
        }
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
