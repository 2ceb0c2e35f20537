package org.durumi.settings;

import java.util.List;
import java.util.Optional;
import org.durumi.kernel.Signed;

/**
 * A setting with its history.
 *
 * @param value what counts now
 * @param asInstalled what would count without any change
 * @param changes the newest, which counts, first
 */
public record SettingView(Setting what, int value, int asInstalled, List<Change> changes) {
    /** One change in clear. */
    public record Change(int value, Signed by, String why) {}

    /** Nothing but a change changes it: how many there are tells whether somebody has since it was looked at. */
    public long version() {
        return changes.size();
    }

    public Optional<Change> last() {
        return changes.stream().findFirst();
    }
}
