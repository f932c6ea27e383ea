public import ArgumentParser
public import ModuleKit
public import Recount

extension Severity: ExpressibleByArgument {}
extension DrawRequest.Unit: ExpressibleByArgument {}
extension DrawRequest.Sampler: ExpressibleByArgument {}
