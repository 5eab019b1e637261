#!/bin/sh -eu
# Installed anywhere, the library is found by pkg-config, used from C and C++, and shows only ts_*.
cmake --install "$ROOT/build/release" --prefix "$PWD/usr" >install.log
PKG_CONFIG_PATH=$(dirname "$(find "$PWD/usr" -name twosource.pc)")
export PKG_CONFIG_PATH
cat >use.c <<'END'
#include <string.h>
#include <twosource/version.h>
int main(void) { return strcmp(ts_version(), TS_VERSION); }
END
# shellcheck disable=SC2046
gcc -std=c17 -Wall -Werror use.c -o use $(pkg-config --cflags --libs twosource)
library=$(pkg-config --variable=libdir twosource)
LD_LIBRARY_PATH=$library ./use
test "$(pkg-config --modversion twosource)" = "$("$PWD/usr/bin/twosource" --version | grep -o '[0-9][0-9.]*$')"

for header in usr/include/twosource/*.h; do
    echo "#include <twosource/$(basename "$header")>"
done >all.cc
g++ -fsyntax-only -Wall -Werror -Iusr/include all.cc

nm -D --defined-only "$library/libtwosource.so" | awk '$3 !~ /^ts_/ { print "exported:", $3; bad = 1 }
    END { exit bad }'
