import ModuleKit

/// Ballots cast by the hour, as polling stations report them.
struct Turnout: Sendable {
  /// Where they come from.
  let source: DatasetSource
  /// The hour of each row, and the ballots cast by then.
  let hours: TextColumn, cast: Column<Int64>
}

/// The fields of a row: column, role, least value and meaning, each said once.
private struct TurnoutFields: RowFields {
  let hour = Field<String>("hour", role: .key, "the hour reported")
  let cast = Field<Int>("cast", least: 0, role: .required, "ballots cast so far")
  let registered = Field<Int>("registered", least: 0, "registered voters")
  let publication = PublicationFields()

  var parts: [(part: Field<Int>, whole: Field<Int>)] { [(cast, registered)] }
}

extension DatasetKind where Content == Turnout {
  /// Ballots cast, one hour a row.
  static var turnout: Self {
    DatasetKind("turnout", "ballots cast by the hour, one hour a row") { _ in
      TurnoutFields()
    } load: { source, fields in
      Turnout(source: source, hours: fields.hour.values, cast: fields.cast.values)
    }
  }
}
