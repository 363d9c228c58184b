package de.werkraum.handover;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The answer of a DAV server about several things (RFC 4918). */
final class Multistatus {
    /**
     * One thing.
     *
     * @param etag empty where the server gives none
     * @param data its calendar, empty where not asked for
     */
    record Thing(String href, String etag, boolean calendar, String data) {}

    private static final String DAV = "DAV:";
    private static final String CALDAV = "urn:ietf:params:xml:ns:caldav";

    private String href = "";
    private String etag = "";
    private String data = "";
    private boolean calendar;

    private Multistatus() {}

    /** Reads it; DAV has no document types, so there are no entities but those of XML itself. */
    static List<Thing> read(byte[] body) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(body));
        var things = new ArrayList<Thing>();
        var one = new Multistatus();
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                one.begin(xml);
            } else if (event == XMLStreamConstants.END_ELEMENT && is(xml, DAV, "response")) {
                things.add(new Thing(one.href, one.etag, one.calendar, one.data));
                one = new Multistatus();
            }
        }
        return things;
    }

    private void begin(XMLStreamReader xml) throws XMLStreamException {
        if (is(xml, DAV, "href") && href.isEmpty()) {
            href = xml.getElementText().strip();
        } else if (is(xml, DAV, "getetag")) {
            etag = xml.getElementText().strip();
        } else if (is(xml, CALDAV, "calendar-data")) {
            data = xml.getElementText();
        } else if (is(xml, CALDAV, "calendar")) {
            calendar = true;
        }
    }

    private static boolean is(XMLStreamReader xml, String space, String name) {
        return name.equals(xml.getLocalName()) && space.equals(xml.getNamespaceURI());
    }
}
