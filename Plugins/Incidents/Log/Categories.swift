public import ModuleKit

/// The categories of a mission's incidents: what readers call each, and what it is in the lists of others.
public struct Categories: Sendable {
  /// One category.
  public struct Category: Sendable, Equatable {
    /// Its key, which incidents have as `category`.
    public let key: String
    /// What readers call it.
    public let label: Text
    /// The sub-event type of ACLED that it comes nearest to.
    public let acled: ACLEDSubEvent?
    /// The category of VoteMonitor's quick reports that it comes nearest to.
    public let voteMonitor: VoteMonitorCategory?
  }

  /// The categories, in the order in which they are offered.
  public let all: [Category]
  private let places: [String: Int]

  init(_ all: [Category]) {
    self.all = all
    places = Dictionary(zip(all.map(\.key), 0...)) { first, _ in first }
  }

  /// The category with that key.
  public subscript(key: String) -> Category? { places[key].map { all[$0] } }

  /// The keys, in the order in which they are offered.
  public var keys: [String] { all.map(\.key) }

  /// What readers call `key`: as the mission's glossary has it, else as the list has it, else the key with blanks in it.
  func name(_ key: String) -> Text {
    let glossary = Glossary.current
    return glossary.words[key] ?? self[key]?.label ?? glossary.name(key)
  }
}

/// The sub-event types of ACLED, as its files write them (ACLED Codebook, 2023).
public enum ACLEDSubEvent: String, CaseIterable, FieldValue {
  case governmentRegainsTerritory = "Government regains territory"
  case nonStateActorOvertakesTerritory = "Non-state actor overtakes territory"
  case armedClash = "Armed clash"
  case excessiveForce = "Excessive force against protesters"
  case protestWithIntervention = "Protest with intervention"
  case peacefulProtest = "Peaceful protest"
  case violentDemonstration = "Violent demonstration"
  case mobViolence = "Mob violence"
  case chemicalWeapon = "Chemical weapon"
  case airStrike = "Air/drone strike"
  case suicideBomb = "Suicide bomb"
  case shelling = "Shelling/artillery/missile attack"
  case remoteExplosive = "Remote explosive/landmine/IED"
  case grenade = "Grenade"
  case sexualViolence = "Sexual violence"
  case attack = "Attack"
  case abduction = "Abduction/forced disappearance"
  case agreement = "Agreement"
  case arrests = "Arrests"
  case changeToGroup = "Change to group/activity"
  case disruptedWeapons = "Disrupted weapons use"
  case headquarters = "Headquarters or base established"
  case looting = "Looting/property destruction"
  case transferOfTerritory = "Non-violent transfer of territory"
  case other = "Other"
}

/// The categories of incidents in quick reports of VoteMonitor (Commit Global), as its files write them.
public enum VoteMonitorCategory: String, CaseIterable, FieldValue {
  case violence = "PhysicalViolenceIntimidationPressure"
  case campaigning = "CampaigningAtPollingStation"
  case observers = "RestrictionOfObserversRights"
  case unauthorizedPersons = "UnauthorizedPersonsAtPollingStation"
  case voterVerification = "ViolationDuringVoterVerificationProcess"
  case improperDocumentation = "VotingWithImproperDocumentation"
  case rightToVote = "IllegalRestrictionOfVotersRightToVote"
  case materials = "DamagingOrSeizingElectionMaterials"
  case documentation = "ImproperFilingOrHandlingOfElectionDocumentation"
  case ballotStuffing = "BallotStuffing"
  case controlPaper = "ViolationsRelatedToControlPaper"
  case safeguardsNotChecked = "NotCheckingVoterIdentificationSafeguardMeasures"
  case withoutSafeguards = "VotingWithoutVoterIdentificationSafeguardMeasures"
  case secrecy = "BreachOfSecrecyOfVote"
  case mobileBox = "ViolationsRelatedToMobileBallotBox"
  case excessBallots = "NumberOfBallotsExceedsNumberOfVoters"
  case validity = "ImproperInvalidationOrValidationOfBallots"
  case protocolCorrection = "FalsificationOrImproperCorrectionOfFinalProtocol"
  case protocolCopy = "RefusalToIssueCopyOfFinalProtocolOrIssuingImproperCopy"
  case protocolFilling = "ImproperFillingInOfFinalProtocol"
  case sealing = "ViolationOfSealingProceduresOfElectionMaterials"
  case voterLists = "ViolationsRelatedToVoterLists"
  case other = "Other"
}
