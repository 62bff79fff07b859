# onepicture: `make figures` renders the scenes, `make test` checks everything. Both install what is missing.

# The Debian packages, by name, in this one place.
# To build and run: the libraries with their headers, and the fonts that pictures are set in.
BUILD_PACKAGES := \
	libblas-dev libcairo2-dev libdeflate-dev libexpat1-dev libfontconfig-dev libfreetype-dev libfribidi-dev \
	libgfortran-12-dev libharfbuzz-dev liblapack-dev liblapacke-dev libpixman-1-dev libpng-dev libsleef-dev \
	libwebp-dev libyaml-dev nettle-dev pkg-config zlib1g-dev \
	fonts-dejavu-core fonts-inter fonts-jetbrains-mono fonts-lmodern fonts-stix \
	fonts-texgyre-math
# To test: readers of PDF and SVG that are not ours, and fonts of scripts that the above lack.
TEST_PACKAGES := ffmpeg fonts-droid-fallback fonts-lohit-deva librsvg2-bin libxml2-utils poppler-utils webp

# Without the import check, an incremental build accepts an import that Package.swift does not declare.
BUILD_FLAGS := --explicit-target-dependency-import-check error
# The Swift runtime inside the program: it starts in 1.5 ms instead of 3 to 5.
RELEASE_FLAGS := $(BUILD_FLAGS) --configuration release --static-swift-stdlib

# A Slurm of one machine, for farm-test.
FARM_PACKAGES := munge procps slurm-wlm util-linux

.PHONY: figures test farm-test benchmarks fuzz deps test-deps farm-deps clean

figures: deps
	swift build $(RELEASE_FLAGS) --product onepicture
	.build/release/onepicture render Scenes -o Output -f png,svg

test: deps test-deps
	swift format lint --strict --recursive Sources Tests Package.swift
	swift build $(BUILD_FLAGS) --build-tests
	swift test $(BUILD_FLAGS) --skip-build --disable-xctest

# Films drawn by a real Slurm on this machine, as root; takes a minute.
farm-test: deps
	[ "$$(id -u)" -ne 0 ] || $(MAKE) farm-deps
	swift build $(RELEASE_FLAGS) --product onepicture
	Tests/Farm/test.sh .build/release/onepicture

# With peers at hand: make benchmarks PEERS=folder-of-scripts PYTHON=python-with-their-modules FORMULAS=file
benchmarks: deps
	swift build $(RELEASE_FLAGS)
	.build/release/Benchmarks $(if $(PEERS),--peers $(PEERS)) $(if $(PYTHON),--python $(PYTHON)) $(if $(FORMULAS),--formulas $(FORMULAS))

# Looks for crashes of expressions and of labels, for FUZZ_SECONDS each; what is found lies in .build/fuzz/found.
FUZZ_SECONDS ?= 600
fuzz: deps
	$(call fuzz,Expressions)
	$(call fuzz,Labels)
	@! ls .build/fuzz/found | grep .

define fuzz
mkdir -p .build/fuzz/$(1) .build/fuzz/found
ONEPICTURE_FUZZ=$(1) swift build $(BUILD_FLAGS) --configuration release --scratch-path .build/fuzz \
	--product Fuzzer -Xswiftc -sanitize=fuzzer
split --lines 1 --suffix-length 4 Tests/Fuzzing/$(1)/models.txt .build/fuzz/$(1)/model-
.build/fuzz/release/Fuzzer -fork=1 -ignore_crashes=1 -ignore_timeouts=1 -ignore_ooms=1 -max_len=300 \
	-dict=Tests/Fuzzing/$(1)/tokens.txt -artifact_prefix=.build/fuzz/found/$(1)- -timeout=20 \
	-rss_limit_mb=4000 -max_total_time=$(FUZZ_SECONDS) .build/fuzz/$(1)
endef

deps:
	@$(call install,$(BUILD_PACKAGES))

test-deps:
	@$(call install,$(TEST_PACKAGES))

farm-deps:
	@$(call install,$(FARM_PACKAGES))

clean:
	swift package clean

# Installs those of the packages in $(1) that are missing, as root or through sudo; a quick look if none is.
define install
set -eu; \
command -v swift >/dev/null || { echo "swift is not on the PATH: install Swift 6.3 (https://swift.org/install)" >&2; exit 1; }; \
installed=" $$(dpkg-query -W -f='$${binary:Package}=$${db:Status-Status} ' $(1) 2>/dev/null | sed 's/:[a-z0-9]*=/=/g') "; \
missing=; for package in $(1); do \
  case "$$installed" in *" $$package=installed "*) ;; *) missing="$$missing $$package" ;; esac; \
done; \
[ -n "$$missing" ] || exit 0; \
echo "installing Debian packages:$$missing"; \
root=; [ "$$(id -u)" -eq 0 ] || root="sudo"; \
$$root apt-get update -q; \
$$root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends $$missing
endef
