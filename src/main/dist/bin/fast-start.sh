# Read by what starts HR Camel, not run by itself. Java starts two to three times as fast with an archive of the classes that it loads
# (AppCDS). The archive belongs to one Java and to jars of one place, size and time, so it is made where it is used: at the first start,
# once, by a rehearsal that leaves nothing else behind. Whatever stands in its way, the program starts all the same, only slower.
#
# HRCAMEL_CDS   off: without an archive; a folder: where the archive is kept

# start_program JAVA JAR HOME FOLDER ARGUMENT…: becomes Java with the program that lies in HOME.
#
# JAR has its libraries in lib beside it; FOLDER is where archives are kept if it can be written, else the user's cache is. The caller has
# set -f: options are separated by blanks and nothing else happens to them.
start_program() {
    start_java=$1
    start_jar=$2
    start_home=$3
    start_folder=$4
    shift 4
    java_options "$@"
    fast_start "$start_java" "$start_jar" "$start_folder"
    # Services have no locale, and Java 17 would then write names in ASCII. Signals must reach Java, which finishes the items on their way.
    exec "$start_java" -Dfile.encoding=UTF-8 $tuning \
        ${archive:+"-XX:SharedArchiveFile=$archive" "-Xlog:cds*=off" "-Xlog:class+path=off"} \
        ${HRCAMEL_JAVA_OPTS:-} -Dhrcamel.home="$start_home" -jar "$start_jar" "$@"
}

# java_options ARGUMENT…: sets "tuning" to what Java is told on account of what the program does, over which HRCAMEL_JAVA_OPTS wins, and
# "brief" to yes if it ends so soon that an archive is not worth the making.
java_options() {
    # What lives in the heap is small, however much passes through: the simple collector needs least time and memory for it.
    case ${HRCAMEL_JAVA_OPTS:-} in
        *GC*) tuning= ;;
        *) tuning=-XX:+UseSerialGC ;;
    esac
    # The second compiler's work pays in a program that is always up; a single run would end before it does.
    first_compiler=
    brief=
    for fast_argument; do
        case $fast_argument in
            run | demo) first_compiler=-XX:TieredStopAtLevel=1 ;;
            validate | list | describe | runs | failures | state | new | docs) first_compiler=-XX:TieredStopAtLevel=1 brief=yes ;;
            sandbox | rehearse | -h | --help | -V | --version) brief=yes ;;
        esac
    done
    tuning="$tuning $first_compiler"
}

# fast_start JAVA JAR FOLDER: sets "archive" to the archive to use, or to nothing.
fast_start() {
    fast_java=$1
    fast_jar=$2
    fast_own=$3
    archive=
    case ${HRCAMEL_CDS:-} in
        off) return 0 ;;
        '') fast_cache=${XDG_CACHE_HOME:-${HOME:+$HOME/.cache}} ;;
        *) fast_own=$HRCAMEL_CDS fast_cache= ;;
    esac
    case ${HRCAMEL_JAVA_OPTS:-} in
        *-Xshare:off* | *SharedArchiveFile* | *ArchiveClassesAtExit*) return 0 ;;
    esac
    fast_name=$(fast_start_name) || return 0
    # An empty file says that it cannot be made.
    for fast_folder in "$fast_own" ${fast_cache:+"$fast_cache/hrcamel"}; do
        fast_file=$fast_folder/$fast_name
        if [ -f "$fast_file" ] && { [ "$fast_folder" = "$fast_own" ] || [ -O "$fast_file" ]; }; then
            fast_start_use
            return 0
        fi
    done
    [ -z "$brief" ] || return 0
    for fast_folder in "$fast_own" ${fast_cache:+"$fast_cache/hrcamel"}; do
        if mkdir -p "$fast_folder" 2>/dev/null && [ -w "$fast_folder" ]; then
            fast_file=$fast_folder/$fast_name
            fast_start_make
            fast_start_use
            return 0
        fi
    done
}

fast_start_use() {
    [ ! -s "$fast_file" ] || archive=$fast_file
}

# A name that tells this Java and these jars from all others; fails where it cannot be had.
fast_start_name() {
    # Java keeps no classes of a jar whose path it has to encode, and takes a colon for the end of the archive's path.
    case $fast_jar in
        *[!A-Za-z0-9/._~+=@,-]*) return 1 ;;
    esac
    case $fast_own$fast_cache in
        *:*) return 1 ;;
    esac
    if stat -c %s "$fast_jar" >/dev/null 2>&1; then
        fast_format='-Lc%n %s %Y'
    else
        fast_format='-Lf%N %z %m'
    fi
    fast_sum=$(
        fast_real=$(readlink -f -- "$fast_java") || fast_real=$fast_java
        fast_modules=$(dirname -- "$(dirname -- "$fast_real")")/lib/modules
        {
            echo "$fast_real"
            # No such file: something that looks for a Java by itself.
            stat "$fast_format" "$fast_modules" || "$fast_java" -version 2>&1
            find "$fast_jar" "$(dirname -- "$fast_jar")/lib" -name '*.jar' -exec stat "$fast_format" {} +
            cksum <"$fast_jar"
        } 2>/dev/null | cksum 2>/dev/null
    ) && [ -n "$fast_sum" ] || return 1
    echo "hrcamel-$(echo "$fast_sum" | tr ' ' -).jsa"
}

# Several may do this at once: each writes a file of its own, and the last one stays.
fast_start_make() {
    echo "Preparing a faster start; this takes some seconds, once." >&2
    fast_draft=$fast_file.$$
    # Of the options for Java only where temporary files go: others could open a port or write a file.
    fast_options=
    for fast_argument in ${HRCAMEL_JAVA_OPTS:-}; do
        case $fast_argument in
            -D*tmpdir=*) fast_options="$fast_options $fast_argument" ;;
        esac
    done
    (
        unset JAVA_TOOL_OPTIONS JDK_JAVA_OPTIONS _JAVA_OPTIONS HRCAMEL_LOG_LEVEL
        exec "$fast_java" -Dfile.encoding=UTF-8 $fast_options -XX:ArchiveClassesAtExit="$fast_draft" -jar "$fast_jar" rehearse
    ) </dev/null >/dev/null 2>&1 &
    fast_rehearsal=$!
    trap 'fast_start_stop; exit 130' INT
    trap 'fast_start_stop; exit 143' TERM HUP
    wait "$fast_rehearsal" && [ -s "$fast_draft" ] || : >"$fast_draft" || true
    trap - INT TERM HUP
    mv -f "$fast_draft" "$fast_file" 2>/dev/null || rm -f "$fast_draft"
    # Those of builds before this one.
    find "$(dirname -- "$fast_file")" -name 'hrcamel-*.jsa*' ! -newer "$fast_jar" ! -path "$fast_file" -exec rm -f {} + 2>/dev/null || true
}

fast_start_stop() {
    kill "$fast_rehearsal" 2>/dev/null || true
    wait "$fast_rehearsal" 2>/dev/null || true
    rm -f "$fast_draft"
}
