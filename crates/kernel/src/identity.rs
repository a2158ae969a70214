//! Places in official numbers, and the identity number (公民身份号码, GB 11643).

use crate::NaiveDate;

/// First two digits of the codes of provinces, municipalities and autonomous regions (GB/T 2260).
const PROVINCES: [&str; 34] = [
    "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41", "42", "43", "44",
    "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64", "65", "71", "81", "82",
];

/// Six digits that can be a place: of a province that exists, and no county without its city. The counties themselves change
/// too often to be listed; numbers of dissolved ones stay in use.
pub fn is_place(code: &str) -> bool {
    let (Some(province), Some(city), Some(county), 6) = (code.get(..2), code.get(2..4), code.get(4..6), code.len())
    else {
        return false;
    };
    code.bytes().all(|digit| digit.is_ascii_digit())
        && PROVINCES.contains(&province)
        && (city != "00" || county == "00")
}

/// Eighteen characters: the place, a day that has been, a serial number, and the check character. Permits of residence count:
/// those of Hong Kong, Macao and Taiwan residents (place 810000, 820000, 830000), and those of foreigners (9, the province, the
/// nationality).
pub fn is_identity_number(text: &str, today: NaiveDate) -> bool {
    const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    let bytes = text.as_bytes();
    if bytes.len() != 18 || !bytes[..17].iter().all(u8::is_ascii_digit) {
        return false;
    }
    let place = &text[..6];
    let foreign = place.starts_with('9') && PROVINCES.contains(&&place[1..3]);
    let born = NaiveDate::parse_from_str(&text[6..14], "%Y%m%d").ok();
    let alive = born.is_some_and(|day| day <= today && day >= NaiveDate::from_ymd_opt(1900, 1, 1).unwrap_or(day));
    let sum: u32 = bytes.iter().zip(WEIGHTS).map(|(digit, weight)| u32::from(digit - b'0') * weight).sum();
    (is_place(place) || foreign || place == "830000")
        && alive
        && b"10X98765432"[(sum % 11) as usize] == bytes[17].to_ascii_uppercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places() {
        for (code, can_be) in [
            ("500107", true),
            ("110000", true),
            ("419001", true),
            ("000000", false),
            ("999999", false),
            ("160101", false),
            ("110005", false),
            ("5001O7", false),
            ("50010", false),
        ] {
            assert_eq!(is_place(code), can_be, "{code}");
        }
    }

    #[test]
    fn identity_numbers() {
        let today = NaiveDate::from_ymd_opt(2026, 1, 1).expect("a day");
        // The standard's two examples; the others have right check characters unless said.
        for (number, good) in [
            ("11010519491231002X", true),
            ("11010519491231002x", true),
            ("440524188001010014", false), // born 1880
            ("110105194912310021", false), // check character
            ("11010519491331002X", false), // month 13
            ("110105202602010027", false), // not born yet
            ("99010519491231002X", false), // no such place
            ("1101051949123100", false),
            ("１１０１０５19491231002X", false), // to be made plain before
        ] {
            assert_eq!(is_identity_number(number, today), good, "{number}");
        }
        assert!(
            checked("500107199003070", today) && checked("830000199201010", today) && checked("911840198001010", today)
        );
        assert!(
            !checked("160105194912310", today)
                && !checked("110105199902290", today)
                && !checked("110105202602010", today)
        );
    }

    /// The number that starts so, with its serial completed and the right check character.
    fn checked(first_15: &str, today: NaiveDate) -> bool {
        (0..=9)
            .flat_map(|serial| "0123456789X".chars().map(move |check| (serial, check)))
            .any(|(serial, check)| is_identity_number(&format!("{first_15}0{serial}{check}"), today))
    }
}
