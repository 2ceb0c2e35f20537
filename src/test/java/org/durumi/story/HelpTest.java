package org.durumi.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.durumi.identity.Preferences;
import org.durumi.identity.Role;
import org.durumi.kernel.Texts;
import org.durumi.web.support.Prose;
import org.durumi.web.support.Prose.ProseLine;
import org.durumi.web.support.Prose.Span;
import org.durumi.web.support.Shortcut;
import org.durumi.web.support.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Help names only what there is: pages that the role may open, and buttons as they are called. */
class HelpTest {
    private static final Pattern QUOTED = Pattern.compile("‘([^’]+)’|“([^”]+)”");

    @ParameterizedTest
    @EnumSource(value = Role.class, names = "SYSTEM", mode = EnumSource.Mode.EXCLUDE)
    void every_page_and_key_that_a_role_is_told_of_is_open_to_it(Role role) {
        List<String> closed = new ArrayList<>();
        for (Locale language : Texts.LANGUAGES) {
            for (String name : List.of(own(role), "everybody")) {
                lines(name, language)
                        .flatMap(each -> each.spans().stream())
                        .map(Span::address)
                        .filter(each -> !each.isEmpty() && !opens(each, role))
                        .forEach(closed::add);
            }
        }
        List<Shortcut> keys = Shortcut.of(visitor(role));
        keys.stream().map(Shortcut::path).filter(each -> !opens(each, role)).forEach(closed::add);
        assertEquals(List.of(), closed);
        assertTrue(keys.stream().anyMatch(each -> each.keys().equals("?")));
        assertEquals(keys.size(), keys.stream().map(Shortcut::keys).distinct().count(), "a key leads to one page");
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, names = "SYSTEM", mode = EnumSource.Mode.EXCLUDE)
    void each_role_is_told_of_five_things_step_by_step(Role role) {
        for (Locale language : Texts.LANGUAGES) {
            assertEquals(
                    5,
                    Prose.of("help/" + own(role), language).stream()
                            .filter(each -> each.blocks().stream().anyMatch(block -> block.kind() == Prose.Kind.STEP))
                            .count());
        }
    }

    @Test
    void every_button_is_called_as_the_pages_call_it() throws IOException {
        List<String> unknown = new ArrayList<>();
        for (Locale language : Texts.LANGUAGES) {
            Set<String> said = new HashSet<>();
            for (String bundle : Texts.BUNDLES) {
                Properties texts = new Properties();
                try (var in = Files.newBufferedReader(Path.of("src/main/resources/org/durumi/i18n")
                        .resolve(bundle + "_" + language.getLanguage() + ".properties"))) {
                    texts.load(in);
                }
                texts.values().forEach(each -> said.add((String) each));
            }
            for (String name : List.of("everybody", "caseworker", "supervisor", "auditor", "administrator")) {
                lines(name, language)
                        .flatMap(line -> line.spans().stream())
                        .flatMap(span -> QUOTED.matcher(span.text()).results())
                        .map(each -> each.group(1) == null ? each.group(2) : each.group(1))
                        .filter(each -> !said.contains(each))
                        .forEach(each -> unknown.add(name + " " + language + ": " + each));
            }
        }
        assertEquals(List.of(), unknown);
    }

    private static boolean opens(String address, Role role) {
        String path = address.replaceFirst("[#?].*", "");
        return RouteTable.routes().stream()
                .anyMatch(
                        each -> each.method().equals("GET") && each.path().equals(path) && RouteTable.lets(each, role));
    }

    private static Stream<ProseLine> lines(String name, Locale language) {
        return Prose.of("help/" + name, language).stream()
                .flatMap(each -> each.blocks().stream())
                .flatMap(each -> each.lines().stream());
    }

    private static String own(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }

    private static Visitor visitor(Role role) {
        return new Visitor(Set.of(role), "haneul", "token", 900, Visitor.LIST, Preferences.USUAL);
    }
}
