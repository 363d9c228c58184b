package de.werkraum.bench.fanout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Measurements as lines of a file, appended as they come: load, server, run, point of a curve, then name and value of each figure, separated by
 * tabs. Prints medians over the runs.
 */
final class Results {
    private final Path file;
    private final List<Line> lines = new ArrayList<>();

    /** One measurement; {@code point} is empty unless it is part of a curve. */
    record Line(String load, String server, int run, String point, Figures figures) {}

    Results(Path file) {
        this.file = file;
    }

    void add(String load, Server server, int run, String point, Figures figures) throws IOException {
        lines.add(new Line(load, server.name(), run, point, figures));
        String text = figures.values().entrySet().stream()
                .map(figure -> figure.getKey() + "\t" + shown(figure.getValue()))
                .collect(Collectors.joining("\t"));
        String line = String.join("\t", load, server.name(), String.valueOf(run), point, text);
        Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        System.out.println(line.replace("\t", "  "));
    }

    /** A Markdown table: one row a server and point, the median of each figure. */
    String table() {
        Set<String> names = new LinkedHashSet<>();
        Map<String, List<Figures>> rows = new LinkedHashMap<>();
        for (Line line : lines) {
            names.addAll(line.figures().values().keySet());
            rows.computeIfAbsent(
                            "| " + line.load() + " " + line.point() + " | " + line.server() + " |",
                            row -> new ArrayList<>())
                    .add(line.figures());
        }
        StringBuilder table = new StringBuilder("| load | server |");
        names.forEach(name -> table.append(' ').append(name).append(" |"));
        table.append("\n| --- | --- |").append(" ---: |".repeat(names.size())).append('\n');
        rows.forEach((row, all) -> {
            table.append(row);
            for (String name : names) {
                List<Double> sorted = all.stream()
                        .map(figures -> figures.get(name))
                        .filter(value -> !value.isNaN())
                        .sorted()
                        .toList();
                table.append(' ')
                        .append(sorted.isEmpty() ? "–" : shown(sorted.get(sorted.size() / 2)))
                        .append(" |");
            }
            table.append('\n');
        });
        return table.toString();
    }

    private static String shown(double value) {
        return String.format(Locale.ROOT, Math.abs(value) < 100 ? "%.2f" : "%.0f", value);
    }
}
