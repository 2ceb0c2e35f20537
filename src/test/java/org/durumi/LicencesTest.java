package org.durumi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** What is in the WAR stands under a licence that we may ship, and docs/third-party.md names it. */
class LicencesTest {
    private static final Path PARTS = Path.of("target/sbom/durumi.xml");

    /** LGPL only for libraries that lie in the WAR unmodified, as jars of their own. */
    private static final Set<String> ALLOWED =
            Set.of("Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "LGPL-2.1-or-later", "MIT");

    @BeforeEach
    void the_list_of_parts_is_of_this_build() throws Exception {
        assertTrue(
                Files.exists(PARTS)
                        && Files.getLastModifiedTime(PARTS).compareTo(Files.getLastModifiedTime(Path.of("pom.xml")))
                                > 0,
                "Maven makes no list of parts offline: build once without -o");
    }

    @Test
    void every_part_has_a_licence_that_we_may_ship() throws Exception {
        Map<String, String> others = new TreeMap<>(partsOfTheWar());
        others.values().removeIf(ALLOWED::contains);
        assertEquals(Map.of(), others);
    }

    @Test
    void the_table_of_third_parties_is_what_lies_in_the_war() throws Exception {
        Map<String, String> named = new TreeMap<>();
        for (List<String> row : DomainTables.rows("../third-party.md", "part | in the WAR as")) {
            for (String artifact : DomainTables.items(row.get(1).replace("`", ""))) {
                named.put(artifact, row.get(2));
            }
        }
        Map<String, String> parts = partsOfTheWar();
        assertEquals(Set.of(), without(parts, named), "not in docs/third-party.md");
        assertEquals(Set.of(), without(named, parts), "not in the WAR");
    }

    /** The licence of each artifact; several are joined by «and», none is empty. */
    private static Map<String, String> partsOfTheWar() throws Exception {
        Document bill =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(PARTS.toFile());
        Map<String, String> licences = new TreeMap<>();
        for (Node part : nodes(bill, "/bom/components/component")) {
            licences.put(
                    nodes(part, "name").get(0).getTextContent(),
                    nodes(part, "licenses/license/id | licenses/license/name | licenses/expression").stream()
                            .map(Node::getTextContent)
                            .collect(Collectors.joining(" and ")));
        }
        return licences;
    }

    private static Set<Map.Entry<String, String>> without(Map<String, String> all, Map<String, String> others) {
        Set<Map.Entry<String, String>> rest = new LinkedHashSet<>(all.entrySet());
        rest.removeAll(others.entrySet());
        return rest;
    }

    private static List<Node> nodes(Object from, String path) throws XPathExpressionException {
        NodeList found = (NodeList) XPathFactory.newInstance().newXPath().evaluate(path, from, XPathConstants.NODESET);
        return IntStream.range(0, found.getLength()).mapToObj(found::item).toList();
    }
}
