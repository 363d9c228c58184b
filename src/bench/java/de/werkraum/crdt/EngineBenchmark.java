package de.werkraum.crdt;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The engine on recorded sessions: {@code mvn -Pbench -DskipTests test-compile exec:exec}. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class EngineBenchmark {
    @Param({"automerge-paper", "friendsforever"})
    public String trace = "";

    private List<byte[]> updates = List.of();
    private Doc doc = new Doc(1);
    private byte[] encoded = {};

    @Setup
    public void read() throws Exception {
        updates = Trace.read(trace).updates();
        doc = applyAllUpdates();
        encoded = doc.encodeStateAsUpdate();
    }

    @Benchmark
    public Doc applyAllUpdates() {
        Doc fresh = new Doc(1);
        updates.forEach(fresh::applyUpdate);
        return fresh;
    }

    @Benchmark
    public byte[] encode() {
        return doc.encodeStateAsUpdate();
    }

    @Benchmark
    public Doc load() {
        Doc fresh = new Doc(1);
        fresh.applyUpdate(encoded);
        return fresh;
    }

    @Benchmark
    public byte[] mergeAllUpdates() {
        return Updates.merge(updates);
    }
}
