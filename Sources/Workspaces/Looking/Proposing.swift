public import ModuleKit

extension FileLook {
  /// What a workspace with `contests` and datasets named `names` would say of the file, given `answers` to what it leaves
  /// open.
  ///
  /// Throws a `DiagnosticsError` where no kind is seen in it, or not the one that the answers name.
  public func proposal(
    _ answers: LookAnswers = LookAnswers(), contests: [Contest] = [], names: Set<String> = []
  ) throws(DiagnosticsError) -> Proposal {
    let name = answers.known["name"] ?? freeName(names)
    let declared = kinds.map { DeclaredSearch($0, table.columns) }
    let wanted = answers.known["kind"]
    if let wanted, !kinds.contains(where: { $0.id == wanted }) {
      throw DiagnosticsError(WorkspaceMessage.unknownKind(wanted, known: kinds.map(\.id)))
    }
    let own = declared.filter { wanted == nil ? $0.isOwn : $0.isComplete && $0.kind.id == wanted }
    if let own = own.max(by: { $0.present.count < $1.present.count }) {
      return DeclaredProposal(self, own, name, answers, contests).proposal
    }
    for kind in [DatasetKind.sheets as any AnyDatasetKind, DatasetKind.stations] where wanted ?? kind.id == kind.id {
      if let proposal = SheetProposal(self, kind, name, answers, contests)?.proposal { return proposal }
    }
    throw DiagnosticsError(
      LookMessage.noKind(path, wanted: wanted, known: kinds.map(\.id), columns: table.columns.map(\.name)))
  }

  /// A name for the dataset, after the file's, that no other has.
  private func freeName(_ names: Set<String>) -> String {
    let file = path.split(separator: "/").last.map(String.init) ?? path
    let base = String(file.prefix { $0 != "." }).asIdentifier ?? "data"
    return ([base] + (2...).lazy.prefix(names.count + 1).map { "\(base)_\($0)" }).first { !names.contains($0) } ?? base
  }
}
