package org.durumi.story;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.durumi.stack.Caller;
import org.durumi.stack.Stack;

/** Opens cases for the tests through the product's own form, and reads what became of them as the owner of the tables. */
final class Intake {
    private Intake() {}

    /** Opens a case of two women who are in contact; its number. */
    static String opensCase(Caller caseworker) {
        Caller.Answer answer = caseworker.post("/cases/new?kind=PAIR", pair(UUID.randomUUID(), today()));
        if (answer.status() != 303) {
            throw new IllegalStateException("the intake was answered with " + answer.status());
        }
        return number(answer);
    }

    /** The number at the end of the address to which an intake leads. */
    static String number(Caller.Answer opened) {
        String[] address = opened.header("Location").split("/");
        return address[address.length - 1];
    }

    /** The fields of the intake of two women whom somebody met on this day. */
    static String[] pair(UUID once, String happened) {
        return new String[] {
            "once", once.toString(),
            "route", "LAND_VIA_CHINA",
            "destination", "",
            "priority", "NORMAL",
            "people", "2",
            "person1.role", "PRINCIPAL",
            "person1.ageBand", "AGE_30_39",
            "person1.sex", "FEMALE",
            "person1.elite", "NO",
            "person1.unaccompanied", "NO",
            "person2.role", "COMPANION",
            "person2.ageBand", "AGE_20_29",
            "person2.sex", "FEMALE",
            "person2.elite", "NO",
            "person2.unaccompanied", "NO",
            "stage", "CONTACT",
            "happened", happened,
            "happened.qualifier", "EXACT",
            "happened.words", "",
            "place", "Liaoning",
            "place.country", "CN",
            "knownOn", today(),
            "certainty", "CONFIRMED",
            "reason", "told by a relative"
        };
    }

    /** Today in the zone of the demo's organisation. */
    static String today() {
        return LocalDate.now(ZoneId.of("Asia/Seoul")).toString();
    }

    /** The rows of a query, their columns joined by blanks. */
    static List<String> rows(String query, Object... values) throws SQLException {
        try (Connection superuser = Stack.running().asSuperuser();
                PreparedStatement select = superuser.prepareStatement(query)) {
            for (int i = 0; i < values.length; i++) {
                select.setObject(i + 1, values[i]);
            }
            List<String> rows = new ArrayList<>();
            try (ResultSet found = select.executeQuery()) {
                while (found.next()) {
                    List<String> row = new ArrayList<>();
                    for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                        row.add(found.getString(i));
                    }
                    rows.add(String.join(" ", row));
                }
            }
            return rows;
        }
    }

    /** The only value of a query. */
    static String value(String query, Object... values) throws SQLException {
        return String.join("\n", rows(query, values));
    }
}
