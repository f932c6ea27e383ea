// A module is written against one import: the rooms whose types the contract speaks in come along.
@_exported public import Datasets
@_exported public import Diagnostics
@_exported public import Language
@_exported public import Schema
@_exported public import Tables
@_exported public import Times
