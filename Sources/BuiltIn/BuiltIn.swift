import Counts
import Drafting
import Incidents
public import ModuleKit
import Recount

/// The modules that come with the program. A new plugin is one line here.
public let builtInModules: [any Module] = [
  counts,
  recount,
  incidents,
  drafting,
]
