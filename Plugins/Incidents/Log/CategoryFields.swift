public import ModuleKit

/// The fields of a mission's categories.
struct CategoryFields: RowFields {
  let key = Field<String>("key", role: .key, "what incidents have as their `category`")
  let label = BilingualField(
    "label", en: "what English readers call it; one of the two every category needs", es: "what Spanish readers call it"
  )
  let acled = Field<ACLEDSubEvent>("acled", "the sub-event type of ACLED that it comes nearest to, as ACLED writes it")
  let voteMonitor = Field<VoteMonitorCategory>(
    "vote_monitor", "the category of VoteMonitor's quick reports that it comes nearest to")
  let publication = PublicationFields()
}

extension DatasetKind where Content == Categories {
  /// A mission's categories of incidents, one a row.
  public static var categories: Self {
    DatasetKind(
      "categories", "the categories of a mission's incidents, one a row, in the order in which they are offered"
    ) { _ in
      CategoryFields()
    } load: { source, fields throws(DiagnosticsError) in
      let unnamed = (0..<source.table.rowCount).filter { fields.label[$0] == nil }.map { row in
        source.diagnostic(IncidentMessage.categoryWithoutLabel, row: row, field: fields.label.english.name, value: nil)
      }
      guard unnamed.isEmpty else { throw DiagnosticsError(unnamed) }
      return Categories(
        (0..<source.table.rowCount).map { row in
          let key = fields.key[row] ?? ""
          return Categories.Category(
            key: key, label: fields.label[row] ?? Text(key), acled: fields.acled[row],
            voteMonitor: fields.voteMonitor[row])
        })
    }
  }
}
