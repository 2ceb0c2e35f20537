# Sourced by the other commands: finds a Java 17 to 21 and sets JAVA; or says in one sentence what is missing.

refuse() {
    printf '%s\n' "$1" >&2
    exit 1
}

find_java() {
    if [ -n "${JAVA_HOME:-}" ]; then
        JAVA="$JAVA_HOME/bin/java"
        [ -x "$JAVA" ] || refuse "JAVA_HOME is $JAVA_HOME, where no Java is: set it to a JDK 17 to 21."
    else
        JAVA=$(command -v java) || refuse "Java is missing: install a JDK 17 (on Debian: apt install openjdk-17-jdk-headless)."
    fi
    java_version=$("$JAVA" -XshowSettings:properties -version 2>&1 |
        sed -n 's/^ *java\.specification\.version = //p' | head -n 1)
    case "$java_version" in
        17 | 18 | 19 | 20 | 21) ;;
        *) refuse "Durumi needs a JDK 17 to 21 and $JAVA is Java ${java_version:-of an unknown version}: set JAVA_HOME to one." ;;
    esac
}

find_maven() {
    command -v mvn > /dev/null || refuse "Maven is missing: install Maven 3.8 or newer (on Debian: apt install maven)."
    javac=$(dirname "$JAVA")/javac
    [ -x "$javac" ] || [ -x "$(dirname "$(readlink -f "$JAVA")")/javac" ] ||
        refuse "$JAVA is only a runtime and a JDK is needed (on Debian: apt install openjdk-17-jdk-headless)."
}

# The list of the parts follows from pom.xml and takes some seconds: it is made again when that has changed.
parts_if_needed() {
    parts=()
    [ ! target/sbom/durumi.xml -nt pom.xml ] || parts=(-Dcyclonedx.skip)
}

# Builds when something that goes into the application is newer than what was built.
build_if_needed() {
    built=target/durumi-demo.war
    if [ -f "$built" ] && [ -f target/launcher.classpath ] && [ -d target/servers ] &&
        [ -z "$(find pom.xml src/main -newer "$built" -print -quit)" ]; then
        return
    fi
    find_maven
    free=$(df -Pk . | awk 'NR == 2 { print int($4 / 1024) }')
    [ "$free" -ge 1500 ] || refuse "The disk is full: $free MB are free and 1500 MB are needed to build."
    echo "Building Durumi. The first time fetches about 600 MB and takes some minutes."
    parts_if_needed
    # The WAR keeps the modes of files: with the same mask everybody builds the same bytes.
    (umask 022 && mvn -q -B -Dstyle.color=never package -Dmaven.test.skip=true ${parts[@]+"${parts[@]}"}) || refuse "The build has failed: its messages are above."
    touch "$built"
}
