package de.werkraum.imports;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;

/** How the numbers of a workbook are shown, and which of them are days. */
final class XlsxStyles {
    /** What a double holds: 0.1 + 0.2 is 0.3. */
    private static final MathContext DIGITS = new MathContext(15, RoundingMode.HALF_UP);

    private static final long MINUTES_A_DAY = 1_440;
    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);
    private static final LocalDate DAY_ZERO_1904 = LocalDate.of(1904, 1, 1);

    /** Before March 1900 Excel counts a day that never was. */
    private static final int FIRST_DAY = 61;

    private static final int LAST_DAY = 2_958_465;

    private final DataFormatter shown = new DataFormatter(Locale.GERMANY);
    private final Map<Integer, String> formats = new HashMap<>();
    private final List<Integer> cells = new ArrayList<>();
    private final boolean since1904;

    private XlsxStyles(boolean since1904) {
        this.since1904 = since1904;
    }

    static XlsxStyles of(Parcel parcel, boolean since1904) {
        var styles = new XlsxStyles(since1904);
        parcel.part("xl/styles.xml").ifPresent(styles::read);
        return styles;
    }

    private void read(byte[] part) {
        Xml.read(part, xml -> {
            boolean inCells = false;
            while (Xml.next(xml)) {
                switch (xml.getLocalName()) {
                    case "numFmt" ->
                        formats.put(
                                Xml.number(Xml.attribute(xml, "numFmtId"), 0),
                                String.valueOf(Xml.attribute(xml, "formatCode")));
                    case "cellXfs" -> inCells = true;
                    case "cellStyles", "dxfs", "cellStyleXfs" -> inCells = false;
                    case "xf" -> {
                        if (inCells) {
                            cells.add(Xml.number(Xml.attribute(xml, "numFmtId"), 0));
                        }
                    }
                    default -> {}
                }
            }
        });
    }

    /** The time of a day that has one, to the minute. */
    private static String time(double number) {
        long minutes = Math.round((number - Math.floor(number)) * MINUTES_A_DAY);
        return minutes <= 0 || minutes >= MINUTES_A_DAY
                ? ""
                : String.format(Locale.ROOT, " %02d:%02d", minutes / 60, minutes % 60);
    }

    /** A number in the style of a cell. */
    Value value(double number, int style) {
        int id = style >= 0 && style < cells.size() ? cells.get(style) : 0;
        String known = formats.getOrDefault(id, BuiltinFormats.getBuiltinFormat(id));
        String format = known == null ? "General" : known;
        if (!Double.isFinite(number)) {
            return Value.nothing();
        }
        if (number >= FIRST_DAY && number <= LAST_DAY && DateUtil.isADateFormat(id, format)) {
            LocalDate day = (since1904 ? DAY_ZERO_1904 : DAY_ZERO).plusDays((long) number);
            return new Value.Day(day, String.format(Locale.ROOT, "%td.%<tm.%<tY", day) + time(number));
        }
        if (number < 0 && DateUtil.isADateFormat(id, format)) {
            // Excel itself shows nothing but ####.
            return new Value.Words(BigDecimal.valueOf(number).toPlainString());
        }
        BigDecimal exact = new BigDecimal(number, DIGITS).stripTrailingZeros();
        String text = Encoding.clean(shown.formatRawCellContents(number, id, format, since1904))
                .strip();
        return new Value.Amount(exact.scale() < 0 ? exact.setScale(0) : exact, format.contains("%"), text);
    }
}
