# Sourced by the other commands: finds a JDK 21 to 25 and sets JAVA and JAVA_HOME; or says in one sentence what is missing.

OLDEST_JAVA=21
NEWEST_JAVA=25

refuse() {
    printf '%s\n' "$1" >&2
    exit 1
}

# The Java release of the java program given; nothing if it does not run.
java_release() {
    "$1" -XshowSettings:properties -version 2>&1 < /dev/null |
        sed -n 's/^ *java\.specification\.version = //p' | head -n 1
}

fits() { # java release
    case "$1" in '' | *[!0-9]*) return 1 ;; esac
    [ "$1" -ge $OLDEST_JAVA ] && [ "$1" -le $NEWEST_JAVA ]
}

# The newest JDK that fits, in the usual places of Debian, macOS and of what people install for themselves.
search_jdk() {
    local home release best=0
    found_home=
    for home in /usr/lib/jvm/* /Library/Java/JavaVirtualMachines/*/Contents/Home \
        "${HOME:-/root}"/Library/Java/JavaVirtualMachines/*/Contents/Home \
        /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
        /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
        "${HOME:-/root}"/.sdkman/candidates/java/* "${HOME:-/root}"/.jdks/* /opt/java/* /opt/jdk*; do
        [ -x "$home/bin/java" ] && [ -x "$home/bin/javac" ] || continue
        release=$(java_release "$home/bin/java")
        if fits "$release" && [ "$release" -gt "$best" ]; then
            best=$release
            found_home=$home
        fi
    done
}

# The directory of a java program found by its name: it may be a link of a link.
home_of() {
    local program=$1 link
    while [ -L "$program" ]; do
        link=$(readlink "$program")
        case "$link" in /*) program=$link ;; *) program=$(dirname "$program")/$link ;; esac
    done
    (cd "$(dirname "$program")/.." && pwd -P)
}

# JAVA_HOME, then the java of the path, then whatever the machine has: the first one that fits.
find_java() {
    local usual=${JAVA_HOME:-}
    if [ -n "$usual" ]; then
        [ -x "$usual/bin/java" ] || refuse "JAVA_HOME is $usual, where no Java is: set it to a JDK $OLDEST_JAVA to $NEWEST_JAVA."
    elif command -v java > /dev/null; then
        usual=$(home_of "$(command -v java)")
    fi
    if [ -n "$usual" ] && [ -x "$usual/bin/javac" ] && fits "$(java_release "$usual/bin/java")"; then
        JAVA_HOME=$usual
    else
        search_jdk
        [ -n "$found_home" ] || refuse "Durumi needs a JDK $OLDEST_JAVA to $NEWEST_JAVA and none was found: install one (on Debian 13: apt install openjdk-21-jdk-headless; elsewhere from https://adoptium.net) or set JAVA_HOME to it."
        JAVA_HOME=$found_home
    fi
    JAVA=$JAVA_HOME/bin/java
    export JAVA_HOME
    # From 24 on, Java warns at every start of what Maven 3.8's own libraries do.
    if [ "$(java_release "$JAVA")" -ge 24 ]; then
        export MAVEN_OPTS="--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow ${MAVEN_OPTS:-}"
    fi
}

find_maven() {
    command -v mvn > /dev/null || refuse "Maven is missing: install Maven 3.8 or newer (on Debian: apt install maven)."
}

# The list of the parts follows from pom.xml and takes some seconds: it is made again when that has changed.
parts_if_needed() {
    parts=()
    [ ! target/sbom/durumi.xml -nt pom.xml ] || parts=(-Dcyclonedx.skip)
}

# Builds when something that goes into the application or the tools is newer than what was built.
build_if_needed() {
    built=target/durumi-demo.war
    if [ -f "$built" ] && [ -f target/libraries ] && [ -d target/servers ] &&
        [ -z "$(find pom.xml src/main src/tools -newer "$built" -print -quit)" ]; then
        return
    fi
    find_maven
    free=$(df -Pk . | awk 'NR == 2 { print int($4 / 1024) }')
    [ "$free" -ge 1500 ] || refuse "The disk is full: $free MB are free and 1500 MB are needed to build."
    echo "Building Durumi. The first time fetches about 600 MB and takes some minutes."
    parts_if_needed
    # What an earlier version of the build left among the classes of the application would be packed with them.
    [ -d target/tools ] || rm -rf target/classes
    # The WAR keeps the modes of files: with the same mask everybody builds the same bytes.
    (umask 022 && mvn -q -B -Dstyle.color=never package -Dmaven.test.skip=true ${parts[@]+"${parts[@]}"}) || refuse "The build has failed: its messages are above."
    touch "$built"
}
