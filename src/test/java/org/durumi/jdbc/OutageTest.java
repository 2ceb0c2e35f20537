package org.durumi.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutageTest {
    @ParameterizedTest
    @CsvSource({
        "08001, AWAY",
        "08006, AWAY",
        "57P01, AWAY",
        "57P03, AWAY",
        "53300, AWAY",
        "53100, FULL",
        "53200, FULL",
        "53400, FULL"
    })
    void what_the_database_says_tells_which(String state, Outage outage) {
        assertEquals(Optional.of(outage), Outage.of(failure(new SQLException("", state))));
    }

    @ParameterizedTest
    @CsvSource({"23505", "42501", "40001", "57014"})
    void what_another_question_would_mend_is_none(String state) {
        assertEquals(Optional.empty(), Outage.of(failure(new SQLException("", state))));
    }

    @Test
    void a_pool_without_a_connection_is_one_and_a_fault_of_ours_is_none() {
        assertEquals(Optional.of(Outage.AWAY), Outage.of(failure(new SQLException("no connection"))));
        assertEquals(Optional.empty(), Outage.of(new IllegalStateException()));
    }

    private static Throwable failure(SQLException refused) {
        return new IllegalStateException(new StatementFailed(refused));
    }
}
