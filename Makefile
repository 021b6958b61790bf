# empreinte: everything a user or a contributor types. `make help` lists the targets.

SWIFT ?= swift
PYTHON ?= python3
PREFIX ?= /usr/local
DESTDIR ?=

SHARE = $(DESTDIR)$(PREFIX)/share
# Folders of data that go with the program; those that do not exist yet are skipped.
DATA = $(wildcard EmissionFactors Scenarios ImportProfiles)

# A Mac finds the headers and libraries of Homebrew only when told, and links the system's Swift.
ifeq ($(shell uname -s),Darwin)
  HOMEBREW_PREFIX ?= $(patsubst %/bin/brew,%,$(firstword $(wildcard /opt/homebrew/bin/brew /usr/local/bin/brew)))
  HEADERS = $(HOMEBREW_PREFIX)/include /usr/local/include
  FLAGS = -Xcc -I$(HOMEBREW_PREFIX)/include -Xlinker -L$(HOMEBREW_PREFIX)/lib
  STATIC =
else
  HEADERS = /usr/include /usr/local/include
  FLAGS =
  # Not every toolchain has the Swift library to put into a program.
  STATIC = $(shell folder="$$($(SWIFT) -print-target-info -static-stdlib 2> /dev/null \
    | sed -n 's/.*"runtimeResourcePath": *"\(.*\)".*/\1/p')"; \
    if [ -f "$$folder/linux/libswiftCore.a" ]; then echo --static-swift-stdlib; fi)
endif

# What is built needs no Swift library beside it, where there is one to put in: it starts sooner, and can be
# copied as it is.
RELEASE = $(SWIFT) build -c release $(STATIC) $(FLAGS)

# Each has a folder in Tests/Fuzz; a finding stays in .build/fuzz as a file that shows it again.
FUZZERS ?= FuzzTables FuzzNumbers FuzzDates FuzzWorkbook FuzzProfile FuzzScenario
FUZZ_SECONDS ?= 60
FUZZ = $(SWIFT) build -c release --sanitize=fuzzer $(FLAGS) --scratch-path .build/fuzz/build

.DEFAULT_GOAL := build
.PHONY: help deps build demo test lint fuzz bench screenshots install uninstall clean

help: ## list the targets
	@awk 'BEGIN { FS = ":.*## " } /^[a-z]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

deps: ## install the C libraries that are missing
	@$(DEPS)

build: deps ## build in release mode
	$(RELEASE)

demo: build ## build, then print the footprint of Examples/demo-campus
	@set -e; bin="$$($(RELEASE) --show-bin-path)/empreinte"; \
	"$$bin" -C Examples/demo-campus report 2023; \
	bin="$${bin#$(CURDIR)/}"; \
	printf '\n%s\n' "That was the report of an invented campus. Next, from this folder:"; \
	printf '  %s\n' \
	  "$$bin -C Examples/demo-campus explain total" \
	  "$$bin -C Examples/demo-campus check" \
	  "$$bin init my-campus" \
	  "$$bin help"; \
	printf '%s\n' "To type only \`empreinte\`: make install PREFIX=\$$HOME/.local"

test: deps ## build and run every test, warnings being errors
	EMPREINTE_STRICT=1 SWIFT_BACKTRACE=enable=no $(SWIFT) test $(FLAGS)

lint: ## check the format of the Swift sources
	$(SWIFT) format lint --recursive --parallel --strict Sources Tests Package.swift

fuzz: deps ## try to break the readers, 60 s each (FUZZ_SECONDS=N)
	@set -e; export EMPREINTE_FUZZ=1 SWIFT_BACKTRACE=enable=no; \
	for name in $(FUZZERS); do \
	  $(FUZZ) --product $$name; \
	  $(PYTHON) Tests/Fuzz/seeds.py $$name .build/fuzz/corpus/$$name; \
	  "$$($(FUZZ) --show-bin-path)/$$name" -max_total_time=$(FUZZ_SECONDS) -timeout=10 \
	    -rss_limit_mb=2048 -print_final_stats=1 -verbosity=0 \
	    -artifact_prefix=.build/fuzz/$$name- .build/fuzz/corpus/$$name; \
	done

bench: build ## measure start-up and large files (ROWS=N, LEDGER=N)
	@set -e; bin="$$($(RELEASE) --show-bin-path)/empreinte"; \
	$(PYTHON) Tests/Benchmarks/bench.py --binary "$$bin" $(if $(ROWS),--rows $(ROWS)) \
	  $(if $(LEDGER),--ledger $(LEDGER))

screenshots: build ## take the pictures of docs/publishing.md again (needs chromium and pdftoppm)
	@set -e; bin="$$($(RELEASE) --show-bin-path)/empreinte"; \
	$(PYTHON) Tests/Screenshots/screenshots.py --binary "$$bin"

install: deps ## install the program, its data, manual and completions (PREFIX, DESTDIR)
	$(RELEASE)
	@set -e; bin="$$($(RELEASE) --show-bin-path)/empreinte"; \
	pages=.build/pages; mkdir -p "$$pages"; \
	"$$bin" help --man > "$$pages/empreinte.1"; \
	for shell in bash zsh fish; do "$$bin" completions $$shell > "$$pages/$$shell"; done; \
	install -d "$(DESTDIR)$(PREFIX)/bin" "$(SHARE)/empreinte" "$(SHARE)/man/man1" \
	  "$(SHARE)/bash-completion/completions" "$(SHARE)/zsh/site-functions" \
	  "$(SHARE)/fish/vendor_completions.d"; \
	install -m 755 "$$bin" "$(DESTDIR)$(PREFIX)/bin/empreinte"; \
	for folder in $(DATA); do \
	  rm -rf "$(SHARE)/empreinte/$$folder"; \
	  cp -R "$$folder" "$(SHARE)/empreinte/$$folder"; \
	  chmod -R u=rwX,go=rX "$(SHARE)/empreinte/$$folder"; \
	done; \
	install -m 644 "$$pages/empreinte.1" "$(SHARE)/man/man1/empreinte.1"; \
	install -m 644 "$$pages/bash" "$(SHARE)/bash-completion/completions/empreinte"; \
	install -m 644 "$$pages/zsh" "$(SHARE)/zsh/site-functions/_empreinte"; \
	install -m 644 "$$pages/fish" "$(SHARE)/fish/vendor_completions.d/empreinte.fish"; \
	echo "Installed $(DESTDIR)$(PREFIX)/bin/empreinte and its data in $(SHARE)/empreinte"

uninstall: ## remove what `make install` put there (PREFIX, DESTDIR)
	rm -f "$(DESTDIR)$(PREFIX)/bin/empreinte" "$(SHARE)/man/man1/empreinte.1" \
	  "$(SHARE)/bash-completion/completions/empreinte" "$(SHARE)/zsh/site-functions/_empreinte" \
	  "$(SHARE)/fish/vendor_completions.d/empreinte.fish"
	rm -rf "$(SHARE)/empreinte"

clean: ## remove everything that was built
	rm -rf .build

# --- deps -----------------------------------------------------------------------------------------
# Two tests of a file when all is there. Only a missing header makes it ask the compiler, which may
# look in places of its own, and then the package manager.

define DEPS
set -e; \
has() { \
  for folder in $(HEADERS); do \
    if [ -f "$$folder/$$1" ]; then return 0; fi; \
  done; \
  echo "#include <$$1>" | $(CC) -E -x c - > /dev/null 2>&1; \
}; \
missing=; packages=; \
need() { \
  has "$$1" || { missing="$$missing $$2"; packages="$$packages $$3"; }; \
}; \
need csv.h libcsv libcsv-dev; \
need yaml.h libyaml libyaml-dev; \
need xlsxwriter.h libxlsxwriter libxlsxwriter-dev; \
need zip.h libzip libzip-dev; \
need expat.h expat libexpat1-dev; \
need zlib.h zlib zlib1g-dev; \
if [ -n "$$missing" ]; then \
  if [ "$$(uname -s)" = Darwin ]; then \
    echo "Missing:$$missing. Type: brew install$$missing" >&2; exit 1; \
  elif command -v apt-get > /dev/null; then \
    as_root=; \
    if [ "$$(id -u)" != 0 ]; then \
      if ! command -v sudo > /dev/null; then \
        echo "Missing:$$missing. As root, type: apt-get install$$packages" >&2; exit 1; \
      fi; \
      as_root=sudo; \
    fi; \
    echo "Installing$$packages"; \
    apt="$$as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -y -o DPkg::Lock::Timeout=120"; \
    $$apt install --no-install-recommends $$packages > /dev/null 2>&1 \
      || { $$apt update && $$apt install --no-install-recommends $$packages; } || exit 1; \
  else \
    echo "Missing:$$missing. Install these C libraries with their headers (Fedora: dnf install" >&2; \
    echo "libcsv-devel libyaml-devel libxlsxwriter-devel libzip-devel expat-devel zlib-devel), then again." \
      >&2; exit 1; \
  fi; \
fi; \
if ! command -v $(firstword $(SWIFT)) > /dev/null; then \
  echo "Swift 6.2 or newer is needed: https://www.swift.org/install" >&2; exit 1; \
fi
endef
