public import Language
import Tables
public import Times

/// A look at the page or feed on which a count is published: what it showed at one moment.
public struct Capture: Sendable, Equatable {
  /// What came of it.
  public enum State: String, Sendable, CaseIterable, FieldValue {
    /// It shows the figures of the options.
    case complete
    /// It came without them: nothing is known of the votes then, which is not that there were none.
    case empty
    /// Nothing that could be read came.
    case failed
  }

  /// The earliest and the latest instant at which it can have been made; nil where nothing is known.
  public let from, to: Instant?
  /// What came of it.
  public let state: State

  /// When it was made, for readers, in the mission's zone.
  public func text(in zone: Zone) -> Text { Publication(from: from, to: to, basis: .stated).text(in: zone) }
}

/// The fields of rows that are captures. A row in which none of them is filled is none.
struct CaptureFields: FieldGroup {
  let from = Field<Instant>(
    "captured_from", "for a capture of a page or feed: the earliest instant at which it can have been made")
  let to = Field<Instant>(
    "captured_to", "the latest such instant; what it shows was published by then, so that `published_to` is given too")
  let state = Field<Capture.State>(
    "capture_state",
    "`complete`, `empty` (it came without the options' figures) or `failed`; where empty: as the row has figures above 0 or not"
  )

  /// The capture that `row` is; nil where it is none.
  func capture(_ row: Int, hasFigures: Bool) -> Capture? {
    let (from, to, state) = (from[row], to[row], state[row])
    guard from != nil || to != nil || state != nil else { return nil }
    return Capture(from: from, to: to, state: state ?? (hasFigures ? .complete : .empty))
  }
}
