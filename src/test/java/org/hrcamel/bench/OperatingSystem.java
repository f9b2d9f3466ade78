package org.hrcamel.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What Linux tells of a process; nothing, once it has ended. */
final class OperatingSystem {

    private static final double NANOS = 1e9;
    private static final double TICKS_A_SECOND = 100.0;
    private static final int USER_TIME = 11;
    private static final int KERNEL_TIME = 12;
    private static final long KILOBYTE = 1024;

    private OperatingSystem() {}

    /** CPU that this very process has used so far, in user and kernel mode. */
    static double cpuSeconds() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime() / NANOS;
    }

    /** CPU that a process has used so far, to a hundredth of a second; not a number when there is no such process. */
    static double cpuSeconds(long pid) {
        try {
            String line = Files.readString(Path.of("/proc/" + pid + "/stat"));
            // The name, in brackets, may have blanks.
            String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
            return (Long.parseLong(fields[USER_TIME]) + Long.parseLong(fields[KERNEL_TIME])) / TICKS_A_SECOND;
        } catch (IOException gone) {
            return Double.NaN;
        }
    }

    /** The memory that a process has in RAM, in bytes; 0 when there is no such process. */
    static long resident(long pid) {
        return status(pid, "VmRSS:") * KILOBYTE;
    }

    /** The most memory that a process has had in RAM, in bytes; 0 when there is no such process. */
    static long peakResident(long pid) {
        return status(pid, "VmHWM:") * KILOBYTE;
    }

    /** The threads that a process has; 0 when there is no such process. */
    static int threads(long pid) {
        return (int) status(pid, "Threads:");
    }

    private static long status(long pid, String name) {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
            return lines.filter(line -> line.startsWith(name))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException gone) {
            return 0;
        }
    }
}
