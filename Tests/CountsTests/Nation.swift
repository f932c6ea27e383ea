import ModuleKit
import TestSupport

/// How the files of real elections in the shared folder are read.
enum Nation {
  /// The two tracks of Indonesia 2019 stand in one file: what the commission entered, and what volunteers read.
  static func indonesia(_ track: Track) -> DatasetDeclaration {
    let prefix = track == .official ? "kpu" : "kp"
    return DatasetDeclaration(
      contest: Contest(
        "president", rule: .plurality, options: [.init("c1", name: Text("One")), .init("c2", name: Text("Two"))]),
      track: track, areas: ["province", "regency", "district", "village"],
      format: CSVFormat(missing: ["-1"]),
      columns: [
        "sheet": ["village_id", "tps"], "registered": ["reg_m", "reg_f"],
        "votes_c1": .init(["\(prefix)_c1"]), "votes_c2": .init(["\(prefix)_c2"]),
      ],
      filters: track == .official ? [] : [RowFilter("kp_coverage", ["1"])])
  }

  /// Bolivia 2019: the final count, or the preliminary one as of some hour.
  static func bolivia(_ track: Track) -> DatasetDeclaration {
    let parties: KeyValuePairs = [
      "mas": "MAS - IPSP", "cc": "CC", "fpv": "FPV", "mts": "MTS", "ucs": "UCS", "f21": "21F", "pdc": "PDC",
      "mnr": "MNR", "pan_bol": "PAN-BOL",
    ]
    let areas: KeyValuePairs = [
      "country": "País", "department": "Departamento", "province": "Provincia", "municipality": "Municipio",
      "locality": "Localidad", "place": "Recinto",
    ]
    var columns: [String: ColumnSource] = [
      "sheet": "Número Mesa", "registered": "Inscritos", "blank": "Blancos", "null": "Nulos",
    ]
    for (id, name) in parties { columns["votes_\(id)"] = ColumnSource([name]) }
    for (level, name) in areas { columns[level] = ColumnSource([name]) }
    return DatasetDeclaration(
      contest: Contest("president", rule: .twoRound, options: parties.map { .init($0.key, name: Text($0.value)) }),
      track: track, areas: areas.map(\.key), format: CSVFormat(encoding: .utf8WithMark), columns: columns)
  }
}
