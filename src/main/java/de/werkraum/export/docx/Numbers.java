package de.werkraum.export.docx;

import java.math.BigInteger;
import org.apache.poi.xwpf.usermodel.XWPFAbstractNum;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFNum;
import org.apache.poi.xwpf.usermodel.XWPFNumbering;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTAbstractNum;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTLvl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTNum;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STNumberFormat;

/** Lists. Each counted one is a numbering of its own, else the next would count on from the one before. */
final class Numbers {
    static final int LEVELS = 9;
    private static final int INDENT = 340;
    private static final String[] SIGNS = {"•", "◦", "▪"};

    private final XWPFNumbering numbering;
    private final BigInteger counted;
    private final BigInteger bullets;
    private long last = 1;

    Numbers(XWPFDocument document) {
        numbering = document.createNumbering();
        bullets = numbering.addNum(kind(BigInteger.ONE, false));
        counted = kind(BigInteger.TWO, true);
    }

    BigInteger bullets() {
        return bullets;
    }

    /** A fresh list that begins with a number at a depth. */
    BigInteger from(int start, int depth) {
        CTNum list = CTNum.Factory.newInstance();
        // POI looks for a free number, and for a number's list, from the first on.
        list.setNumId(BigInteger.valueOf(++last));
        list.addNewAbstractNumId().setVal(counted);
        var override = list.addNewLvlOverride();
        override.setIlvl(BigInteger.valueOf(Math.min(depth, LEVELS - 1L)));
        override.addNewStartOverride().setVal(BigInteger.valueOf(start));
        return numbering.addNum(new XWPFNum(list, numbering));
    }

    private BigInteger kind(BigInteger id, boolean numbers) {
        CTAbstractNum kind = CTAbstractNum.Factory.newInstance();
        kind.setAbstractNumId(id);
        for (int level = 0; level < LEVELS; level++) {
            CTLvl look = kind.addNewLvl();
            look.setIlvl(BigInteger.valueOf(level));
            look.addNewStart().setVal(BigInteger.ONE);
            look.addNewNumFmt()
                    .setVal(
                            !numbers
                                    ? STNumberFormat.BULLET
                                    : level % 2 == 0 ? STNumberFormat.DECIMAL : STNumberFormat.LOWER_LETTER);
            look.addNewLvlText().setVal(numbers ? "%" + (level + 1) + "." : SIGNS[level % SIGNS.length]);
            var indent = look.addNewPPr().addNewInd();
            indent.setLeft(BigInteger.valueOf((level + 1L) * INDENT));
            indent.setHanging(BigInteger.valueOf(INDENT));
        }
        return numbering.addAbstractNum(new XWPFAbstractNum(kind));
    }
}
