package org.durumi.web.accesslog;

import java.util.List;
import org.durumi.web.support.Choice;
import org.durumi.web.support.FormInput;

/**
 * One page of the access log.
 *
 * @param input the filter as it was asked for
 * @param shortcuts the questions that auditors ask most
 * @param people everybody whose entries one may ask for
 * @param lines newest first
 * @param newest the address of the first page; empty if this is it
 * @param newer the address of newer entries; empty if there are none
 * @param older the address of older entries; empty if there are none
 */
public record AccessLogView(
        FormInput input,
        List<Shortcut> shortcuts,
        List<Choice> people,
        List<Line> lines,
        String newest,
        String newer,
        String older) {
    public AccessLogView {
        shortcuts = List.copyOf(shortcuts);
        people = List.copyOf(people);
        lines = List.copyOf(lines);
    }

    /** One click to a question that auditors ask often. */
    public record Shortcut(String label, String address, boolean isHere) {}

    /** A word that leads to the entries about it. */
    public record Link(String text, String address) {}

    /**
     * One entry in the reader's words.
     *
     * @param when day and time to the second, in the organisation's zone
     * @param who the handle
     * @param role in words
     * @param action what was done, in words
     * @param groups what was shown or changed, in words; «?» for what this version does not know
     * @param cases their numbers; they lead to the entries about them, never to the cases
     * @param covered how many cases it concerns of which it tells no more
     * @param refused whether the person was turned away
     * @param genuine whether Durumi wrote it as it stands
     * @param sessionTag empty for an actor of the system
     */
    public record Line(
            String when,
            Link who,
            String role,
            String action,
            List<String> groups,
            List<Link> cases,
            int covered,
            boolean refused,
            boolean genuine,
            String sessionTag,
            String request) {}
}
