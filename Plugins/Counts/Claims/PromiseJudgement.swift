import ModuleKit

/// Whether a promise was kept, judged at an instant by the publication of what fulfils it.
enum PromiseJudgement: Equatable {
  case kept(Publication)
  /// Missed: what was promised came later, or is not known to have come.
  case missed(Publication?)
  /// The time at which it is due has not passed.
  case open
  /// The times known leave it undecided.
  case undecided(Publication)

  /// nil for a claim that is no promise. `now` is nil where no time at all is known.
  init?(_ promise: Claim, fulfilment: Publication?, now: Instant?) {
    guard let dueTo = promise.dueTo else { return nil }
    let dueFrom = promise.dueFrom ?? dueTo
    if let fulfilment {
      if let to = fulfilment.to, to <= dueFrom {
        self = .kept(fulfilment)
      } else if let from = fulfilment.from, from > dueTo {
        self = .missed(fulfilment)
      } else {
        self = .undecided(fulfilment)
      }
    } else if let now, now > dueTo {
      self = .missed(nil)
    } else {
      self = .open
    }
  }
}
