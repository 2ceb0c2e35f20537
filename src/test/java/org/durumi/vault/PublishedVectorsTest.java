package org.durumi.vault;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.security.GeneralSecurityException;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** What we do with the library is what the standards say, by vectors of Project Wycheproof. */
class PublishedVectorsTest {
    private static final HexFormat HEX = HexFormat.of();
    /** What stands before every value that version 1 of a key sealed. */
    private static final String SEALED_BY_1 = "0100000001";

    @ParameterizedTest
    @CsvFileSource(resources = "aes-256-gcm.csv", emptyValue = "", nullValues = "null")
    void aes_256_gcm(
            int id, String key, String iv, String aad, String message, String ciphertext, String tag, String result) {
        VersionedKey ours = new VersionedKey(1, HEX.parseHex(key));
        byte[] sealed = HEX.parseHex(SEALED_BY_1 + iv + hex(ciphertext) + tag);
        byte[] associated = HEX.parseHex(hex(aad));
        if (result.equals("valid")) {
            assertArrayEquals(HEX.parseHex(hex(message)), ours.open(sealed, associated), "tcId " + id);
        } else {
            assertThrows(WillNotOpen.class, () -> ours.open(sealed, associated), "tcId " + id);
        }
    }

    @ParameterizedTest
    @CsvFileSource(resources = "hkdf-sha-256.csv", emptyValue = "")
    void hkdf_sha_256(int id, String secret, String purpose, String derived) throws GeneralSecurityException {
        byte[] ours = TwoParts.hkdf(HEX.parseHex(secret), HEX.parseHex(hex(purpose)), derived.length() / 2);
        assertEquals(derived, HEX.formatHex(ours), "tcId " + id);
    }

    private static String hex(String field) {
        return field == null ? "" : field;
    }
}
