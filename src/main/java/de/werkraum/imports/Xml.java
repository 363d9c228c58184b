package de.werkraum.imports;

import java.io.ByteArrayInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** XML of files that people bring, as a stream. There is no document type in them, so there are no entities either but those of XML itself. */
public final class Xml {
    /** Deeper than any office file nests; a text of nothing but opening tags ends here. */
    private static final int DEPTH = 500;

    /** Reads a part of a file. */
    @FunctionalInterface
    public interface Reading {
        /** Reads from before the root element on. */
        void read(XMLStreamReader xml) throws XMLStreamException;
    }

    private Xml() {}

    /** Reads a part to its end; what is no XML, or has a document type, is damaged. */
    public static void read(byte[] part, Reading reading) {
        XMLStreamReader xml = null;
        try {
            xml = factory().createXMLStreamReader(new ByteArrayInputStream(part));
            reading.read(xml);
        } catch (XMLStreamException e) {
            throw Unreadable.damaged();
        } finally {
            close(xml);
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    private static void close(@Nullable XMLStreamReader xml) {
        try {
            if (xml != null) {
                xml.close();
            }
        } catch (XMLStreamException e) {
            // Read from memory: there is nothing to give back.
        }
    }

    /** Whoever reads for too long is interrupted. */
    static void inTime() {
        if (Thread.currentThread().isInterrupted()) {
            throw Unreadable.tooLong();
        }
    }

    /** Goes on to where the next element begins; false at the end of the part. */
    public static boolean next(XMLStreamReader xml) throws XMLStreamException {
        inTime();
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                return true;
            } else if (event == XMLStreamConstants.DTD) {
                throw Unreadable.damaged();
            }
        }
        return false;
    }

    /** Goes on to the next element within the one that has begun; false where that ends. */
    public static boolean child(XMLStreamReader xml) throws XMLStreamException {
        inTime();
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                return true;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                return false;
            }
        }
        return false;
    }

    /** Goes to the end of the element that has just begun. */
    public static void skip(XMLStreamReader xml) throws XMLStreamException {
        for (int depth = 1; depth > 0 && xml.hasNext(); ) {
            int event = xml.next();
            depth += event == XMLStreamConstants.START_ELEMENT ? 1 : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
            if (depth > DEPTH) {
                throw Unreadable.damaged();
            }
        }
    }

    /** The text of the element that has just begun, of all within it. */
    public static String text(XMLStreamReader xml) throws XMLStreamException {
        var text = new StringBuilder();
        for (int depth = 1; depth > 0 && xml.hasNext(); ) {
            int event = xml.next();
            if (event == XMLStreamConstants.CHARACTERS
                    || event == XMLStreamConstants.SPACE
                    || event == XMLStreamConstants.CDATA) {
                text.append(xml.getText());
            }
            depth += event == XMLStreamConstants.START_ELEMENT ? 1 : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
        }
        return text.toString();
    }

    /** An attribute by its name, whatever its namespace; null where there is none. */
    public static @Nullable String attribute(XMLStreamReader xml, String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return null;
    }

    /** A number of an attribute, not negative; another where it is missing or none. */
    static int number(@Nullable String attribute, int otherwise) {
        return attribute != null && attribute.matches("\\d{1,9}") ? Integer.parseInt(attribute) : otherwise;
    }

    static boolean isTrue(@Nullable String attribute) {
        return "1".equals(attribute) || "true".equals(attribute);
    }
}
