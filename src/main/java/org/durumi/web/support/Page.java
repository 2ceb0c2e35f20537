package org.durumi.web.support;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.durumi.bell.Waiting;
import org.durumi.identity.Density;
import org.durumi.identity.Role;
import org.durumi.kernel.Texts;
import org.durumi.route.Place;
import org.jspecify.annotations.Nullable;

/**
 * What every page knows besides its own content. Each template takes it as its first parameter.
 *
 * @param texts everything to read, in the visitor's language
 * @param path the address of the page without its query, such as /cases
 * @param address the address with its query; the language switch leads back to it
 * @param visitor who looks
 * @param notice the key of what has just been done, shown once after a redirect; empty if nothing
 * @param demo whether this installation shows invented cases only
 * @param assets the hashed addresses of style, script, fonts and pictures
 * @param leaveTo the neutral page of somebody else that quick exit leads to
 * @param drawn when; a printed sheet says it
 * @param back the page of ours from which this one was opened, and to which it leads back when it is done; empty if unknown
 * @param waiting how much waits for who looks; empty if nobody is signed in, and on a page that says that something is broken
 */
public record Page(
        Texts texts,
        String path,
        String address,
        Visitor visitor,
        String notice,
        boolean demo,
        Assets assets,
        String leaveTo,
        Instant drawn,
        String back,
        Optional<Waiting> waiting) {

    /** An entry of the main navigation. */
    public record Destination(String path, String label, boolean isHere) {}

    /** The same page, saying what has just been done. */
    public Page noting(String done) {
        return new Page(texts, path, address, visitor, done, demo, assets, leaveTo, drawn, back, waiting);
    }

    /** The same page, saying how much waits. */
    public Page ringing(Waiting bell) {
        return new Page(texts, path, address, visitor, notice, demo, assets, leaveTo, drawn, back, Optional.of(bell));
    }

    /** The day on which it is drawn, in the organisation's zone. */
    public LocalDate today() {
        return texts.dayOf(drawn);
    }

    public String text(String key, Object... arguments) {
        return texts.text(key, arguments);
    }

    public String text(Enum<?> constant) {
        return texts.text(constant);
    }

    /** A place as a reader says it, such as «Kunming, China» or «unknown». */
    public String place(Place place) {
        return Field.place().show(place, texts);
    }

    /** The language code of the page, such as «ko». */
    public String language() {
        return texts.language().getLanguage();
    }

    /** On which devices the colours of the night hold for this visitor, as the link to them says it; null for none. Never on paper. */
    public @Nullable String darkOn() {
        return switch (visitor.preferences().theme()) {
            case SYSTEM -> "screen and (prefers-color-scheme: dark)";
            case LIGHT -> null;
            case DARK -> "screen";
        };
    }

    /** How much room lists take, as the style knows it; null for the usual. */
    public @Nullable String density() {
        return visitor.preferences().density() == Density.COMPACT ? "compact" : null;
    }

    /** The keys that lead somewhere, as the script reads them; null if this visitor has none. */
    public @Nullable String keys() {
        return visitor.isSignedIn() && visitor.preferences().shortcuts()
                ? Shortcut.of(visitor).stream()
                        .map(each -> each.keys() + "|" + each.path())
                        .collect(Collectors.joining(" "))
                : null;
    }

    /** Whether there is something new that this visitor has not looked at. */
    public boolean hasNews() {
        return visitor.isSignedIn() && visitor.preferences().newsSeen() < News.newest();
    }

    /** The languages that the visitor may switch to. */
    public List<Locale> otherLanguages() {
        return Texts.LANGUAGES.stream()
                .filter(each -> !each.equals(texts.language()))
                .toList();
    }

    /** Where a form of this page changes the language: it comes back as it was typed. */
    public String languageAddress() {
        return "/language?" + FormInput.PAGE + "=" + URLEncoder.encode(address, StandardCharsets.UTF_8);
    }

    /**
     * Where a long form is kept, to go on with it later.
     *
     * @param action where it is sent else: that address shows it again, and is short, however many people a page was opened for
     */
    public String laterAddress(String action) {
        return PostedForms.LATER + "?" + FormInput.PAGE + "=" + URLEncoder.encode(action, StandardCharsets.UTF_8);
    }

    /** The hashed address of an asset, such as «durumi.css». */
    public String asset(String name) {
        return assets.address(name);
    }

    public boolean is(Role role) {
        return visitor.is(role);
    }

    /** Where this visitor's roles lead; empty for a visitor without a role. */
    public List<Destination> navigation() {
        return Stream.of(
                        to("/cases", "navigation.cases", Role.CASEWORKER, Role.SUPERVISOR),
                        to("/review", "navigation.review", Role.SUPERVISOR),
                        to("/brokers", "navigation.brokers", Role.CASEWORKER, Role.SUPERVISOR),
                        to("/sources", "navigation.sources", Role.CASEWORKER, Role.SUPERVISOR),
                        to("/staff", "navigation.staff", Role.ADMINISTRATOR),
                        to("/norm-prices", "navigation.norm-prices", Role.ADMINISTRATOR),
                        to("/sessions", "navigation.sessions", Role.ADMINISTRATOR),
                        to("/settings", "navigation.settings", Role.ADMINISTRATOR),
                        to("/stances", "navigation.stances", Role.SUPERVISOR, Role.ADMINISTRATOR),
                        to("/installation", "navigation.installation", Role.ADMINISTRATOR),
                        to("/access-log", "navigation.access-log", Role.AUDITOR))
                .flatMap(List::stream)
                .toList();
    }

    private List<Destination> to(String target, String label, Role... roles) {
        boolean here = path.equals(target) || path.startsWith(target + "/");
        return Stream.of(roles).anyMatch(visitor::is) ? List.of(new Destination(target, label, here)) : List.of();
    }
}
