# Everything a user or a continuous integration needs. `make demo` and `make test` do their own set-up.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
PREFIX ?= /usr/local
MISSION := Workspaces/honduras_2017

# The system libraries are linked into the executable from their archives: pkg-config files of our own lead the linker
# to a folder that holds nothing but archives.
STATIC_LIBRARIES := .build/static-libraries
RELEASE := -c release --static-swift-stdlib -Xlinker -s
VEEDOR := .build/release/veedor

.PHONY: demo test lint interop bench install setup release fuzz fuzz-all clean

## Run the whole chain on the reference mission: check, run, draft, bundle, verify.
demo: release
	$(VEEDOR) check $(MISSION)
	$(VEEDOR) run $(MISSION)
	$(VEEDOR) draft $(MISSION)
	bundle=$$($(VEEDOR) bundle create $(MISSION)) && $(VEEDOR) bundle verify "$$bundle"
	@printf '\nLook at\n  %s\n  %s\n  %s\n' "$(MISSION)/results/*/*.html (drafts)" \
	  "$(MISSION)/results/*/figures/*.svg (figures)" "$(MISSION)/bundles/ (the bundle)"

## Build and run all tests, those of the command line against the static release executable.
test: release
	VEEDOR_EXECUTABLE=$(CURDIR)/$(VEEDOR) VEEDOR_SHARED=$${VEEDOR_SHARED:-$(CURDIR)/../shared} swift test

## Check the form of the source.
lint: setup
	swift format lint --strict --recursive Package.swift Sources Plugins Tests Benchmarks/Package.swift Benchmarks/Sources

## Build the executable that is handed out: Swift's libraries and the system libraries inside, only glibc outside.
release: setup
	PKG_CONFIG_PATH=$(CURDIR)/$(STATIC_LIBRARIES) swift build $(RELEASE) --product veedor

## Hold what Veedor makes against the tools of others, against kills, and against a full disk.
interop: release
	@./.ci/interop-setup
	VEEDOR_EXECUTABLE=$(CURDIR)/$(VEEDOR) ./Tests/Interop/all

## Measure speed and memory beside others doing the same; BENCH names what.
BENCH ?=
bench: setup
	./Benchmarks/Peers/setup
	swift build -c release --package-path Benchmarks --product Bench
	./Benchmarks/.build/release/Bench $(BENCH)

## Put the one executable in place.
install: release
	install -D -m 755 $(VEEDOR) $(DESTDIR)$(PREFIX)/bin/veedor

setup:
	@./.ci/setup
	@./.ci/static-libraries $(STATIC_LIBRARIES)

## Feed a reader what nobody would write, for FUZZ_SECONDS; TARGET names it: a folder of Tests/Fuzz, in small letters.
## FUZZ_SEED other than 0 begins the same search again.
FUZZ_SECONDS ?= 180
FUZZ_SEED ?= 0
# Seconds that reading one input may take: more than one is a hang, but for a machine that has other work.
FUZZ_TIMEOUT ?= 1
TARGET ?= yaml
FUZZ_TARGETS := $(sort $(filter-out Driver,$(notdir $(wildcard Tests/Fuzz/*))))
# The folder that the target has, in its own letters: yaml is YAML.
FUZZED = $(notdir $(shell find Tests/Fuzz -mindepth 1 -maxdepth 1 -iname '$(TARGET)' -not -name Driver))
# Bytes of the longest input: a bundle's lists changes to a sound one, and what a template holds is shown many times.
FUZZ_LENGTH = $(if $(filter Bundle,$*),512,$(if $(filter Page,$*),2048,4096))
fuzz: setup
	$(if $(FUZZED),,$(error there is no fuzz target '$(TARGET)' in Tests/Fuzz))
	$(MAKE) build-fuzz-$(FUZZED)
	$(MAKE) run-fuzz-$(FUZZED)

## Do so with every reader: each keeps one core, so two at a time.
fuzz-all: setup
	for target in $(FUZZ_TARGETS); do $(MAKE) build-fuzz-$$target; done
	$(MAKE) --jobs=2 --output-sync $(addprefix run-fuzz-,$(FUZZ_TARGETS))

build-fuzz-%:
	VEEDOR_FUZZ=1 swift build -c release --product $*Fuzz --scratch-path .build-fuzz

# What was freed is kept a while to be watched: little enough that it is not taken for what the reader needs.
# Leaks are not looked for: what Swift marks in the spare bits of a pointer hides constants from the search.
run-fuzz-%:
	mkdir -p .build-fuzz/corpus/$*
	cd .build-fuzz && SWIFT_BACKTRACE=enable=no SWIFT_DETERMINISTIC_HASHING=1 \
	  ASAN_OPTIONS=quarantine_size_mb=16:detect_leaks=0 ./release/$*Fuzz \
	  -seed=$(FUZZ_SEED) -max_total_time=$(FUZZ_SECONDS) -max_len=$(FUZZ_LENGTH) -timeout=$(FUZZ_TIMEOUT) -rss_limit_mb=512 -print_final_stats=1 \
	  -verbosity=0 corpus/$* ../Tests/Fuzz/$*/seeds

clean:
	rm -rf .build .build-fuzz .build-interop Benchmarks/.build* $(MISSION)/results $(MISSION)/bundles $(MISSION)/.veedor
