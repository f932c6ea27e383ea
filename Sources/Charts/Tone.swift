/// The colours of a figure, by what they mean. Never the only sign: shapes and line styles differ with them.
///
/// The two sides are the blue and the vermilion (on dark ground sky blue and orange) of Okabe and Ito 2008, Color
/// Universal Design, which readers with any colour vision tell apart; the vermilion a little darker, so that text in it
/// has the contrast that WCAG 2.2 asks for (1.4.3).
public enum Tone: String, CaseIterable, Sendable {
  /// The ground.
  case paper
  /// Text and all that matters as much.
  case ink
  /// Text and lines of the second rank.
  case muted
  /// Lines that only guide the eye.
  case faint
  /// The first of two sides or sorts, or the only series.
  case first
  /// The second of two sides or sorts.
  case second
  /// A stretch that stands behind the data.
  case band

  var light: String {
    switch self {
    case .paper: "#ffffff"
    case .ink: "#1b1f24"
    case .muted: "#59626c"
    case .faint: "#d5dae0"
    case .first: "#0072b2"
    case .second: "#c24e00"
    case .band: "#e9ecef"
    }
  }

  var dark: String {
    switch self {
    case .paper: "#15181c"
    case .ink: "#e9ecef"
    case .muted: "#a6afb9"
    case .faint: "#3a424b"
    case .first: "#56b4e9"
    case .second: "#e69f00"
    case .band: "#272d34"
    }
  }

  /// The class of things filled, and of lines drawn, in the tone.
  var fill: String { "v-fill-\(rawValue)" }
  var stroke: String { "v-line-\(rawValue)" }
}
