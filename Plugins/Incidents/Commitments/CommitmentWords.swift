import ModuleKit

/// Words for commitments and their times.
struct CommitmentWords {
  let zone: Zone

  /// What is to be said of a commitment, whatever became of it.
  func standing(_ reading: CommitmentReading) -> Commitments.Standing {
    let commitment = reading.commitment
    let moment = reading.done.map { Text(en: " at \(words($0).en)", es: " a \(words($0).es)") } ?? Text("")
    return Commitments.Standing(
      by: Text(commitment.by), source: commitment.provenance.sourceName, what: Text(commitment.what),
      due: due(commitment), moment: moment)
  }

  /// What is to be said of one whose time runs, or is over, at `instant`; nil where it has no end.
  func term(_ reading: CommitmentReading, at instant: Instant) -> Commitments.Term? {
    let commitment = reading.commitment
    guard let days = reading.days else { return nil }
    return Commitments.Term(
      days: Quantity(abs(days), .days), by: Text(commitment.by), source: commitment.provenance.sourceName,
      what: Text(commitment.what), due: due(commitment), moment: words(instant))
  }

  private func due(_ commitment: LoggedCommitment) -> Text {
    switch (commitment.dueFrom, commitment.dueTo) {
    case (let from?, let to?) where from != to:
      Text(
        en: "due between \(words(from).en) and \(words(to).en)",
        es: "con plazo entre \(words(from).es) y \(words(to).es)")
    case (_, let to?): Text(en: "due by \(words(to).en)", es: "con plazo hasta \(words(to).es)")
    case (let from?, nil): Text(en: "due from \(words(from).en)", es: "con plazo desde \(words(from).es)")
    case (nil, nil): Text(en: "without a time", es: "sin plazo")
    }
  }

  private func words(_ instant: Instant) -> Text {
    let clock = zone.clock(at: instant)
    return Text { $0.moment(clock) }
  }
}
