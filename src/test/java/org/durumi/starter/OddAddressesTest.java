package org.durumi.starter;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OddAddressesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "cases",
                "/cases/%",
                "/cases/%4",
                "/cases/%zz",
                "/cases/%E0%A4%A",
                "/cases/%FF",
                "/cases/%C0%AF",
                "/cases/%ED%A0%80",
                "/cases/%00",
                "/cases\\x",
                "/cases%5Cx",
                "/../x",
                "/%2e%2e/x",
                "/a/../../x",
                "/cases/\u00ff"
            })
    void the_server_can_make_no_path_of_an_odd_address(String address) {
        assertTrue(OddAddresses.isOdd(address));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "*",
                "/cases/C-2026-7F3KQM",
                "/cases//x/",
                "/a/../x",
                "/a/./x",
                "/..;/x",
                "/%ED%95%9C",
                "/a+b%2Bc%20d",
                "/cases/%2F",
                "/x..y"
            })
    void every_other_address_is_left_as_it_is(String address) {
        assertFalse(OddAddresses.isOdd(address));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/한국", "/é"})
    void an_address_in_raw_utf8_is_no_odd_one(String typed) {
        String bytes = new String(typed.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        assertFalse(OddAddresses.isOdd(bytes));
    }
}
