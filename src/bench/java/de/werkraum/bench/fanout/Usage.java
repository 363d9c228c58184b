package de.werkraum.bench.fanout;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What processes have taken of the machine, from {@code /proc}. */
final class Usage {
    /** Clock ticks of the kernel's interface a second; 100 on Linux wherever Java runs. */
    private static final double TICKS = 100;

    private Usage() {}

    /** Processor seconds of a process, in user and kernel mode. */
    static double seconds(long pid) {
        String[] fields = stat(pid);
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS;
    }

    /** Processor seconds of a process and of its children, also of those that have ended. */
    static double secondsWithChildren(long pid) {
        String[] own = stat(pid);
        double seconds = seconds(pid) + (Long.parseLong(own[13]) + Long.parseLong(own[14])) / TICKS;
        for (long child : children(pid)) {
            try {
                seconds += seconds(child);
            } catch (UncheckedIOException e) {
                // It has just ended, and its parent counts it from now on.
            }
        }
        return seconds;
    }

    /** Fields after the name in parentheses, which may hold spaces: the state is number 0. */
    private static String[] stat(long pid) {
        String line = read(Path.of("/proc/" + pid + "/stat"));
        return line.substring(line.lastIndexOf(')') + 2).split(" ");
    }

    /** Resident bytes of a process. */
    static long resident(long pid) {
        return kilobytes(read(Path.of("/proc/" + pid + "/status")), "VmRSS:");
    }

    /** The most resident bytes that a process has had. */
    static long peak(long pid) {
        return kilobytes(read(Path.of("/proc/" + pid + "/status")), "VmHWM:");
    }

    /** Bytes of a process and its children, shared pages counted once. */
    static long proportional(long pid) {
        long bytes = kilobytes(read(Path.of("/proc/" + pid + "/smaps_rollup")), "Pss:");
        for (long child : children(pid)) {
            bytes += kilobytes(read(Path.of("/proc/" + child + "/smaps_rollup")), "Pss:");
        }
        return bytes;
    }

    private static long kilobytes(String text, String field) {
        return text.lines()
                        .filter(line -> line.startsWith(field))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                        .findFirst()
                        .orElse(0)
                * 1_024;
    }

    private static List<Long> children(long pid) {
        return ProcessHandle.of(pid).stream()
                .flatMap(ProcessHandle::children)
                .map(ProcessHandle::pid)
                .toList();
    }

    /** Load of the machine over the last minute. */
    static double load() {
        return Double.parseDouble(read(Path.of("/proc/loadavg")).split(" ")[0]);
    }

    private static String read(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return String.join("\n", lines.toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
