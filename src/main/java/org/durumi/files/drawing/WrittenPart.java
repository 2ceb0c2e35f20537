package org.durumi.files.drawing;

import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** A part of a document that is written in XML, looked through for what acts, hides another file or fetches something when it is opened. */
final class WrittenPart {
    private static final int DEEPEST = 500;

    private static final XMLInputFactory XML = XMLInputFactory.newDefaultFactory();

    static {
        XML.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        XML.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        XML.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
    }

    /** Elements that act, hold another document or fetch something, in a DOCX or an ODT, whatever namespace they claim. */
    private static final Set<String> NEVER = Set.of(
            "altchunk",
            "applet",
            "attachedtemplate",
            "control",
            "connection-resource",
            "database-display",
            "database-next",
            "database-row-select",
            "dde-connection",
            "dde-connection-decl",
            "dde-source",
            "encryption-data",
            "entrymacro",
            "event-listener",
            "event-listeners",
            "execute-macro",
            "exitmacro",
            "floating-frame",
            "mailmerge",
            "object",
            "object-ole",
            "oleobject",
            "plugin",
            "script",
            "section-source",
            "sourcefilename",
            "subdoc",
            "table-source");

    private static final Set<String> TAPPED = Set.of("hyperlink", "hlinkclick", "hlinkhover", "hlinkmouseover");
    private static final Set<String> DRAWN_BY_ADDRESS = Set.of("imagedata", "fill", "stroke", "textdata");
    private static final String XLINK = "http://www.w3.org/1999/xlink";
    private static final String ODF_TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";

    /** Who wrote it, when, and how often it was changed: a part of this kind is replaced by one that says nothing. */
    private static final Map<QName, String> SAYING_NOTHING = Map.of(
            new QName("http://schemas.openxmlformats.org/package/2006/metadata/core-properties", "coreProperties"),
            "<coreProperties xmlns=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\"/>",
            new QName("http://schemas.openxmlformats.org/officeDocument/2006/extended-properties", "Properties"),
            "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\"/>",
            new QName("http://purl.oclc.org/ooxml/officeDocument/extendedProperties", "Properties"),
            "<Properties xmlns=\"http://purl.oclc.org/ooxml/officeDocument/extendedProperties\"/>",
            new QName("http://schemas.openxmlformats.org/officeDocument/2006/custom-properties", "Properties"),
            "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/custom-properties\"/>",
            new QName("http://purl.oclc.org/ooxml/officeDocument/customProperties", "Properties"),
            "<Properties xmlns=\"http://purl.oclc.org/ooxml/officeDocument/customProperties\"/>",
            new QName("urn:oasis:names:tc:opendocument:xmlns:office:1.0", "document-meta"),
            "<office:document-meta xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" office:version=\"1.2\">"
                    + "<office:meta/></office:document-meta>");

    private final String name;
    private final Relations relations;
    private final FieldCodes fields = new FieldCodes();
    private boolean saysField;

    WrittenPart(String name, Relations relations) {
        this.name = name;
        this.relations = relations;
    }

    /**
     * What is stored of it.
     *
     * @throws NotDrawable if it is not taken, or cannot be read without doubt
     */
    byte[] lookedThrough(byte[] text) {
        try {
            XMLStreamReader xml = XML.createXMLStreamReader(new StringReader(decoded(text)));
            Optional<String> nothing = read(xml);
            return nothing.map(each -> each.getBytes(StandardCharsets.UTF_8)).orElse(text);
        } catch (XMLStreamException | CharacterCodingException unreadable) {
            throw NotDrawable.document();
        }
    }

    /** In another encoding, another program could read something else. */
    private static String decoded(byte[] text) throws CharacterCodingException {
        String all = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(text))
                .toString();
        return all.startsWith("\uFEFF") ? all.substring(1) : all;
    }

    /** What stands in its place; empty if it stays. */
    private Optional<String> read(XMLStreamReader xml) throws XMLStreamException {
        requirePlain(xml);
        int depth = 0;
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (depth == 0 && SAYING_NOTHING.containsKey(xml.getName())) {
                        return Optional.of(SAYING_NOTHING.get(xml.getName()));
                    }
                    depth++;
                    require(depth <= DEEPEST);
                    element(xml);
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    depth--;
                    saysField = false;
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (saysField) {
                        fields.says(xml.getText());
                    }
                }
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> throw NotDrawable.document();
                case XMLStreamConstants.PROCESSING_INSTRUCTION ->
                    require(!xml.getPITarget().toLowerCase(Locale.ROOT).contains("stylesheet"));
                default -> {
                    // Blanks and comments.
                }
            }
        }
        fields.end();
        return Optional.empty();
    }

    private static void requirePlain(XMLStreamReader xml) {
        String encoding = xml.getCharacterEncodingScheme();
        String version = xml.getVersion();
        require(encoding == null || encoding.equalsIgnoreCase("UTF-8"));
        require(version == null || version.equals("1.0"));
    }

    private void element(XMLStreamReader xml) {
        String element = xml.getLocalName().toLowerCase(Locale.ROOT);
        require(!NEVER.contains(element));
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            attribute(xml, element, i);
        }
        switch (element) {
            case "relationship" ->
                relations.relation(
                        name, said(xml, "Id"), said(xml, "Type"), said(xml, "Target"), said(xml, "TargetMode"));
            case "fldchar" -> field(said(xml, "fldCharType"));
            case "instrtext", "delinstrtext" -> saysField = true;
            // Also what is no instruction is one, as long as the field has no result.
            case "t" -> saysField = fields.isBeingSaid();
            default -> saysField = false;
        }
    }

    private void attribute(XMLStreamReader xml, String element, int i) {
        String namespace = Optional.ofNullable(xml.getAttributeNamespace(i)).orElse("");
        String value = xml.getAttributeValue(i);
        switch (xml.getAttributeLocalName(i).toLowerCase(Locale.ROOT)) {
            case "href" -> {
                if (namespace.equals(XLINK)) {
                    boolean isTapped = element.equals("a") && ODF_TEXT.equals(xml.getNamespaceURI());
                    require(isTapped ? Relations.mayBeTapped(value) : Relations.isInside(value));
                } else if (DRAWN_BY_ADDRESS.contains(element)) {
                    require(Relations.isInside(value));
                }
            }
            case "actuate" -> require(!element.equals("a") || !value.equalsIgnoreCase("onLoad"));
            case "src" -> require(Relations.isInside(value));
            case "base" -> require(!namespace.equals("http://www.w3.org/XML/1998/namespace"));
            case "instr" -> FieldCodes.require(value);
            case "contenttype" -> relations.part(said(xml, "PartName"), value);
            default -> {
                // It says how something looks.
            }
        }
        if (namespace.endsWith("/relationships") && !TAPPED.contains(element)) {
            relations.shows(name, value);
        }
    }

    private void field(String what) {
        switch (what) {
            case "begin" -> fields.begins();
            case "separate" -> fields.results();
            default -> fields.ends();
        }
    }

    /** The value of an attribute, in whatever namespace; empty if there is none. */
    private static String said(XMLStreamReader xml, String attribute) {
        String said = "";
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equalsIgnoreCase(attribute)) {
                require(said.isEmpty());
                said = xml.getAttributeValue(i);
            }
        }
        return said;
    }

    private static void require(boolean harmless) {
        if (!harmless) {
            throw NotDrawable.document();
        }
    }
}
