internal import Archive
public import Bundles
public import Diagnostics
internal import Files
public import Ledger

extension Bundle {
  /// What still holds of the ledger in the bundle, with these `facts`, of authors whose keys the mission's roster among `rosters` revokes.
  ///
  /// Of a bundle that is not intact nothing is said.
  public func revokedAuthors(_ facts: BundleFacts, by rosters: RosterFolder = RosterFolder()) throws -> [Diagnostic] {
    guard facts.verdict == .intact, let mission = facts.statement?.description.mission,
      let revoked = try rosters.roster(of: mission)?.revoked, !revoked.isEmpty,
      try inspect().entries.contains(where: { $0.path.hasPrefix("data/workspace/\(Ledger.folderName)/") })
    else { return [] }
    let scratch = try TemporaryFolder()
    defer { scratch.remove() }
    try extract(to: "\(scratch.path)/bag")
    let ledger = Ledger(
      in: try Folder(path: "\(scratch.path)/bag/data/workspace"), mission: mission, keys: KeyFolder(path: nil),
      rosters: rosters)
    return try ledger.status().feeds.compactMap { feed in
      guard let revocation = feed.revocation else { return nil }
      let isUnseen = feed.entries == 0 && revocation.head.size > 0
      return Diagnostic(
        RunMessage.revokedAuthor(
          feed.author, why: revocation.why, hold: isUnseen ? nil : feed.entries, beyond: feed.beyond))
    }
  }
}
