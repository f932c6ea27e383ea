import ModuleKit

extension Statements {
  /// What the examples of the findings are made of.
  enum Example {
    /// Oak is ahead by 100 votes, as is known from the end of 1 January.
    static let bulletin: FindingExample.Dataset = """
      id,source,published,votes_oak,votes_elm
      a,court,2020-01-01,500,400
      """

    /// A claim that puts `option` first, said on `day`, beside the bulletin.
    static func said(_ option: String, _ measure: String = "", on day: String = "2020-01-03")
      -> KeyValuePairs<String, FindingExample.Dataset>
    { ["claims": claim(option, measure, on: day), "bulletins": bulletin] }

    static func claim(_ option: String, _ measure: String, on day: String) -> FindingExample.Dataset {
      FindingExample.Dataset(
        """
        id,source,says_en,option,measure,published
        c,party,we won,\(option),\(measure),\(day)
        """)
    }
  }
}
