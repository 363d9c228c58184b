package de.werkraum.export.house;

import de.werkraum.export.Style;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * A house's style, read from its folder: {@code style.properties}, a logo, the cuts of a font. What can't be used is left out
 * and told in a sentence, so that documents come in any case.
 */
public final class StyleFolder {
    /** Beyond it a sender or footer is no line of a letter any more. */
    private static final int LINE_CHARS = 200;

    private static final int LINES = 6;

    /** Logos go into every document, base64 in the case of PDF. */
    private static final int LOGO_BYTES = 2_000_000;

    /** A font with Chinese signs has 10 MB; of one in use only the used signs are embedded. */
    private static final int FONT_BYTES = 16_000_000;

    private static final List<String> NAMES = List.of("sender", "footer", "accent", "logo", "font");

    private static final List<String> LOGOS = List.of("logo.png", "logo.jpg", "logo.jpeg");

    private final Path folder;
    private final List<String> complaints = new ArrayList<>();

    private StyleFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * What was found.
     *
     * @param complaints a sentence for each thing that can't be used
     */
    public record Found(Style style, List<String> complaints) {}

    public static Found read(Path folder) {
        var reading = new StyleFolder(folder);
        Style style = reading.style();
        return new Found(style, List.copyOf(reading.complaints));
    }

    private Style style() {
        if (!Files.isDirectory(folder)) {
            complain("it is no folder that can be read");
            return Style.PLAIN;
        }
        Properties words = words();
        String sender = String.join("\n", lines(words, "sender"));
        return new Style(sender, lines(words, "footer"), accent(words), logo(words), typeface(words));
    }

    private Properties words() {
        var words = new Properties();
        Path file = folder.resolve("style.properties");
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                words.load(reader);
            } catch (IOException | IllegalArgumentException e) {
                complain("style.properties can't be read as UTF-8 lines of the form name = value");
            }
        }
        words.stringPropertyNames().stream()
                .filter(name -> !NAMES.contains(name))
                .sorted()
                .forEach(name -> complain("style.properties has " + name + ", which means nothing here; there are "
                        + String.join(", ", NAMES)));
        return words;
    }

    /** {@code \n} parts lines, as usual in such files. */
    private List<String> lines(Properties words, String name) {
        List<String> lines = words.getProperty(name, "")
                .lines()
                .map(line -> line.replaceAll("\\p{C}+", " ").strip())
                .filter(line -> !line.isEmpty())
                .toList();
        if (lines.size() > LINES || lines.stream().anyMatch(line -> line.length() > LINE_CHARS)) {
            complain(name + " has more than " + LINES + " lines or one of more than " + LINE_CHARS + " characters");
            return List.of();
        }
        return lines;
    }

    private String accent(Properties words) {
        String accent = words.getProperty("accent", "").strip();
        if (accent.isEmpty()) {
            return Style.PLAIN.accent();
        }
        if (!Colour.isOne(accent)) {
            complain("accent must be a colour such as #1f4e79");
        } else if (!Colour.isReadableOnWhite(accent)) {
            complain("accent " + accent + " is too light to be read on white (WCAG wants a contrast of 4.5)");
        } else {
            return accent;
        }
        return Style.PLAIN.accent();
    }

    private Style.@Nullable Logo logo(Properties words) {
        for (String name : LOGOS) {
            byte[] bytes = file(name, LOGO_BYTES);
            if (bytes != null) {
                String alternative = String.join(" ", lines(words, "logo"));
                if (alternative.isEmpty()) {
                    complain("style.properties must say with logo = … what " + name
                            + " shows, for those who can't see it");
                    return null;
                }
                Style.Logo logo = Picture.logo(bytes, alternative);
                if (logo == null) {
                    complain(name + " is no PNG or JPEG of 1 to " + Picture.SIDE + " pixels a side");
                }
                return logo;
            }
        }
        if (Files.exists(folder.resolve("logo.svg"))) {
            complain("logo.svg can't be used; save it as logo.png, 400 pixels high");
        }
        return null;
    }

    private Style.@Nullable Typeface typeface(Properties words) {
        byte[] regular = font("font.ttf");
        if (regular == null) {
            return null;
        }
        List<String> name = lines(words, "font");
        if (name.size() != 1 || !name.get(0).matches("[\\p{L}\\p{N} -]{1,60}")) {
            complain("style.properties must say with font = … what font.ttf is called");
            return null;
        }
        return new Style.Typeface(name.get(0), regular, font("font-bold.ttf"), font("font-italic.ttf"));
    }

    private byte @Nullable [] font(String name) {
        byte[] bytes = file(name, FONT_BYTES);
        String trouble = bytes == null ? null : TrueType.trouble(bytes);
        if (trouble != null) {
            complain(name + " " + trouble);
            return null;
        }
        return bytes;
    }

    private byte @Nullable [] file(String name, int most) {
        Path file = folder.resolve(name);
        try {
            if (!Files.exists(file)) {
                return null;
            }
            if (Files.size(file) <= most) {
                return Files.readAllBytes(file);
            }
            complain(name + " has more than " + most / 1_000_000 + " MB");
        } catch (IOException e) {
            complain(name + " can't be read");
        }
        return null;
    }

    private void complain(String what) {
        complaints.add("WERKRAUM_STYLE " + folder + ": " + what + "; documents do without.");
    }
}
