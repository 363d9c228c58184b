package de.werkraum.packages;

import de.werkraum.support.Conditions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * A machine with this one's programs and a systemd of its own, in namespaces: what is done to it is forgotten when it is closed. Needs root.
 * Its root is an overlay that is pivoted to, since chroot would keep services from user namespaces.
 */
final class Machine implements AutoCloseable {
    private static final Duration BOOT = Duration.ofSeconds(30);
    private static final String BEGIN =
            """
            set -e
            mount --make-rprivate /
            mount -t tmpfs machine /mnt
            cd /mnt
            mkdir upper work root
            mount -t overlay machine -o lowerdir=/,upperdir=upper,workdir=work root
            cd root
            mount -t proc proc proc
            mount -t sysfs sys sys
            mount -t tmpfs run run
            mount -t tmpfs tmp tmp
            mount --rbind /dev dev
            mount -t tmpfs cgroup sys/fs/cgroup
            mkdir sys/fs/cgroup/systemd
            mount -t cgroup -o none,name=systemd systemd sys/fs/cgroup/systemd || mount -t cgroup2 cgroup sys/fs/cgroup
            ip link set lo up
            # Images for containers keep services from being started.
            rm -rf etc/systemd/system/*.wants usr/sbin/policy-rc.d
            mkdir -p old
            pivot_root . old
            umount -l /old
            container=other exec /lib/systemd/systemd --system --unit=basic.target --log-target=journal --show-status=0
            """;

    private final Process outside;
    private final long init;

    private Machine(Process outside, long init) {
        this.outside = outside;
        this.init = init;
    }

    static Machine boot() throws IOException {
        Path log = Files.createTempFile("machine-", ".log");
        Process outside = new ProcessBuilder(
                        "unshare",
                        "--mount",
                        "--pid",
                        "--fork",
                        "--uts",
                        "--ipc",
                        "--net",
                        "--cgroup",
                        "sh",
                        "-c",
                        BEGIN)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        Conditions.await(
                "the machine's first process", BOOT, () -> outside.children().count() > 0 || !outside.isAlive());
        if (!outside.isAlive()) {
            throw new IOException(Files.readString(log));
        }
        Machine machine = new Machine(
                outside, outside.children().findFirst().orElseThrow().pid());
        Conditions.await("systemd", BOOT, () -> machine.ask("systemctl is-system-running")
                .said()
                .contains("running"));
        return machine;
    }

    /** Runs a script in it. */
    Shell ask(String script) {
        return Shell.run(List.of(
                "nsenter",
                "--target=" + init,
                "--mount",
                "--pid",
                "--uts",
                "--ipc",
                "--net",
                "--cgroup",
                "--root",
                "--wd",
                "sh",
                "-ec",
                script));
    }

    /** What a script says that must go well. */
    String tell(String script) {
        return ask(script).well();
    }

    /** Its first process takes all others along. */
    @Override
    public void close() {
        ProcessHandle.of(init).ifPresent(ProcessHandle::destroyForcibly);
        outside.destroyForcibly();
    }
}
