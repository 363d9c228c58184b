package de.werkraum.bench.fanout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Measurements as lines of a file, to which each is appended when it is whole: load, server, run, point of a curve, then name and value of each
 * figure, separated by tabs. What the file holds already need not be measured again.
 */
final class Results {
    private static final String TAB = "\t";

    private final Path file;
    private final Set<Key> done = new HashSet<>();
    private final Map<String, Double> rates = new HashMap<>();

    /** One measurement by its name. */
    record Key(String load, String server, int run) {}

    /** One line of it; the point is empty unless it is part of a curve or of several. */
    record Line(String point, Figures figures) {
        Line(Figures figures) {
            this("", figures);
        }
    }

    Results(Path file) throws IOException {
        this.file = file;
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file)) {
                String[] cells = line.split(TAB, -1);
                done.add(new Key(cells[0], cells[1], Integer.parseInt(cells[2])));
                noteRate(cells);
            }
        }
    }

    private void noteRate(String[] cells) {
        for (int i = 4; i + 1 < cells.length; i += 2) {
            if (cells[i].equals(Figures.RATE)) {
                rates.put(cells[0] + TAB + cells[1], Double.parseDouble(cells[i + 1]));
            }
        }
    }

    boolean has(Key key) {
        return done.contains(key);
    }

    /** The last updates a second that this server reached in this load, or what is to be assumed. */
    double rate(Key key, double assumed) {
        return rates.getOrDefault(key.load() + TAB + key.server(), assumed);
    }

    void add(Key key, List<Line> lines) throws IOException {
        StringBuilder text = new StringBuilder();
        for (Line line : lines) {
            String figures = line.figures().values().entrySet().stream()
                    .map(figure -> figure.getKey() + TAB + shown(figure.getValue()))
                    .collect(Collectors.joining(TAB));
            text.append(String.join(
                            TAB, key.load(), key.server(), String.valueOf(key.run()), line.point(), figures))
                    .append('\n');
            if (line.figures().values().containsKey(Figures.RATE)) {
                rates.put(key.load() + TAB + key.server(), line.figures().get(Figures.RATE));
            }
        }
        Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        done.add(key);
        System.out.print(text.toString().replace(TAB, "  "));
    }

    static String shown(double value) {
        return String.format(Locale.ROOT, Math.abs(value) < 100 ? "%.3f" : "%.0f", value);
    }
}
