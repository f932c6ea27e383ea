import ModuleKit

/// What published counts say of their own base: all the sheets there are, those marked as inconsistent, and of which votes
/// the printed shares are.
struct PublishedTotals {
  /// The counts, the same figures once each, and every count with figures.
  let bulletins, every: Bulletins
  let zone: Zone

  init(_ captures: CaptureSeries, zone: Zone) {
    (bulletins, every, self.zone) = (captures.shown, captures.withFigures, zone)
  }

  func add(to findings: inout Findings) {
    addChangedTotals(to: &findings)
    addInconsistent(to: &findings)
    addShareBase(to: &findings)
  }

  private func time(_ bulletin: Bulletin) -> Text { bulletin.provenance.publication.text(in: zone) }

  /// Each total of sheets against the last one stated before it.
  private func addChangedTotals(to findings: inout Findings) {
    let order = BulletinOrder(every.all)
    var last: (row: Int, total: Int)?
    for (row, bulletin) in every.all.enumerated() {
      guard let total = bulletin.totalSheets else { continue }
      defer { last = (row, total) }
      guard let last, last.total != total, order.isKnown(last.row, before: row) else { continue }
      let before = every.all[last.row]
      findings.add(
        Timeline.TotalSheetsChanged(
          before: last.total, after: total, change: abs(total - last.total),
          sources: [before, bulletin].sourceNames, earlier: time(before), later: time(bulletin)),
        about: "\(before.provenance.key)_to_\(bulletin.provenance.key)", from: [bulletins.evidence(before, bulletin)])
    }
  }

  /// The share in the last count that states it, and its ends over all of them.
  private func addInconsistent(to findings: inout Findings) {
    let shares = bulletins.all.compactMap { bulletin -> (bulletin: Bulletin, marked: Int, counted: Int)? in
      guard let marked = bulletin.inconsistentSheets, let counted = bulletin.countedSheets, counted > 0 else {
        return nil
      }
      return (bulletin, marked, counted)
    }
    guard let last = shares.last else { return }
    func percent(_ share: (bulletin: Bulletin, marked: Int, counted: Int)) -> Double {
      100 * Double(share.marked) / Double(share.counted)
    }
    let all = shares.map(percent)
    let range = Quantity(nil, .percent, low: all.min(), high: all.max(), interval: .reportedRange)
    findings.add(
      Timeline.InconsistentSheets(
        marked: last.marked, counted: last.counted, share: percent(last), range: range,
        source: last.bulletin.provenance.sourceName, published: time(last.bulletin)),
      about: "inconsistent_sheets", from: [bulletins.source.evidence(shares.map(\.bulletin.provenance))])
  }

  /// Counts whose printed shares are those of valid, blank and null votes together, and not of the valid ones.
  private func addShareBase(to findings: inout Findings) {
    let ofAll = bulletins.all.filter { bulletin in
      guard let valid = bulletin.validVotes, let blank = bulletin.blankVotes, let null = bulletin.nullVotes else {
        return false
      }
      return bulletin.sharesFit(valid + blank + null) && !bulletin.sharesFit(valid)
    }
    guard let last = ofAll.last, let valid = last.validVotes,
      let option = last.votes.indices.filter({ last.percents[$0] != nil }).max(by: {
        (last.votes[$0] ?? 0) < (last.votes[$1] ?? 0)
      }), let printed = last.percents[option]?.number, let votes = last.votes[option]
    else { return }
    findings.add(
      Timeline.SharesOfAllVotes(
        counts: ofAll.count, printed: printed, ofValid: 100 * Double(votes) / Double(valid),
        option: bulletins.contest.options[option].name, source: last.provenance.sourceName, published: time(last)),
      about: "printed_shares", from: [bulletins.source.evidence(ofAll.map(\.provenance))])
  }
}
