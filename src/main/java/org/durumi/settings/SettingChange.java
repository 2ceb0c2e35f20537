package org.durumi.settings;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.durumi.kernel.Signed;
import org.durumi.kernel.UserId;
import org.durumi.mac.MacUse;
import org.durumi.mac.Macs;
import org.durumi.vault.OrganisationKey;
import org.durumi.vault.Sealed;
import org.durumi.vault.SealedText;

/**
 * An administrator decided that something else counts. It is written once.
 *
 * @param why sealed with the organisation's key
 */
public record SettingChange(UUID id, Setting what, int value, Sealed why, Signed by, byte[] mac) {
    static final String COLUMNS = "id, name, value, by_organisation, set_by, set_at, mac";

    private static final SealedText WHY = new SealedText("setting", "by_organisation");

    static SettingChange make(Setting what, NewSetting wanted, Signed by, OrganisationKey key, Macs macs) {
        UUID id = UUID.randomUUID();
        Sealed why = WHY.seal(wanted.why().strip(), id, key);
        return new SettingChange(
                id, what, wanted.value(), why, by, macs.of(MacUse.SETTING, values(id, what, wanted.value(), why, by)));
    }

    static SettingChange read(ResultSet row) throws SQLException {
        return new SettingChange(
                row.getObject("id", UUID.class),
                Setting.valueOf(row.getString("name")),
                row.getInt("value"),
                new Sealed(row.getBytes("by_organisation")),
                new Signed(
                        new UserId(row.getString("set_by")),
                        row.getTimestamp("set_at").toInstant()),
                row.getBytes("mac"));
    }

    /** Whether whoever holds the keys wrote it; another one counts for nothing. */
    boolean isGenuine(Macs macs) {
        return macs.fits(mac, MacUse.SETTING, values(id, what, value, why, by));
    }

    private static Object[] values(UUID id, Setting what, int value, Sealed why, Signed by) {
        return new Object[] {id, what, value, why.bytes(), by.by(), by.at()};
    }

    String open(OrganisationKey key) {
        return WHY.read(WHY.open(why, id, key));
    }
}
