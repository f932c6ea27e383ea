import ModuleKit
import Recount
import TestSupport

/// What was published of Honduras 2017.
enum Honduras {
  static let contest = Contest(
    "president", rule: .plurality,
    options: [
      Contest.Option("hernandez", name: Text("Juan Orlando Hernández")),
      Contest.Option("nasralla", name: Text("Salvador Nasralla")),
    ])

  static let declared = """
    id,stage,total_sheets,votes_hernandez,percent_hernandez,votes_nasralla,percent_nasralla,source,published
    declared,declared,18128,1410888,42.95,1360442,41.42,press,2017-12-17

    """
  static let december = """
    id,boxes_total,boxes_recounted,selection,rule_en,rule_es,document,percent_hernandez,percent_nasralla,source,published
    december,18128,4753,not_random,all sheets processed at the central facility,todas las actas procesadas en el centro de cómputo,"communiqué of 9 December",50.1,31.5,press,2017-12-10

    """
  static let copies = """
    id,compared_by_en,compared_by_es,track,sheets_total,copies_covered,copies_sampled,copies_differ,selection,source,published
    eu,the EU mission,la misión de la UE,party,18128,14364,300,0,random,press,2017-12-17

    """
}

extension OperationRun {
  static let detect = OperationRun(recount, "detect", contest: Honduras.contest)
  static let partial = OperationRun(recount, "partial", contest: Honduras.contest)

  func bulletins(_ csv: String = Honduras.declared) throws -> OperationRun { try giving(csv, as: "bulletins") }
  func recounts(_ csv: String = Honduras.december) throws -> OperationRun { try giving(csv, as: "recounts") }
  func copyChecks(_ csv: String = Honduras.copies) throws -> OperationRun { try giving(csv, as: "copy_checks") }

  /// With a recount with the columns `columns` beside the numbers of boxes.
  func recounts(_ columns: [String: String], boxes: Int = 100, recounted: Int = 10) throws -> OperationRun {
    let all = columns.merging([
      "id": "r", "boxes_total": "\(boxes)", "boxes_recounted": "\(recounted)", "source": "court",
    ]) { first, _ in first }.sorted { $0.key < $1.key }
    return try recounts(all.map(\.key).joined(separator: ",") + "\n" + all.map(\.value).joined(separator: ",") + "\n")
  }
}

/// What `work` says it cannot do.
func problems(_ work: () async throws -> Outcome) async throws -> [Diagnostic] {
  do {
    _ = try await work()
    return []
  } catch let error as DiagnosticsError { return error.all }
}
