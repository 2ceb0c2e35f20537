package org.durumi.web.support;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.durumi.identity.Role;

/**
 * A key, or two pressed one after the other, that leads to a page. The script of the pages and the page of help read the same.
 *
 * @param keys one or two letters or signs of a keyboard with Latin letters, such as «n» or «gc»
 * @param path the address to which they lead
 * @param label the key of the text that says so
 */
public record Shortcut(String keys, String path, String label) {
    private static final Set<Role> OF_CASES = Set.of(Role.CASEWORKER, Role.SUPERVISOR);

    /** Those of somebody who is signed in, in the order in which help tells them. */
    public static List<Shortcut> of(Visitor visitor) {
        return Stream.of(
                        key("/", "/cases#number", "keys.search", OF_CASES, visitor),
                        key("n", "/cases/intake", "keys.new", Set.of(Role.CASEWORKER), visitor),
                        key("gc", "/cases", "navigation.cases", OF_CASES, visitor),
                        key("gr", "/review", "navigation.review", Set.of(Role.SUPERVISOR), visitor),
                        key("gt", "/tasks", "keys.tasks", OF_CASES, visitor),
                        key("gb", "/brokers", "navigation.brokers", OF_CASES, visitor),
                        key("gs", "/sources", "navigation.sources", OF_CASES, visitor),
                        key("gp", "/norm-prices", "navigation.norm-prices", Set.of(Role.ADMINISTRATOR), visitor),
                        key("gu", "/sessions", "navigation.sessions", Set.of(Role.ADMINISTRATOR), visitor),
                        key("gl", "/access-log", "navigation.access-log", Set.of(Role.AUDITOR), visitor),
                        key("gn", "/notices", "mail.title", visitor.roles(), visitor),
                        key("gm", "/my-settings", "preferences.title", visitor.roles(), visitor),
                        key("?", "/help", "help.title", visitor.roles(), visitor))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Shortcut> key(String keys, String path, String label, Set<Role> whose, Visitor visitor) {
        return whose.stream().anyMatch(visitor::is) ? List.of(new Shortcut(keys, path, label)) : List.of();
    }
}
