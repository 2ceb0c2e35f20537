package org.durumi.vault;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.subtle.Hkdf;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** The library does what the standards say: AES-256-GCM by vectors of Project Wycheproof, HKDF by those of RFC 5869. */
class PublishedVectorsTest {
    private static final HexFormat HEX = HexFormat.of();

    @ParameterizedTest
    @CsvFileSource(resources = "aes-256-gcm.csv", emptyValue = "", nullValues = "null")
    void aes_256_gcm(
            int id, String key, String iv, String aad, String message, String ciphertext, String tag, String result)
            throws GeneralSecurityException {
        Aead aead = new AesGcmJce(HEX.parseHex(key));
        byte[] sealed = HEX.parseHex(iv + hex(ciphertext) + tag);
        byte[] associated = HEX.parseHex(hex(aad));
        if (result.equals("valid")) {
            assertArrayEquals(HEX.parseHex(hex(message)), aead.decrypt(sealed, associated), "tcId " + id);
        } else {
            assertThrows(GeneralSecurityException.class, () -> aead.decrypt(sealed, associated), "tcId " + id);
        }
    }

    @Test
    void hkdf_sha_256_case_1() throws GeneralSecurityException {
        assertEquals(
                "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865",
                hkdf("0b".repeat(22), "000102030405060708090a0b0c", "f0f1f2f3f4f5f6f7f8f9", 42));
    }

    @Test
    void hkdf_sha_256_case_2() throws GeneralSecurityException {
        assertEquals(
                "b11e398dc80327a1c8e7f78c596a49344f012eda2d4efad8a050cc4c19afa97c59045a99cac7827271cb41c65e590e09"
                        + "da3275600c2f09b8367793a9aca3db71cc30c58179ec3e87c14c01d5c1f3434f1d87",
                hkdf(from(0x00, 0x4f), from(0x60, 0xaf), from(0xb0, 0xff), 82));
    }

    @Test
    void hkdf_sha_256_case_3() throws GeneralSecurityException {
        assertEquals(
                "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8",
                hkdf("0b".repeat(22), "", "", 42));
    }

    private static String hkdf(String secret, String salt, String info, int length) throws GeneralSecurityException {
        return HEX.formatHex(
                Hkdf.computeHkdf("HmacSha256", HEX.parseHex(secret), HEX.parseHex(salt), HEX.parseHex(info), length));
    }

    private static String from(int first, int last) {
        return IntStream.rangeClosed(first, last)
                .mapToObj(each -> String.format("%02x", each))
                .reduce("", String::concat);
    }

    private static String hex(String field) {
        return field == null ? "" : field;
    }
}
