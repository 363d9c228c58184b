package de.werkraum.support;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Prometheus' text format 0.0.4, read strictly: each sample belongs to the family announced last, none comes twice, histograms add up. */
public final class Exposition {
    private static final Pattern COMMENT = Pattern.compile("# (HELP|TYPE) ([a-zA-Z_:][a-zA-Z0-9_:]*) (.+)");
    private static final Pattern SAMPLE = Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)(\\{.*})? (\\S+)");
    private static final Pattern LABEL =
            Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)=\"((?:[^\"\\\\\\n]|\\\\[\\\\\"n])*)\",?");

    private final Map<String, Double> samples = new LinkedHashMap<>();
    private final Map<String, String> types = new HashMap<>();

    private Exposition() {}

    /** Fails by name on the first line that is not as the format has it. */
    public static Exposition read(String text) {
        Exposition read = new Exposition();
        if (!text.endsWith("\n")) {
            throw new AssertionError("the last line has no end");
        }
        String family = "";
        Set<String> seen = new HashSet<>();
        for (String line : text.lines().toList()) {
            Matcher comment = COMMENT.matcher(line);
            if (comment.matches()) {
                if (comment.group(1).equals("TYPE")) {
                    family = comment.group(2);
                    if (!seen.add(family)) {
                        throw new AssertionError("family twice: " + line);
                    }
                    read.types.put(family, comment.group(3));
                }
            } else {
                read.sample(line, family);
            }
        }
        read.histograms();
        return read;
    }

    private void sample(String line, String family) {
        Matcher sample = SAMPLE.matcher(line);
        if (!sample.matches() || !sample.group(1).startsWith(family)) {
            throw new AssertionError("no sample of " + family + ": " + line);
        }
        String labels = sample.group(2);
        if (labels != null
                && !LABEL.matcher(labels.substring(1, labels.length() - 1))
                        .replaceAll("")
                        .isEmpty()) {
            throw new AssertionError("labels: " + line);
        }
        String key = sample.group(1) + (labels == null ? "" : labels);
        String value = sample.group(3).replace("+Inf", "Infinity");
        if (samples.put(key, Double.parseDouble(value)) != null) {
            throw new AssertionError("sample twice: " + line);
        }
    }

    private void histograms() {
        types.forEach((name, type) -> {
            if (type.equals("histogram") && sum(name + "_bucket{le=\"+Inf\"}") != sum(name + "_count")) {
                throw new AssertionError(name + ": buckets and count differ");
            }
        });
    }

    /** The sum of all samples whose name and labels begin so; 0 if there is none. */
    public double sum(String start) {
        return samples.entrySet().stream()
                .filter(sample -> sample.getKey().startsWith(start))
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }

    /** Type by family. */
    public Map<String, String> types() {
        return types;
    }
}
