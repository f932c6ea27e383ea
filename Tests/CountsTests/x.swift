import Counts
