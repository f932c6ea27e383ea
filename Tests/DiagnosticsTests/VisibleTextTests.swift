import Diagnostics
import Testing

@Test(arguments: [
  ("a\u{1B}[8mb", "a\\u{1B}[8mb"), ("a\nb\tc\r", "a\\u{A}b\\u{9}c\\u{D}"),
  ("\u{7F}\u{85}\u{9F}", "\\u{7F}\\u{85}\\u{9F}"),
  ("\u{202E}a\u{2069}\u{200F}\u{61C}", "\\u{202E}a\\u{2069}\\u{200F}\\u{61C}"),
  ("a\u{2028}\u{2029}", "a\\u{2028}\\u{2029}"),
  ("\u{E0041}\u{E007F}", "\\u{E0041}\\u{E007F}"), ("\u{FEFF}\u{200B}\u{2060}", "\\u{FEFF}\\u{200B}\\u{2060}"),
  ("ñ é e\u{301} 選 עברית \u{200D}\u{200C}\u{AD}\u{A0} 👩‍🌾", "ñ é e\u{301} 選 עברית \u{200D}\u{200C}\u{AD}\u{A0} 👩‍🌾"),
  ("", ""),
  ("\\u{1B}", "\\u{1B}"),
])
func whatSteersIsShown(text: String, shown: String) {
  #expect(text.visible == shown)
  #expect(text.visible.visible == shown)
}
