package de.werkraum.export.house;

import de.werkraum.export.Style;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;

/** A logo, decoded whole and written anew: then every format can hold it, whatever made the file. */
final class Picture {
    /** Pixels; more than any printer shows in 16 mm. */
    static final int SIDE = 4_000;

    private Picture() {}

    static Style.@Nullable Logo logo(byte[] bytes, String alternative) {
        ImageIO.setUseCache(false);
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return null;
            }
            ImageReader reader = readers.next();
            reader.setInput(in, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if (width > SIDE || height > SIDE) {
                return null;
            }
            var out = new ByteArrayOutputStream();
            ImageIO.write(plain(reader.read(0)), "png", out);
            return new Style.Logo(out.toByteArray(), "image/png", width, height, alternative);
        } catch (IOException | RuntimeException e) {
            // Readers throw either for a file that is none.
            return null;
        }
    }

    private static BufferedImage plain(BufferedImage image) {
        int kind = image.getColorModel().hasAlpha() ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB;
        var plain = new BufferedImage(image.getWidth(), image.getHeight(), kind);
        var pen = plain.createGraphics();
        pen.drawImage(image, 0, 0, null);
        pen.dispose();
        return plain;
    }
}
